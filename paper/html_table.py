"""A table of the tree as an HTML table with header cells that say what they head.

The widths of the columns are said beforehand: to find them out while it prints costs the square of the longest cell.
A long group may go over the end of a page; it has its name at the top, where reading begins.
"""

from paper.markup import inline
from paper.nodes import Table
from paper.tables import Group, column_widths, groups, stacks

_LONG = 12  # rows


def table(node: Table) -> str:
    heads = "".join(_head(name) for name in node.columns)
    head = f"<thead>\n<tr>{heads}</tr>\n</thead>\n" if heads else ""
    body = _stacked(node) if node.is_loose else "".join(_group(group) for group in groups(node))
    return f"<table>\n{_columns(node)}{head}{body}</table>\n"


def _columns(node: Table) -> str:
    """How wide each column is, but for the last one, which has what is left."""
    widths = "".join(f'<col class="wide-{width}">' for width in column_widths(node)[:-1])
    return f"<colgroup>{widths}<col></colgroup>\n" if widths else ""


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
