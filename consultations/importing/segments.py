"""The body of a material cut at its headings; which field a heading is comes later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from consultations.importing import marks
from consultations.importing.reading import Line, Note
from consultations.importing.titles import known_titles
from paper.digits import level

_LONGEST_TITLE = 50


@dataclass
class Segment:
    """A heading with the lines under it. `number` and `title` as printed; both "" for lines before any heading."""

    number: str = ""
    title: str = ""
    level: int = 1
    line: int = 0
    lines: list[Line] = field(default_factory=list)


@dataclass
class PartSegments:
    number: str = ""
    title: str = ""
    line: int = 0
    segments: list[Segment] = field(default_factory=list)


@dataclass
class AnnexSegment:
    label: str
    title: str
    line: int
    lines: list[Line] = field(default_factory=list)


@dataclass
class Body:
    prefaces: list[Segment] = field(default_factory=list)
    parts: list[PartSegments] = field(default_factory=list)
    annexes: list[AnnexSegment] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def cut(lines: Sequence[Line]) -> Body:
    """Cut the lines after the head. Every line is in exactly one place of the result, in order."""
    return _Cutter().cut(lines)


class _Cutter:
    """Where in the paper the next line belongs."""

    def __init__(self) -> None:
        self.body = Body()
        self.known = known_titles()
        self.sink: list[Line] | None = None

    def cut(self, lines: Sequence[Line]) -> Body:
        full = [line for line in lines if not line.is_blank]
        position = 0
        while position < len(full):
            line, following = full[position], full[position + 1 : position + 3]
            position += 1
            if self._opens(line):
                continue
            more = self._opens_heading(line, following)
            if more is None:
                self._take(line)
            else:
                position += more
        return self.body

    def _take(self, line: Line) -> None:
        if self.sink is None:
            self.body.prefaces.append(Segment(line=line.number))
            self.sink = self.body.prefaces[-1].lines
        self.sink.append(line)

    def _opens(self, line: Line) -> bool:
        """Whether the line opens a 別紙, a preface or a 第n part."""
        text = line.text
        if found := marks.ANNEX.fullmatch(text):
            self.body.annexes.append(AnnexSegment(found[1], found[2].strip(), line.number))
            self.sink = self.body.annexes[-1].lines
        elif self.body.annexes:
            return False
        elif (found := marks.PREFACE.fullmatch(text)) and not self.body.parts:
            self.body.prefaces.append(Segment("", found[1], 0, line.number))
            self.sink = self.body.prefaces[-1].lines
        elif (found := marks.PART.fullmatch(text)) and self._is_part(found):
            part = PartSegments(found[1], found[2].strip(), line.number, [Segment(line=line.number)])
            self.body.parts.append(part)
            self.sink = part.segments[0].lines
        else:
            return False
        return True

    def _is_part(self, found: re.Match[str]) -> bool:
        title = found[2].strip()
        expected = level(found[1]).strip("第.、") == str(len(self.body.parts) + 1)
        if marks.UNIT.match(title) or title.endswith(("。", "、")):
            return False
        if self.body.parts and not self.body.parts[-1].number:
            return False
        return expected or title.endswith("について")

    def _opens_heading(self, line: Line, following: Sequence[Line]) -> int | None:
        """How many following lines belong to the heading the line opens; None where it opens none."""
        if self.body.annexes:
            return None
        for rank, pattern in ((1, marks.HEADING), (1, marks.TIGHT_HEADING), (2, marks.SUBHEADING)):
            if found := pattern.fullmatch(line.text):
                title = found[2].strip()
                more = self._known_length(rank, title, following)
                if more is None and pattern is not marks.TIGHT_HEADING and self._may_be_heading(rank, found[1], title):
                    more = 0 if rank == 1 or self._has_text(following) else None
                if more is not None:
                    self._open(Segment(found[1], self._whole(title, following[:more]), rank, line.number))
                    return more
                if pattern is marks.HEADING and self._is_heading_out_of_order(title):
                    sentence = (
                        f"「{line.text.strip()}」は見出しにも見えますが、番号が順でないため、文として取り込みました。"
                    )
                    self.body.notes.append(Note(line.number, sentence))
        return None

    def _whole(self, title: str, more: Sequence[Line]) -> str:
        return "".join((title, *(line.text.strip() for line in more)))

    def _known_length(self, rank: int, title: str, following: Sequence[Line]) -> int | None:
        """How many more lines a heading of the forms takes (a long one wraps); None where it is none of them."""
        for more in range(len(following) + 1):
            whole = level(self._whole(title, following[:more]))
            if whole in self.known[rank] or (rank == 2 and whole.partition("(")[0] in {"件数", "個人情報の項目"}):
                return more if rank == 1 or self._is_under_data() else None
        return None

    def _may_be_heading(self, rank: int, number: str, title: str) -> bool:
        """Whether a title that no form knows is one: short, no sentence, and its number comes next."""
        return self._is_title(title) and level(number).strip(".、()") in self._expected(rank)

    def _is_title(self, title: str) -> bool:
        short = len(level(title)) <= _LONGEST_TITLE and not title.endswith(("、", "，"))
        return short and "。" not in title and not marks.UNIT.match(title)

    def _is_heading_out_of_order(self, title: str) -> bool:
        return self._is_title(title) and len(title) <= _LONGEST_TITLE // 2

    def _has_text(self, following: Sequence[Line]) -> bool:
        """Whether （n） opens a heading of its own, with text below, under …項目及び件数."""
        return self._is_under_data() and bool(following) and not marks.SUBHEADING.match(following[0].text)

    def _segments(self) -> list[Segment]:
        return self.body.parts[-1].segments if self.body.parts else []

    def _is_under_data(self) -> bool:
        """Whether the line stands under …個人情報の項目及び件数, the only heading with headings of its own."""
        under: list[Segment] = []
        for segment in reversed(self._segments()):
            under.append(segment)
            if segment.level == 1:
                return "項目" in segment.title and (len(under) > 1 or not segment.lines)
        return False

    def _expected(self, rank: int) -> set[str]:
        """The numbers the next heading of this rank may have: as counted, or one more than the last one printed."""
        count, last = 0, ""
        for segment in self._segments():
            if segment.number and segment.level <= rank:
                count, last = (count + 1, segment.number) if segment.level == rank else (0, "")
        plain = level(last).strip(".、()")
        return {str(count + 1), str(int(plain) + 1) if plain.isdecimal() else ""}

    def _open(self, segment: Segment) -> None:
        if not self.body.parts:
            self.body.parts.append(PartSegments(line=segment.line))
        self.body.parts[-1].segments.append(segment)
        self.sink = segment.lines
