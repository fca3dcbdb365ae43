"""What is copied from a spreadsheet: cells between tabs, headings in the first line; each line known by its number."""

import csv
import datetime
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paper.digits import level
from paper.typed_days import read_day

MOST_LINES = 500


@dataclass(frozen=True)
class Column:
    """`headings` are the words people put over it, the usual one first; `key` is the field that it fills."""

    key: str
    headings: tuple[str, ...]
    is_day: bool = False
    is_needed: bool = False

    @property
    def heading(self) -> str:
        return self.headings[0]


@dataclass(frozen=True)
class Row:
    """A line: every column has a text, "" where it is empty or missing, and every column of days a day or None."""

    line: int
    texts: Mapping[str, str]
    days: Mapping[str, datetime.date | None]


@dataclass(frozen=True)
class Problem:
    """`line` counts from 1 in what was pasted; None for what concerns the whole."""

    line: int | None
    sentence: str


class Unreadable(ValueError):
    """One sentence: what cannot be read and how to mend it."""


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]


def read(text: str, columns: Sequence[Column]) -> Table:
    """The rows that can be read and a sentence for each that cannot; any text gives one or the other."""
    lines, broken = _lines(text)
    if not lines:
        return Table((), tuple(broken) or (Problem(None, "表がありません。見出しの行から貼り付けてください。"),), ())
    (first, headings), *others = lines
    try:
        places = _places(headings, columns)
    except Unreadable as problem:
        return Table((), (Problem(first, str(problem)), *broken), ())
    rows, problems = [], [*broken]
    for line, cells in others:
        try:
            rows.append(_row(line, cells, places, columns, len(headings)))
        except Unreadable as problem:
            problems.append(Problem(line, str(problem)))
    if not others and not broken:
        problems.append(Problem(first, "見出しだけで、行がありません。見出しと一緒に、行も貼り付けてください。"))
    used = set(places.values())
    ignored = tuple(cell for place, cell in enumerate(headings) if cell and place not in used)
    return Table(tuple(rows), tuple(problems), ignored)


def _lines(text: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Lines that hold something, with their numbers."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter="\t", strict=True)
    lines: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                lines.append((begins, stripped))
            begins = reader.line_num + 1
            if len(lines) > MOST_LINES + 1:
                return [], [Problem(begins - 1, f"行が多すぎます。{MOST_LINES}行までに分けて貼り付けてください。")]
    except csv.Error:
        sentence = 'ここから先を読めませんでした。「"」で囲まれた欄が閉じているか、確かめてください。'
        return lines, [Problem(begins, sentence)]
    return lines, []


def _places(headings: Sequence[str], columns: Sequence[Column]) -> dict[str, int]:
    """Which cell fills which column, by key."""
    known = {level(heading): column for column in columns for heading in column.headings}
    places: dict[str, int] = {}
    for place, cell in enumerate(headings):
        column = known.get(level(cell))
        if column and column.key in places:
            raise Unreadable(f"「{column.heading}」にあたる列が二つあります。一つにしてください。")
        if column:
            places[column.key] = place
    if missing := [column.heading for column in columns if column.is_needed and column.key not in places]:
        raise Unreadable(
            f"「{'」「'.join(missing)}」の列がありません。1行目に見出しを入れてください。"
            f"読める見出しは{''.join(f'「{column.heading}」' for column in columns)}です。"
        )
    return places


def _row(line: int, cells: Sequence[str], places: Mapping[str, int], columns: Sequence[Column], width: int) -> Row:
    if any(cells[width:]):
        raise Unreadable("見出しより右に欄があります。見出しの列に合わせてください。")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for cell in cells for character in cell):
        raise Unreadable("欄の中に、改行などの使えない文字があります。取り除いてください。")
    texts, days = {}, {}
    for column in columns:
        place = places.get(column.key, len(cells))
        texts[column.key] = typed = cells[place] if place < len(cells) else ""
        if column.is_needed and not typed:
            raise Unreadable(f"{column.heading}がありません。入れてください。")
        if column.is_day:
            days[column.key] = read_day(typed) if typed else None
            if typed and days[column.key] is None:
                raise Unreadable(
                    f"{column.heading}の「{typed[:20]}」を読めませんでした。"
                    "日付の形を「令和8年6月1日」にそろえてください。"
                )
    return Row(line, texts, days)
