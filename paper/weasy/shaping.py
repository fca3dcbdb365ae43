"""What Pango drew for a line: runs of glyphs, and the text each stands for."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from weasyprint.text.ffi import ffi

_GLYPH_INFO: Final = ffi.sizeof("PangoGlyphInfo")


class Run(NamedTuple):
    """Glyphs that Pango shaped together: `starts` tells where in `text`, in bytes, the cluster of each glyph begins."""

    font: Any
    text: bytes
    glyphs: list[int]
    starts: list[int]


def runs(stream: Any, layout: Any) -> Iterator[Run]:
    """The runs of the first line of a WeasyPrint text layout, with the fonts of the page `stream`."""
    line, _ = layout.get_first_line()
    encoded = layout.text.encode()
    link = line.runs[0]
    while link != ffi.NULL:
        item, shaped = link.data.item, link.data.glyphs
        count = shaped.num_glyphs
        numbers = memoryview(ffi.buffer(shaped.glyphs, count * _GLYPH_INFO)).cast("I")
        yield Run(
            stream.add_font(item.analysis.font)[0],
            encoded[item.offset : item.offset + item.length],
            numbers[:: _GLYPH_INFO // 4].tolist(),
            ffi.unpack(shaped.log_clusters, count),
        )
        link = link.next
