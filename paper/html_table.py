"""A table of the tree as an HTML table with header cells that say what they head.

A first column of short entries is just as wide as the longest of them. A long group may go over the end of a page; it
has its name at the top, where reading begins.
"""

from paper.markup import attribute, inline, width
from paper.nodes import Table
from paper.tables import Group, groups, stacks

_SHORT = 12  # em; an entry of the first column
_NAMES = 30  # em; column names that together leave room for the padding of their cells
_LONG = 12  # rows


def table(node: Table) -> str:
    heads = "".join(_head(name) for name in node.columns)
    head = f"<thead>\n<tr>{heads}</tr>\n</thead>\n" if heads else ""
    body = _stacked(node) if node.is_loose else "".join(_group(group) for group in groups(node))
    names = [name for name, holds in (("short", _is_short(node)), ("named", _is_named(node))) if holds]
    return f"<table{attribute('class', ' '.join(names))}>\n{head}{body}</table>\n"


def _is_short(node: Table) -> bool:
    """Whether the entries of the first column, which has columns beside it, can each stand on one line."""
    rows = (node.columns, *node.rows)
    return any(len(row) > 1 for row in rows) and all(width(line) <= _SHORT for row in rows for line in row[:1])


def _is_named(node: Table) -> bool:
    """Whether the names of the columns stand on one line."""
    return 0 < sum(map(width, node.columns)) <= _NAMES


def _head(name: str) -> str:
    return f'<th scope="col">{inline(name)}</th>' if name else "<td></td>"


def _group(group: Group) -> str:
    """Rows in a body of their own, so that the merged cell heads exactly them."""
    head = ""
    if group.head:
        scope, span = ("rowgroup", f' rowspan="{len(group.rows)}"') if len(group.rows) > 1 else ("row", "")
        head = f'<th scope="{scope}"{span}>{inline(group.head)}</th>'
    rows = (f"<tr>{head if i == 0 else ''}{_cells(row)}</tr>\n" for i, row in enumerate(group.rows))
    name = ' class="long"' if len(group.rows) > _LONG else ""
    return f"<tbody{name}>\n{''.join(rows)}</tbody>\n"


def _cells(row: tuple[str, ...]) -> str:
    return "".join(f"<td>{inline(cell)}</td>" for cell in row)


def _stacked(node: Table) -> str:
    columns = ("".join(f"<p>{inline(cell)}</p>" for cell in column) for column in stacks(node))
    return f'<tbody class="stacked">\n<tr>{"".join(f"<td>{column}</td>" for column in columns)}</tr>\n</tbody>\n'
