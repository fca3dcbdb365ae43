"""Japanese justification: the space that is left on a line goes between its characters, not only into word spaces.

With `text-align-last: justify` the same sets a line in 均等割付.

Pango adds half of a letter spacing to either side of a character, and none at the two ends of what it lays out. So the
places where a line can grow are the pairs of neighbours: a whole one between two Japanese characters, half a one where
a Japanese character meets a word in Latin letters.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS, ffi, pango

# What may stand apart: spaces and East Asian characters, but no joiner, no voicing mark and no variation selector.
_STRETCHING: Final = re.compile(
    "[ \u00a0\u2010-\u2027\u2030-\u205e\u2100-\u27bf"
    "\u2e80-\u3098\u309b-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
    "[\ufe00-\ufe0f\u3099\u309a\U000e0100-\U000e01ef]*"
)
_CLUSTER: Final = re.compile(f"{_STRETCHING.pattern}|.", re.DOTALL)
_RUN: Final = re.compile(f"(?:{_STRETCHING.pattern})+")
_JAPANESE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def justify_line(original: Any, context: Any, line: Any, extra_width: float) -> None:
    """Widen `line` by `extra_width` between its characters; a line without Japanese is left to `original`.

    Where a long word in Latin letters went to the next line and left too much, the line stays as it is.
    """
    boxes_ = list(_leaves(line))
    if not any(_JAPANESE.search(box.text) for box in boxes_ if isinstance(box, boxes.TextBox)):
        original(context, line, extra_width)
        return
    weights = [weight for box in boxes_ for weight in _weights(box)]
    places = sum(weights) - (weights[0] + weights[-1]) / 2
    if places <= 0:
        return
    is_spread = line.style["text_align_last"] == "justify"
    if is_spread or extra_width / places <= line.style["font_size"] / 2:
        _Spread(extra_width / places).widen(line)


class _Spread:
    """One pass over the boxes of a line, in order, that moves each by the gaps before it."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._shift = 0.0
        self._last: float | None = None  # the weight of the last character passed

    def widen(self, box: Any) -> None:
        if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
            box.position_x += self._shift
            before = self._shift
            for child in box.children:
                if child.is_in_normal_flow():
                    self.widen(child)
            box.width += self._shift - before
        elif weights := _weights(box):
            if self._last is not None:
                self._shift += self._gap * (self._last + weights[0]) / 2
            self._last = weights[-1]
            box.translate(self._shift, 0)
            if isinstance(box, boxes.TextBox):
                grown = self._gap * (sum(weights) - (weights[0] + weights[-1]) / 2)
                box.width += grown
                box.pango_layout.japanese_gap = self._gap if grown else 0.0
                self._shift += grown


def _leaves(box: Any) -> Iterator[Any]:
    if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _leaves(child)
    else:
        yield box


def _weights(box: Any) -> list[int]:
    """Of each character whether it may stand apart from its neighbours.

    Anything but text counts as a character that may not, and so does text that may not wrap: the number of a heading or
    the marker of an item keeps its width, and what follows it its place on the grid.
    """
    if not isinstance(box, boxes.TextBox):
        return [0]
    if box.style["white_space"] == "nowrap":
        return [0] * len(box.text)
    return [1 if _STRETCHING.match(cluster) else 0 for cluster in _CLUSTER.findall(box.text)]


def set_text(original: Any, layout: Any, text: str, justify: bool = False) -> None:
    """Give the text to Pango; when it is drawn, with the spacing that `justify_line` has found for it."""
    original(layout, text, justify)
    gap = getattr(layout, "japanese_gap", 0.0)
    if not (justify and gap and layout.text):
        return
    spacing = layout.style["letter_spacing"]
    units = int((gap + (0 if spacing == "normal" else spacing)) * TO_UNITS)
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for run in _RUN.finditer(layout.text):
        attribute = pango.pango_attr_letter_spacing_new(units)
        attribute.start_index = len(layout.text[: run.start()].encode())
        attribute.end_index = len(layout.text[: run.end()].encode())
        pango.pango_attr_list_change(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)
