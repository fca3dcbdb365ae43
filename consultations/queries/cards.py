"""The cards of the editor: the headings of a paper in printed order, with what helps to write each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from consultations.models import Draft
from consultations.sections.base import Kind
from consultations.sections.fields.data_items import FLOW_TITLES, FlowItemsType
from consultations.sections.kinds.general import General
from consultations.sections.material import Entry, Material, Part
from consultations.sections.places import HEAD, Place
from paper.difference import Piece, pieces

_HEAD_GUIDES = {
    "subject": "「業務名」における…について、の形です。種類を変えたら、ここも確かめてください。",
    "subtitle": "何の事業かが一言でわかる名前です。印刷ではかっこの中に入ります。",
    "date": "会議の日です。令和８年１２月１７日 のように書きます。決まっていなければ空けておきます。",
    "departments": "印刷するとおりに、1行に1つずつ書きます。",
}
_ANNEX_GUIDES = {
    "label": "【別紙】または【別紙１】のように、印刷するとおりに書きます。",
    "lead": "表の前に文があるときだけ書きます。",
    "table": "表計算ソフトの表を貼り付けられます。先頭の行が列の題名です。",
    "text": "表の後の文、または表のない別紙の文です。",
}


@dataclass(frozen=True)
class Item:
    """One heading. Where `can_go` it may be renamed, moved and taken out; `own_title` is what is renamed."""

    place: Place
    draft: Draft | None = None
    guide: str = ""
    widget: str = ""
    rows: int = 3
    level: int = 1
    flows: tuple[str, ...] = ()
    own_title: str = ""
    can_go: bool = False

    @property
    def mine(self) -> tuple[Piece, ...]:
        """Of two texts the one that is being typed, with what only it says marked."""
        return _marked(self.place.text, self.draft.text if self.draft else "")

    @property
    def theirs(self) -> tuple[Piece, ...]:
        return _marked(self.draft.text if self.draft else "", self.place.text)

    @property
    def is_conflict(self) -> bool:
        return self.draft is not None and self.draft.base != self.place.mark


def _marked(other: str, text: str) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces(other, text) if piece.sort != "removed")


@dataclass(frozen=True)
class LeftOut:
    """A heading of the form that this paper does not print."""

    key: str
    title: str


@dataclass(frozen=True)
class Card:
    """A section, a 別紙, the head, the prefaces. `place` is its own heading where it can be moved or renamed."""

    sort: str
    title: str
    items: tuple[Item, ...]
    place: Place | None = None
    left_out: tuple[LeftOut, ...] = ()
    section: str = ""
    own_title: str = ""
    short: str = ""


def cards(
    material: Material, known: Mapping[str, Place], drafts: Mapping[str, Draft], kinds: tuple[Kind, ...]
) -> Iterator[Card]:
    """In printed order; `known` are the places of the paper, `kinds` those it may hold, none for a report."""
    head = (_fixed(known[f"head/{name}"], drafts, _HEAD_GUIDES[name]) for name in HEAD)
    yield Card("head", "件名と日付", tuple(head))
    prefaces = (known[f"preface/{preface.key}"] for preface in material.prefaces)
    yield Card("prefaces", "前文", tuple(_free(place, drafts) for place in prefaces))
    for part in material.parts:
        items = tuple(_heading(part, entry, material, known, drafts) for entry in part.outline)
        alone = part.kind.part_title if kinds else "報告の内容"
        title = known[part.key].name if material.has_numbered_parts else alone
        place = known[part.key] if material.has_numbered_parts else None
        own = place.title if place else ""
        yield Card("section", title, items, place, _left_out(part, material), part.key, own, part.kind.short())
    for annex in material.annexes:
        address = f"annex/{annex.key}"
        parts = tuple(_annex(known[f"{address}/{name}"], drafts, name) for name in _ANNEX_GUIDES)
        yield Card("annex", known[address].title, parts, known[address], own_title=annex.title)


def _fixed(place: Place, drafts: Mapping[str, Draft], guide: str) -> Item:
    return Item(place, drafts.get(place.address), guide, rows=2)


def _free(place: Place, drafts: Mapping[str, Draft]) -> Item:
    guide = "段落は改行で分けます。"
    return Item(place, drafts.get(place.address), guide, rows=6, own_title=place.title.strip("《》"), can_go=True)


def _annex(place: Place, drafts: Mapping[str, Draft], name: str) -> Item:
    widget = "grid" if name == "table" else ""
    return Item(place, drafts.get(place.address), _ANNEX_GUIDES[name], widget, rows=2 if name == "label" else 5)


def _heading(
    part: Part, entry: Entry, material: Material, known: Mapping[str, Place], drafts: Mapping[str, Draft]
) -> Item:
    place = known[part.address(entry)]
    spec = part.spec(entry)
    level = part.entry_level(entry)
    draft = drafts.get(place.address)
    if spec is None:
        return Item(place, draft, "段落は改行で分けます。", rows=6, level=level, own_title=place.title, can_go=True)
    flows = tuple(material.house.titled(title) for title in FLOW_TITLES.values())
    return Item(
        place,
        draft,
        spec.guide,
        spec.type.widget,
        spec.type.rows,
        level,
        flows if isinstance(spec.type, FlowItemsType) else (),
        place.title,
        can_go=True,
    )


def _left_out(part: Part, material: Material) -> tuple[LeftOut, ...]:
    if isinstance(part.body, General):
        return ()
    printed = {entry.key for entry in part.outline}
    fields = part.kind.fields.items()
    return tuple(LeftOut(key, material.house.titled(spec.title)) for key, spec in fields if key not in printed)
