"""Lines → materials, checked against what was read: no character is lost, or nothing is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from consultations.importing import annexes, head, headings, notices, paragraphs, segments
from consultations.importing.reading import (
    Line,
    Note,
    Unreadable,
    doubtful_page_numbers,
    squeezed_positions,
    without_page_numbers,
)
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
class Reading:
    """One material with the line it begins at (`line`: of its number) and what was noticed."""

    material: Material
    line: int
    notes: tuple[Note, ...]


def split(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The documents of a file: each begins with 審議資料Ｎｏ． or, without it, with 諮問第○号 on a line of its own."""
    full = [line for line in lines if not line.is_blank]
    starts = [position for position in range(len(full)) if _starts(full, position)]
    if not starts:
        first = full[0].number if full else 1
        raise Unreadable(first, "審議資料ではないようです。「審議資料Ｎｏ．」か「諮問第○号」の行から始めてください。")
    if starts[0] > 0:
        raise Unreadable(
            full[0].number, "「審議資料Ｎｏ．」か「諮問第○号」の行より前に文があります。取り除いてください。"
        )
    for start, end in zip(starts, [*starts[1:], len(full)], strict=True):
        yield tuple(full[start:end])


def _starts(full: Sequence[Line], position: int) -> bool:
    """Whether a paper begins here. A slip that is repeated on a later page of its paper is text of that paper."""
    text = full[position].text
    if head.SLIP.fullmatch(text):
        following = full[position + 1].text if position + 1 < len(full) else ""
        before = (line.text.strip() for line in full[:position])
        return head.NUMBER.fullmatch(following) is not None or text.strip() not in before
    if not head.NUMBER.fullmatch(text) or (position and head.SLIP.fullmatch(full[position - 1].text)):
        return False
    near = [line.text.strip() for line in full[position + 1 : position + 7]]
    return (
        position == 0 or any(each.endswith("について") for each in near) or not any(map(_opens_paper, full[:position]))
    )


def _opens_paper(line: Line) -> bool:
    return bool(head.SLIP.fullmatch(line.text) or head.NUMBER.fullmatch(line.text))


def read(document: Sequence[Line], house: House) -> Reading:
    """Read one document; Unreadable, naming the line, where it is none or a character would be lost."""
    kept = without_page_numbers(document)
    if not kept:
        raise Unreadable(document[0].number, "審議資料に文がありません。")
    reader = _Reader(kept, house)
    material = reader.material()
    _compare(kept, material)
    notes = (*doubtful_page_numbers(document), *reader.notes, *notices.of(material, kept, reader.line))
    return Reading(material, reader.line, tuple(sorted(notes, key=lambda note: note.line)))


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
        self.notes = list(self.body.notes)
        for preface in self.body.prefaces:
            if not preface.title:
                self.notes.append(Note(preface.line, "見出しより前の文として取り込みました。"))
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
        if part.title and not headings.named_in(part.title):
            self.notes.append(Note(part.line, f"「{part.number} {part.title}」を、新しい部として取り込みました。"))
        kept = [segment for segment in part.segments if segment.title or segment.lines]
        outline: list[Entry] = []
        values: dict[str, Any] = {}
        for segment, key in zip(kept, headings.assign(kind, kept), strict=True):
            if key is None:
                outline.append(self._free(segment, len(outline), forms_headings=bool(kind.fields)))
                continue
            spec = kind.fields[key]
            title = None if self.house.titled(spec.title) == segment.title else segment.title
            outline.append(Entry(key, title, level=None if spec.level == segment.level else segment.level))
            values[key] = spec.read(self._join(segment), self.context)
        title = part.title if part.title and part.title != kind.part_title else None
        if part.title and len(self.body.parts) == 1:
            title = part.title
        return Part(f"s{position}", kind(**values), tuple(outline), title)

    def _free(self, segment: Segment, position: int, *, forms_headings: bool) -> Entry:
        if forms_headings or not segment.title:
            said = f"見出し「{segment.title}」は、様式にない見出しとして" if segment.title else "見出しのない文として"
            self.notes.append(Note(segment.line or segment.lines[0].number, f"{said}取り込みました。"))
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
