"""The structure tree: one element for each element of the HTML, also where a page ends inside it.

WeasyPrint builds the tree page by page, so that a paragraph over two pages comes out as two. It also counts table
columns wrongly beside merged cells; a header cell says instead what it heads, rows or columns (/Scope).
"""

from collections.abc import Iterator
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import pydyf
from weasyprint.formatting_structure import boxes

_Key: TypeAlias = tuple[Any, str, str]  # HTML element, sort of box, tag

_BUILT: "WeakKeyDictionary[Any, dict[_Key, Any]]" = WeakKeyDictionary()
_SCOPES = {"col": "/Column", "row": "/Row", "rowgroup": "/Row"}


def build_box_tree(original: Any, box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
    """The structure elements of `box` that go under `parent`."""
    built = _BUILT.setdefault(pdf, {})
    if isinstance(box, boxes.MarginBox):
        return
    if _is_repeated_head(box, built):
        _stand_in(box)
        return
    for element in original(box, parent, pdf, *rest):
        if isinstance(box, boxes.TableCellBox) and "A" in element:
            _say_scope(box, element)
        if element["S"] == "/Table":
            _forget_headers(box)
        first = built.setdefault((box.element, type(box).__name__, element["S"]), element)
        if first is element or any(isinstance(kid, int) for kid in element["K"]):
            yield element
        else:
            _move_kids(pdf, element, first)


def _is_repeated_head(box: Any, built: dict[_Key, Any]) -> bool:
    return bool(
        isinstance(box, boxes.TableRowGroupBox)
        and box.is_header
        and (box.element, type(box).__name__, "/THead") in built
    )


def _stand_in(head: Any) -> None:
    """WeasyPrint looks for the structure element of each header cell, and here there is none."""
    for cell in head.descendants():
        if isinstance(cell, boxes.TableCellBox):
            cell.mark = pydyf.Dictionary({"A": pydyf.Dictionary()})


def _say_scope(cell: Any, element: Any) -> None:
    if scope := _SCOPES.get(cell.element.get("scope", "")):
        element["A"]["Scope"] = scope


def _forget_headers(table: Any) -> None:
    for cell in table.descendants():
        if mark := getattr(cell, "mark", None):
            mark["A"].pop("Headers", None)
            mark.pop("ID", None)


def _move_kids(pdf: Any, source: Any, target: Any) -> None:
    for reference in source["K"]:
        pdf.objects[int(reference.split()[0])]["P"] = target.reference
    target["K"].extend(source["K"])
