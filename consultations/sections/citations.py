"""The provisions a text says it rests on: 「…条例第１０条の規定に基づき諮問する」."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consultations.sections.base import SectionBody
from consultations.sections.material import Material, Part
from paper.digits import level

_N = r"\s?[0-9０-９一二三四五六七八九十百]{1,5}\s?"
_ARTICLE = rf"第{_N}条(?:の{_N})?(?:第{_N}項)?(?:第{_N}号)?(?:ただし書|本文|前段|後段|各号)?"
_KINDS = "条例|法律|法|規則|要綱|規程|要領"
_PROVISION = re.compile(rf"{_ARTICLE}(?=(?P<after>[^。\n]{{0,120}}))")
_INSTRUMENT = re.compile(rf"[^、。，（）()「」\n]*(?:{_KINDS})(?=\s?$)")
_LONGEST_NAME = 80
_DEFINED = re.compile(r"（(?:[^（）「」]{0,40}。)?以下「(?P<short>[^」]{1,20})」という。?）")
_RESTS = re.compile(  # further provisions joined to this one may stand between
    rf"(?:(?:及び|並びに|又は|、)[^、。]{{0,60}}?{_ARTICLE}){{0,4}}"
    r"(?:の?規定(?:に基づき|により|に基づいて)[^。]{0,60}|(?:に基づき|により)、?[^。、]{0,12})(?:諮問|意見を[求聴])"
)
_BRACKETS = re.compile(r"（[^（）]*）")
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
    for sentence in re.split(r"(?<=。)|\n", _BRACKETS.sub("", _BRACKETS.sub("", text))):
        if "条" not in sentence or not ("諮問" in sentence or "意見を" in sentence):
            continue
        end = 0
        for match in _PROVISION.finditer(sentence):
            named = _named(sentence[max(end, match.start() - _LONGEST_NAME) : match.start()])
            end = match.end()
            if named and _RESTS.match(match["after"]):
                article = sentence[match.start() : match.end()].strip()
                found.append(Citation(names.get(named, named), article, sentence))
    return tuple(found)


def shortened(text: str) -> dict[str, str]:
    """What the text defines: さくら区個人情報保護条例（以下「条例」という。） gives 条例 its full name."""
    found = {}
    for match in _DEFINED.finditer(text):
        if name := _named(text[max(0, match.start() - _LONGEST_NAME) : match.start()]):
            found[match["short"]] = name
    return found


def _named(before: str) -> str:
    """The law or rule whose name ends the text, "" where it ends in none."""
    found = _INSTRUMENT.search(before)
    return _LEAD.sub("", found[0].strip()) if found else ""


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
