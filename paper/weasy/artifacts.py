"""What is printed but not part of the text: page numbers, and the column names repeated on a table's later pages.

WeasyPrint tags the first as text outside the structure tree, which PDF/UA forbids (ISO 14289-1, 7.1), and the second as
rows of the table.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf

_DRAWN = "drawn-on"


@contextmanager
def marked(original: Any, stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Mark the content of `box` as `tag`, or as an artifact."""
    if stream._tags is None or not (box.element is None or _is_repeated(box.element, stream)):
        with original(stream, box, tag):
            yield
        return
    stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
    yield
    stream.end_marked_content()


def _is_repeated(element: Any, stream: Any) -> bool:
    """Whether this column name was drawn on another page before; it is remembered in the tree of this print."""
    if element.get("scope") != "col":
        return False
    page = str(id(stream))
    return bool(element.attrib.setdefault(_DRAWN, page) != page)
