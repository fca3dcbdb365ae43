"""別紙: a table whose first column was merged, or text."""

import re
from collections.abc import Sequence

from consultations.importing.marks import looks_like_heading
from consultations.importing.paragraphs import join
from consultations.importing.reading import Line
from consultations.importing.segments import AnnexSegment
from consultations.sections.material import Annex
from paper.outline import split_marker

_CELLS = re.compile(r"\t|[ \u3000]{2,20}|\u3000")
_LONGEST_TITLE = 14
_OPEN, _CLOSE = "（(「『", "）)」』"


def read(segment: AnnexSegment, measured: float | None) -> Annex:
    """The annex of a segment. Where extraction lost the rows of its table, nothing is guessed (a loose table)."""
    lines = [line for line in segment.lines if not line.is_blank]
    title = segment.title
    if not title and lines and not _columns(lines[0].text) and "。" not in lines[0].text:
        title = lines.pop(0).text.strip()
    top = next((i for i, line in enumerate(lines[:-1]) if _columns(line.text)), None)
    if top is None:
        return Annex(segment.label, title, text=join(lines, measured))
    columns = _columns(lines[top].text)
    end = next((i for i, line in enumerate(lines) if i > top and line.text.rstrip().endswith("。")), len(lines))
    rows = _rows(lines[top + 1 : end], len(columns))
    return Annex(segment.label, title, columns, rows, join(lines[end:], measured), lead=join(lines[:top], measured))


def _columns(text: str) -> tuple[str, ...]:
    """The titles of the columns where the line is one of titles, else nothing."""
    cells = text.split()
    if looks_like_heading(text) or split_marker(text)[1]:
        return ()
    fits = 2 <= len(cells) <= 8 and all(len(cell) <= _LONGEST_TITLE and "。" not in cell for cell in cells)
    return tuple(cells) if fits else ()


def _rows(lines: Sequence[Line], count: int) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    whole = sum(len(line.text.split()) == count for line in lines)
    by_spaces = count > 1 and whole * 2 > len(lines)  # extraction left one space between most cells
    for line in lines:
        words = line.text.split()
        cells = tuple(words) if by_spaces and len(words) == count else _cells(line.text, count)
        if rows and len([cell for cell in cells if cell]) == 1 and _is_open(rows[-1][-1]):
            rows[-1] = (*rows[-1][:-1], rows[-1][-1] + cells[-1])
        else:
            rows.append(cells)
    return tuple(_loose(rows) if rows and not rows[0][0] else rows)


def _cells(text: str, count: int) -> tuple[str, ...]:
    """The cells of a line; a line of one cell continues the last column."""
    cells = [cell.strip() for cell in (text.split("\t") if "\t" in text else _CELLS.split(text.strip()))]
    if len(cells) == count:
        return tuple(cells)
    if len(cells) > count:
        return (*cells[: count - 1], "\u3000".join(cells[count - 1 :]))
    if "\t" in text:
        return (*cells, *[""] * (count - len(cells)))
    return (*[""] * (count - 1), "\u3000".join(cells))


def _is_open(cell: str) -> bool:
    return sum(cell.count(mark) for mark in _OPEN) > sum(cell.count(mark) for mark in _CLOSE)


def _loose(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """A table read column by column: all items first, then all values of the first column.

    The last lines are values of the first column where every word of theirs (受付・配送) names some item above.
    """
    texts = [row[-1] for row in rows]
    start = len(texts)
    while start > 1 and _names_items(texts[start - 1], texts[: start - 1]):
        start -= 1
    if start <= len(texts) // 2:
        return list(rows)
    return [*rows[:start], *((text, *[""] * (len(rows[0]) - 1)) for text in texts[start:])]


def _names_items(text: str, items: Sequence[str]) -> bool:
    words = text.split("・")
    return all(len(word) >= 2 and any(word in item for item in items) for word in words)
