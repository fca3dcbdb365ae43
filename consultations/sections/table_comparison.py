"""What changed in the table of a 別紙: only the rows that did, cell by cell, under the columns of both states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from consultations.sections import sheets
from paper.alignment import aligned, gaps
from paper.difference import Piece, pieces

Cell: TypeAlias = tuple[Piece, ...]
Pair: TypeAlias = tuple[int | None, int | None]


@dataclass(frozen=True)
class TableChanges:
    """`rows` are those that came, went or changed; `same` how many did not."""

    columns: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    same: int


def compared(before: str, after: str) -> TableChanges:
    """Of two tables as text (sections/sheets.py)."""
    (columns, rows), (new_columns, new_rows) = sheets.read(before), sheets.read(after)
    old_width = max(map(len, (columns, *rows)))
    new_width = max(map(len, (new_columns, *new_rows)))
    old = [_wide(row, old_width) for row in (columns, *rows)]
    new = [_wide(row, new_width) for row in (new_columns, *new_rows)]
    across = _columns(old[0], new[0])
    shared = [(i, j) for i, j in across if i is not None and j is not None]
    down = list(
        _rows([tuple(row[i] for i, _ in shared) for row in old[1:]], [tuple(r[j] for _, j in shared) for r in new[1:]])
    )
    cells = [
        tuple(_cells(old[i + 1] if i is not None else (), new[j + 1] if j is not None else (), across)) for i, j in down
    ]
    changed = tuple(row for row in cells if any(piece.sort != "same" for cell in row for piece in cell))
    return TableChanges(tuple(_cells(old[0], new[0], across)), changed, len(cells) - len(changed))


def _wide(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))


def _columns(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    if len(old) == len(new):
        return [(i, i) for i in range(len(old))]
    return list(_paired(old, new))


def _paired(old: Sequence[object], new: Sequence[object]) -> Iterator[Pair]:
    """Positions of both that belong together: what is equal, and between that one by one, in order."""
    for left, right, block in gaps(aligned(old, new), len(old), len(new)):
        yield from zip_longest(range(left.start, left.stop), range(right.start, right.stop))
        yield from ((block.before + n, block.after + n) for n in range(block.size))


def _rows(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterator[Pair]:
    """Rows that are equal belong together; between those, as many as there are on both sides, or of one first cell."""
    for left, right, block in gaps(aligned(old, new), len(old), len(new)):
        if left.stop - left.start == right.stop - right.start:
            yield from zip(range(left.start, left.stop), range(right.start, right.stop), strict=True)
        else:
            yield from _rows_named(old, new, left, right)
        yield from ((block.before + n, block.after + n) for n in range(block.size))


def _rows_named(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], left: slice, right: slice
) -> Iterator[Pair]:
    names = [row[:1] for row in old[left]], [row[:1] for row in new[right]]
    for gone, came, block in gaps(aligned(*names), len(names[0]), len(names[1])):
        yield from ((left.start + i, None) for i in range(gone.start, gone.stop))
        yield from ((None, right.start + j) for j in range(came.start, came.stop))
        yield from ((left.start + block.before + n, right.start + block.after + n) for n in range(block.size))


def _cells(old: Sequence[str], new: Sequence[str], across: Sequence[Pair]) -> Iterator[Cell]:
    for i, j in across:
        yield pieces(old[i] if old and i is not None else "", new[j] if new and j is not None else "")
