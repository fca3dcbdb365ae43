"""What was understood of a text, to look at beside it before anything is kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consultations.importing.documents import Reading
from consultations.importing.reading import Line, page_numbers
from consultations.sections import citations
from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems
from consultations.sections.material import Entry, Material, Part
from consultations.sections.reference import Reference
from consultations.sections.tree import addresses

_EXCERPT = 40
_OWN_NUMBER = re.compile(r"（[^（]*$|[^の（）]+$")  # of 第１の３（１） （１）, of 第１の３ ３


@dataclass(frozen=True)
class ShownLine:
    """`is_dropped`: a page number of the file, which is no text of the paper."""

    number: int
    text: str
    notes: tuple[str, ...]
    is_dropped: bool


@dataclass(frozen=True)
class ShownHeading:
    """`said` is what stands under it, in a word (8項目), or how it begins; `is_free`: the form of its kind has none."""

    title: str
    said: str
    is_free: bool
    level: int


@dataclass(frozen=True)
class ShownPart:
    number: str
    title: str
    kind: str
    headings: tuple[ShownHeading, ...]
    cited: tuple[str, ...]


@dataclass(frozen=True)
class Overview:
    material: Material
    line: int
    lines: tuple[ShownLine, ...]
    parts: tuple[ShownPart, ...]

    @property
    def noted(self) -> tuple[ShownLine, ...]:
        return tuple(line for line in self.lines if line.notes)


def overview(lines: Sequence[Line], reading: Reading) -> Overview:
    dropped = {line.number for line in page_numbers(lines)}
    shown = tuple(
        ShownLine(
            line.number,
            line.text.strip("\ufeff"),
            tuple(note.sentence for note in reading.notes if note.line == line.number),
            line.number in dropped,
        )
        for line in lines
    )
    return Overview(reading.material, reading.line, shown, _parts(reading.material))


def _parts(material: Material) -> tuple[ShownPart, ...]:
    context = Context(material.house, addresses(material))
    bases = citations.bases(material)
    return tuple(
        ShownPart(
            context.addresses.get(part.key, ""),
            part.kind.part_title if part.title is None else part.title,
            part.kind.short(),
            tuple(_heading(part, entry, context) for entry in part.outline),
            tuple(citation.cited_as for citation in cited),
        )
        for part, cited in zip(material.parts, bases, strict=True)
    )


def _heading(part: Part, entry: Entry, context: Context) -> ShownHeading:
    own = _OWN_NUMBER.search(context.addresses.get(part.address(entry), ""))
    title = f"{own[0] if own else ''}\u3000{part.entry_title(entry, context.house)}".strip()
    is_unknown = entry.is_free and bool(part.kind.fields)
    return ShownHeading(title, _said(part, entry, context), is_unknown, part.entry_level(entry))


def _said(part: Part, entry: Entry, context: Context) -> str:
    value = part.value(entry.key) if part.spec(entry) else entry.text
    match value:
        case DataItems(lists=lists) if any(each.items for each in lists):
            return f"{sum(len(each.items) for each in lists)}項目"
        case Reference():
            return value.write(context.addresses)
    text = part.entry_text(entry, context).replace("\n", " ")
    return f"{text[:_EXCERPT]}…" if len(text) > _EXCERPT else text
