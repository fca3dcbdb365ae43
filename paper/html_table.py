"""A table of the tree as an HTML table with header cells that say what they head."""

from paper.markup import inline
from paper.nodes import Table
from paper.tables import Group, groups, stacks


def table(node: Table) -> str:
    names = "".join(_head(name) for name in node.columns)
    head = f"<thead>\n<tr>{names}</tr>\n</thead>\n" if names else ""
    body = _stacked(node) if node.is_loose else "".join(_group(group) for group in groups(node))
    return f"<table>\n{head}{body}</table>\n"


def _head(name: str) -> str:
    return f'<th scope="col">{inline(name)}</th>' if name else "<td></td>"


def _group(group: Group) -> str:
    """Rows in a body of their own, so that the merged cell heads exactly them."""
    head = ""
    if group.head:
        scope, span = ("rowgroup", f' rowspan="{len(group.rows)}"') if len(group.rows) > 1 else ("row", "")
        head = f'<th scope="{scope}"{span}>{inline(group.head)}</th>'
    rows = (f"<tr>{head if i == 0 else ''}{_cells(row)}</tr>\n" for i, row in enumerate(group.rows))
    return f"<tbody>\n{''.join(rows)}</tbody>\n"


def _cells(row: tuple[str, ...]) -> str:
    return "".join(f"<td>{inline(cell)}</td>" for cell in row)


def _stacked(node: Table) -> str:
    columns = ("".join(f"<p>{inline(cell)}</p>" for cell in column) for column in stacks(node))
    return f'<tbody class="stacked">\n<tr>{"".join(f"<td>{column}</td>" for column in columns)}</tr>\n</tbody>\n'
