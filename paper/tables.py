"""The cells of a table as printed: merged first column, or, in a loose table, columns as they were read."""

from dataclasses import dataclass
from math import ceil

from paper.markup import width as em
from paper.nodes import Table

LINE = 40
"""em in a line of the page, as paper/css/material.css sets it."""
PADDING = 2
"""em of white and rules in a cell."""


@dataclass(frozen=True)
class Group:
    """Rows that share the first cell `head`; `rows` are the cells beside it (all cells in a table of one column)."""

    head: str
    rows: tuple[tuple[str, ...], ...]


def width(table: Table) -> int:
    """The number of columns: rows may be ragged, and a table may have no column names."""
    return max([len(table.columns), *(len(row) for row in table.rows)], default=0)


def groups(table: Table) -> tuple[Group, ...]:
    """The rows of a table that is not loose, by their merged first cell; every row filled up to the full width."""
    columns = width(table)
    found: list[Group] = []
    for row in table.rows:
        head, *rest = [*row, *[""] * (columns - len(row))] if columns > 1 else ["", *row]
        if found and not head and columns > 1:
            found[-1] = Group(found[-1].head, (*found[-1].rows, tuple(rest)))
        else:
            found.append(Group(head, (tuple(rest),)))
    return tuple(found)


def stacks(table: Table) -> tuple[tuple[str, ...], ...]:
    """The non-empty cells of each column of a loose table, top to bottom."""
    return tuple(
        tuple(row[column] for row in table.rows if column < len(row) and row[column]) for column in range(width(table))
    )


def column_widths(table: Table) -> tuple[int, ...]:
    """The width of each column in em, together those of a line: as wide as its longest line, or a fair share.

    Columns that need less than an equal share get what they need, the others share the rest; what nobody needs is the
    last column's.
    """
    needs = [_need(table, column) for column in range(width(table))]
    left, widths = float(LINE), dict[int, int]()
    for place, column in enumerate(sorted(range(len(needs)), key=lambda column: needs[column])):
        widths[column] = min(needs[column], int(left / (len(needs) - place)))
        left -= widths[column]
    return tuple(widths[column] for column in range(len(needs)))


def _need(table: Table, column: int) -> int:
    cells = [row[column] for row in (table.columns, *table.rows) if column < len(row)]
    return ceil(max((em(line) for cell in cells for line in cell.split("\n")), default=0)) + PADDING
