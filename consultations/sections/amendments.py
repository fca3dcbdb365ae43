"""From a paper that is there to the next one: a copy of it, and a paper that only adds items to it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from consultations.sections.fields.data_items import DataItems, DataItemsType, Flow, FlowItemsType, ItemList
from consultations.sections.fields.prose import ProseType, PurposeType
from consultations.sections.material import Annex, Entry, Material, Part
from consultations.sections.proposals import alone, together
from consultations.sections.reference import Reference

_SUFFIX = "における個人情報の項目の追加"
_BEGINNING_OF_WORK = re.compile(r"の(?:実施|開始|導入|開設)$")
_SENTENCE = re.compile(r"(?:（[^（）\n]*）|[^。\n])+。?|。")  # a 。 in brackets ends none
_ASKS = re.compile(r"諮問(?:する|します|いたします)。$")


def copied(material: Material) -> Material:
    """All texts; the number, the slip and the day belong to the paper they were given to."""
    return replace(material, slip="", number="", date=None, date_printed=None)


def can_be_amended(material: Material) -> bool:
    """Whether there is a number to cite and a list to add to."""
    return bool(material.number) and any(_lists_items(part, entry) for part, entry in material.entries())


def amendment(material: Material, purposes: Mapping[str, str]) -> Material:
    """A paper that lists only new items: the lists empty, the earlier number cited, everything else as it was.

    `purposes`, a sentence a kind, take the place of those that put the earlier paper to the council.
    """
    sheets = _item_sheets(material)
    paper = replace(
        copied(material),
        subtitle=amended_subtitle(material),
        parts=tuple(_with_additions(part) for part in material.parts),
        annexes=tuple(annex for annex in material.annexes if not any(_names(sheet, annex) for sheet in sheets)),
    )
    return _with_reason(paper, _earlier(material), purposes)


def amended_subtitle(material: Material) -> str:
    """The project and what is new; a paper that itself only added items keeps its wording."""
    if material.is_amendment():
        return material.subtitle
    return f"{_BEGINNING_OF_WORK.sub('', material.subtitle)}{_SUFFIX}" if material.subtitle else _SUFFIX[4:]


def _earlier(material: Material) -> str:
    """How the text names the paper it adds to."""
    return f"{material.number}により審議を経た個人情報の取扱いについて、新たに取り扱う個人情報の項目を追加する。"


def _with_additions(part: Part) -> Part:
    values = {
        entry.key: _additions(part.value(entry.key), _has_flows(part, entry))
        for entry in part.outline
        if _lists_items(part, entry)
    }
    return part.renew(**values)


def _additions(value: DataItems | Reference, by_flow: bool) -> DataItems | Reference:
    """The same groups and flows with nothing in them yet; what points at another list goes on pointing there."""
    if isinstance(value, Reference) and value.target:
        return value
    lists = value.lists if isinstance(value, DataItems) else ()
    if not lists:
        lists = tuple(ItemList(flow=flow) for flow in Flow) if by_flow else (ItemList(),)
    return DataItems(tuple(ItemList(each.group, each.flow, additions=True) for each in lists))


def _item_sheets(material: Material) -> list[str]:
    """How items refer to a 別紙 that lists them."""
    found = []
    for part, entry in material.entries():
        if _lists_items(part, entry):
            value = part.value(entry.key)
            references = [value] if isinstance(value, Reference) else [each.reference for each in value.lists]
            found += [each.printed for each in references if each and "別紙" in each.printed]
    return found


def _names(sheet: str, annex: Annex) -> bool:
    label = annex.label.strip("【】")
    return (bool(annex.title) and annex.title in sheet) or (label != "別紙" and label in sheet)


def _with_reason(paper: Material, earlier: str, purposes: Mapping[str, str]) -> Material:
    """The reason and the purpose where the paper says them: before its sections, or under the headings of each."""
    asking = next((n for n, preface in enumerate(paper.prefaces) if "趣旨" in preface.title), None)
    if asking is None:
        first, *others = (_asked(part, purposes.get(part.kind.kind, "")) for part in paper.parts)
        return replace(paper, parts=(_reasoned(first, earlier), *others))
    preface = paper.prefaces[asking]
    text = _paragraphs(earlier, _without_asking(preface.text), together(purposes.values()))
    changed = (*paper.prefaces[:asking], replace(preface, text=text), *paper.prefaces[asking + 1 :])
    return replace(paper, prefaces=changed)


def _asked(part: Part, sentence: str) -> Part:
    entry = next((each for each in part.outline if _is_purpose(part, each)), None)
    if entry is None:
        return part
    asks = alone(sentence) if sentence else ""
    return _with_text(part, entry, _paragraphs(_without_asking(_text(part, entry)), asks))


def _reasoned(part: Part, earlier: str) -> Part:
    """With the earlier paper named where the section says why: 理由 or 内容, else its first running text."""
    plain = [entry for entry in part.outline if _is_plain(part, entry)]
    entry = next((each for each in plain if each.key in {"reason", "content"}), plain[0] if plain else None)
    return part if entry is None else _with_text(part, entry, _paragraphs(earlier, _text(part, entry)))


def _without_asking(text: str) -> str:
    lines = text.split("\n")
    return "\n".join("".join(each for each in _SENTENCE.findall(line) if not _ASKS.search(each)) for line in lines)


def _paragraphs(*texts: str) -> str:
    return "\n".join(line for text in texts for line in text.split("\n") if line.strip())


def _lists_items(part: Part, entry: Entry) -> bool:
    spec = part.spec(entry)
    return spec is not None and isinstance(spec.type, DataItemsType)


def _has_flows(part: Part, entry: Entry) -> bool:
    spec = part.spec(entry)
    return spec is not None and isinstance(spec.type, FlowItemsType)


def _is_plain(part: Part, entry: Entry) -> bool:
    spec = part.spec(entry)
    return type(spec.type) is ProseType if spec else not _is_purpose(part, entry)


def _is_purpose(part: Part, entry: Entry) -> bool:
    spec = part.spec(entry)
    return isinstance(spec.type, PurposeType) if spec else "趣旨" in (entry.title or "")


def _text(part: Part, entry: Entry) -> str:
    value = part.value(entry.key) if part.spec(entry) else entry.text
    return value if isinstance(value, str) else ""


def _with_text(part: Part, entry: Entry, text: str) -> Part:
    if part.spec(entry):
        return part.renew(**{entry.key: text})
    return replace(part, outline=tuple(replace(each, text=text) if each == entry else each for each in part.outline))
