"""Lines → materials, checked against what was read: no character is lost, or nothing is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from consultations.importing import annexes, head, headings, paragraphs, segments
from consultations.importing.reading import Line, Unreadable, squeezed_positions, without_page_numbers
from consultations.importing.segments import PartSegments, Segment
from consultations.sections import tree
from consultations.sections.base import FREE
from consultations.sections.field_types import Context
from consultations.sections.house import House
from consultations.sections.linking import linked
from consultations.sections.material import Entry, Material, Part, Preface
from paper.nodes import Heading
from paper.text import squeeze
from paper.text import text as plain_text


@dataclass(frozen=True)
class Note:
    """Something a person may want to look at; nothing was lost."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Reading:
    """One material with the line it begins at (`line`: of its number) and what was noticed."""

    material: Material
    line: int
    notes: tuple[Note, ...]


def split(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The documents of a file: each begins with 審議資料Ｎｏ． or, without it, with 諮問第○号 on a line of its own."""
    full = [line for line in lines if not line.is_blank]
    starts = [i for i, line in enumerate(full) if head.SLIP.fullmatch(line.text)]
    if not starts:
        starts = [i for i, line in enumerate(full) if head.NUMBER.fullmatch(line.text)]
    if not starts:
        first = full[0].number if full else 1
        raise Unreadable(first, "審議資料ではないようです。「審議資料Ｎｏ．」か「諮問第○号」の行から始めてください。")
    if starts[0] > 0:
        raise Unreadable(
            full[0].number, "「審議資料Ｎｏ．」か「諮問第○号」の行より前に文があります。取り除いてください。"
        )
    for start, end in zip(starts, [*starts[1:], len(full)], strict=True):
        yield tuple(full[start:end])


def read(document: Sequence[Line], house: House) -> Reading:
    """Read one document; Unreadable, naming the line, where it is none or a character would be lost."""
    kept = without_page_numbers(document)
    if not kept:
        raise Unreadable(document[0].number, "審議資料に文がありません。")
    reader = _Reader(kept, house)
    material = reader.material()
    _compare(kept, material)
    return Reading(material, reader.line, tuple(reader.notes))


def difference(document: Sequence[Line], material: Material) -> tuple[int, str, str] | None:
    """(line, text of the file, text of the tree) at the first place where they differ, white space apart."""
    expected = squeeze("".join(line.text for line in document))
    actual = squeeze(plain_text(tree.document(material)))
    if expected == actual:
        return None
    at = next(
        (i for i, (e, a) in enumerate(zip(expected, actual, strict=False)) if e != a),
        min(len(expected), len(actual)),
    )
    line = max((number for offset, number in squeezed_positions(document) if offset <= at), default=1)
    return line, expected[at : at + 20], actual[at : at + 20]


def _compare(document: Sequence[Line], material: Material) -> None:
    if found := difference(document, material):
        line, expected, actual = found
        raise Unreadable(
            line,
            f"この形は読み取れません（「{expected}」が「{actual}」になります）。見出しと番号を確かめてください。",
        )


class _Reader:
    """One document on its way to a Material."""

    def __init__(self, document: Sequence[Line], house: House) -> None:
        self.head = head.read(document)
        self.line = document[1].number if self.head.slip else document[0].number
        self.house = house
        self.context = Context(house)
        self.measured = paragraphs.measure(document)
        self.body = segments.cut(self.head.rest)
        self.notes: list[Note] = []
        if not self.body.parts:
            line = (self.head.rest or document)[-1].number
            raise Unreadable(line, "見出し（１ …、第１ …）が一つもありません。審議資料の見出しを付けてください。")

    def material(self) -> Material:
        material = Material(
            slip=self.head.slip,
            number=self.head.number,
            subject=self.head.subject,
            subtitle=self.head.subtitle,
            date=self.head.date,
            departments=self.head.departments,
            prefaces=tuple(Preface(each.title, self._join(each)) for each in self.body.prefaces),
            parts=tuple(self._part(part, n) for n, part in enumerate(self.body.parts, 1)),
            annexes=tuple(annexes.read(annex, self.measured) for annex in self.body.annexes),
            house=self.house,
        )
        if material.printed_date != self.head.printed_date:
            material = replace(material, date_printed=self.head.printed_date)
        return linked(_with_odd_numbers(material, self.body.parts))

    def _join(self, segment: Segment) -> str:
        return paragraphs.join(segment.lines, self.measured)

    def _part(self, part: PartSegments, position: int) -> Part:
        kind = headings.kind_of(part, self.head.subject)
        kept = [segment for segment in part.segments if segment.title or segment.lines]
        outline: list[Entry] = []
        values: dict[str, Any] = {}
        for segment, key in zip(kept, headings.assign(kind, kept), strict=True):
            if key is None:
                outline.append(self._free(segment, len(outline)))
                continue
            spec = kind.fields[key]
            title = None if self.house.titled(spec.title) == segment.title else segment.title
            outline.append(Entry(key, title, level=None if spec.level == segment.level else segment.level))
            values[key] = spec.read(self._join(segment), self.context)
        title = part.title if part.title and part.title != kind.part_title else None
        if part.title and len(self.body.parts) == 1:
            title = part.title
        return Part(f"s{position}", kind(**values), tuple(outline), title)

    def _free(self, segment: Segment, position: int) -> Entry:
        said = f"見出し「{segment.title}」は、様式にない見出しとして" if segment.title else "見出しのない文として"
        self.notes.append(Note(segment.line, f"{said}取り込みました。"))
        level = None if segment.level == 1 else segment.level
        return Entry(f"{FREE}{position + 1}", segment.title, None, level, self._join(segment))


def _with_odd_numbers(material: Material, parts: Sequence[PartSegments]) -> Material:
    """Numbers that were printed otherwise than they would be counted stay as printed."""
    counted = iter([node.number for node in tree.document(material).nodes if isinstance(node, Heading)])
    found = []
    for part, read_from in zip(material.parts, parts, strict=True):
        if material.has_numbered_parts:
            number = _odd(read_from.number, next(counted))
            part = replace(part, number=number)
        numbers = [segment.number for segment in read_from.segments if segment.title or segment.lines]
        outline = tuple(
            replace(entry, number=_odd(printed, next(counted))) if entry.title != "" or not entry.is_free else entry
            for entry, printed in zip(part.outline, numbers, strict=True)
        )
        found.append(replace(part, outline=outline))
    return replace(material, parts=tuple(found))


def _odd(printed: str, counted: str) -> str | None:
    return printed if printed != counted else None
