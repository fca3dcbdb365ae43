"""The provisions a text says it rests on: 「…条例第１２条の規定に基づき諮問する」."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consultations.sections.base import SectionBody
from consultations.sections.material import Material, Part
from paper.digits import level

_N = "[0-9０-９一二三四五六七八九十百]{1,5}"
_ARTICLE = rf"第{_N}条(?:の{_N})?(?:第{_N}項)?(?:第{_N}号)?"
_CITED = re.compile(
    rf"(?P<instrument>[^、。，（）()「」\n]{{0,60}}?(?:条例|法律|法|規則|要綱|規程|要領))"
    rf"(?P<defined>（[^（）]{{0,60}}）)?"
    rf"(?P<article>{_ARTICLE})(?=(?P<after>[^。\n]{{0,120}}))"
)
_SHORT = re.compile(
    r"(?P<long>[^、。，（）()「」\n]{0,60}?(?:条例|法律|法|規則|要綱|規程|要領))（(?:[^（）「」]{0,40}。?)?以下「(?P<short>[^」]{1,20})」という。?）"
)
_RESTS = re.compile(  # further provisions joined to this one may stand between
    rf"(?:(?:及び|並びに|又は|、)[^、。]{{0,60}}?{_ARTICLE}){{0,4}}の?規定(?:に基づき|により|に基づいて)[^。]{{0,60}}諮問"
)
_LEAD = re.compile(r"^(?:及び|並びに|また|なお|本件は|よって|このため|ついては|同じく)+")


@dataclass(frozen=True)
class Citation:
    """`instrument` written out, `article` as printed; `sentence` is the one it stands in."""

    instrument: str
    article: str
    sentence: str

    @property
    def cited_as(self) -> str:
        return f"{self.instrument}{self.article}"


def find(text: str, names: dict[str, str] | None = None) -> tuple[Citation, ...]:
    """The provisions `text` rests on, in order; `names` holds what shortened names stand for."""
    names = {**(names or {}), **shortened(text)}
    found = []
    for sentence in re.split(r"(?<=。)(?![）」])|\n", text):
        if "諮問" not in sentence:
            continue
        for match in _CITED.finditer(sentence):
            if _RESTS.match(match["after"]):
                instrument = _LEAD.sub("", match["instrument"].strip())
                found.append(Citation(names.get(instrument, instrument), match["article"], sentence))
    return tuple(found)


def shortened(text: str) -> dict[str, str]:
    """What the text defines: 世田谷区個人情報保護条例（以下「条例」という。） gives 条例 its full name."""
    return {match["short"]: _LEAD.sub("", match["long"].strip()) for match in _SHORT.finditer(text)}


def bases(material: Material) -> tuple[tuple[Citation, ...], ...]:
    """For each section the provisions it rests on: its own, else those the prefaces give it."""
    before = "\n".join(preface.text for preface in material.prefaces)
    names = shortened(before)
    for part in material.parts:
        names |= shortened(_text(part))
    general = find(before, names)
    own = [find(_text(part), names) for part in material.parts]
    return tuple(mine or _share(general, material.parts, position) for position, mine in enumerate(own))


def _share(general: Sequence[Citation], parts: Sequence[Part], position: int) -> tuple[Citation, ...]:
    """Of several provisions before 第１ each section has its own: the one that names its kind, else in order."""
    named = [citation for citation in general if _names(citation.sentence, type(parts[position].body))]
    if named:
        return tuple(named[:1])
    if len(general) == len(parts):
        return (general[position],)
    return tuple(general) if len(parts) == 1 else ()


def _names(sentence: str, kind: type[SectionBody]) -> bool:
    return any(phrase in level(sentence) for phrase in kind.phrases)


def _text(part: Part) -> str:
    """The running text of a section: values that are plain text, and free headings."""
    texts = [value for entry in part.outline if isinstance(value := getattr(part.body, entry.key, entry.text), str)]
    return "\n".join(texts)
