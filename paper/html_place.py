"""Where the lines of a block start, in em from the margin.

A heading １ stands at the margin and its text starts two characters in. （１） stands at the margin too, whether it is
a heading or was typed, so its text starts at three. Deeper markers, ① or ・, stand one character out from the text of
what they belong to; a paragraph stands under the text of what it belongs to.
"""

import re
from typing import NamedTuple

_NUMBER = re.compile("[（(].+[）)]")


class _Open(NamedTuple):
    """What others may belong to: where its marker stands, and where its text starts."""

    depth: int
    start: int
    text: int


_HEADINGS = {0: _Open(0, -1, 0), 1: _Open(0, 0, 2), 2: _Open(0, 0, 3)}


class Places:
    """Gives the places in the order of the document."""

    def __init__(self) -> None:
        self._open = [_HEADINGS[0]]

    def heading(self, level: int = 0) -> None:
        """A heading of that level was printed; 0 also for what stands outside the numbering."""
        self._open = [_HEADINGS[level]]

    def paragraph(self, depth: int) -> int:
        """The start of the lines of a paragraph under `depth` markers."""
        return self._above(depth).text

    def item(self, depth: int, marker: str, width: int) -> int:
        """The start of the text of an item; its marker stands `width` further out."""
        above = self._above(depth - 1)
        hangs = above is _HEADINGS[1] and _NUMBER.fullmatch(marker)
        start = 0 if hangs else max(above.text - 1, above.start + 1)
        self._open.append(_Open(depth, start, start + width))
        return start + width

    def _above(self, depth: int) -> _Open:
        """What stands last at that depth or above it; what was deeper is closed."""
        while len(self._open) > 1 and self._open[-1].depth > depth:
            self._open.pop()
        return self._open[-1]
