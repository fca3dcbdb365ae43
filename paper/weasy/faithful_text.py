"""Text that can be taken out of the PDF again exactly as it was put in.

A PDF maps each glyph to one text. Where two characters share a glyph (〜 and ～), where a voicing mark has melted into
its letter (か and U+3099), or where a variation selector chose the glyph that the character has anyway, that map cannot
tell which was meant. Such a cluster is drawn inside a marked span whose /ActualText says it (ISO 32000-1, 14.9.4).

The map itself does not depend on what a document happens to say first, so that the maps of several prints agree.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import pydyf
from weasyprint.text.ffi import ffi, harfbuzz, pango

ffi.cdef("int hb_font_get_nominal_glyph(hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);")

_JOINER: Final = "\u2060"  # set by ourselves; not part of the text
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_VOICING: Final = ("\u3099", "\u309a")
_RADICALS: Final = range(0x2F00, 0x2FE0)  # ⼈ has the glyph of 人
# Of characters that share a glyph, those that are typed less often → the usual one.
_TWINS: Final = {"〜": "～", "∼": "~", "‐": "-", "‑": "-", "‒": "-", "\u00ad": "−", "\u00a0": " "} | {
    chr(radical): unicodedata.normalize("NFKC", chr(radical)) for radical in _RADICALS
}
_AMBIGUOUS: Final = re.compile(f"[{''.join(_TWINS)}\u200b-\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_GLYPH_INFO: Final = ffi.sizeof("PangoGlyphInfo")
_SHOW: Final = b"] TJ"
_TOKEN: Final = re.compile(rb"<((?:[0-9a-f]{4})*)>|[-+.0-9e]+")


class Run(NamedTuple):
    """Glyphs that Pango shaped together: `starts` tells where in `text`, in bytes, the cluster of each glyph begins."""

    font: Any
    text: bytes
    glyphs: list[int]
    starts: list[int]


class Cluster(NamedTuple):
    """Glyphs that were drawn for one piece of text; `told` when the font's map says just that text."""

    glyphs: int
    text: str
    told: bool


def draw_first_line(original: Any, stream: Any, textbox: Any, *rest: Any) -> Any:
    """Draw as `original` does, then mark the clusters whose text the font's map does not tell."""
    start = len(stream.stream)
    emojis = original(stream, textbox, *rest)
    if len(stream.stream) > start:
        clusters = _joined(cluster for run in _runs(stream, textbox.pango_layout) for cluster in _clusters(run))
        if not all(cluster.told for cluster in clusters):
            stream.stream[start:] = _mark(stream.stream[start:], clusters)
    return emojis


def _runs(stream: Any, layout: Any) -> Iterator[Run]:
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


def _clusters(run: Run) -> Iterator[Cluster]:
    """The clusters of a run. Nearly every run has a glyph for each character, mapped to just that: told as a whole."""
    text = run.text.decode()
    said = text.replace(_JOINER, "")
    glyphs = [glyph for glyph in run.glyphs if glyph != pango.PANGO_GLYPH_EMPTY]
    mapped = run.font.to_unicode
    if not _AMBIGUOUS.search(said) and [mapped.get(glyph) for glyph in glyphs] == list(said):
        yield Cluster(len(glyphs), said, told=True)
        return
    drawn: list[int] = []
    for glyph, start, end in zip(run.glyphs, run.starts, [*run.starts[1:], len(run.text)], strict=True):
        if glyph != pango.PANGO_GLYPH_EMPTY:
            drawn.append(glyph)
        if end > start:
            yield _cluster(run.font, drawn, run.text[start:end].decode())
            drawn = []


def _cluster(font: Any, glyphs: list[int], text: str) -> Cluster:
    """Also corrects the map, which WeasyPrint fills with the first text that a glyph was drawn for."""
    said = text.replace(_JOINER, "")
    mapped = font.to_unicode
    if glyphs and mapped.get(glyphs[-1]) == text:
        mapped[glyphs[-1]] = _plain(said, font, glyphs[-1])
    told = "".join(mapped.get(glyph, "") for glyph in glyphs)
    return Cluster(len(glyphs), said, told == said or said.isspace())


def _joined(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters, with text that has no glyph of its own (a zero-width space) said together with what precedes it."""
    joined: list[Cluster] = []
    for cluster in clusters:
        if joined and cluster.text and not cluster.glyphs:
            joined[-1] = Cluster(joined[-1].glyphs, joined[-1].text + cluster.text, told=False)
        else:
            joined.append(cluster)
    return joined


def _plain(text: str, font: Any, glyph: int) -> str:
    """The text a glyph is mapped to, the same in every print: a voiced kana composed, the usual one of twins.

    A selector stays where it chose a glyph of its own, and goes where the character has that glyph without it too.
    """
    bare = _SELECTORS.sub("", text)
    if bare != text:
        return text if len(bare) == 1 and _nominal_glyph(font, bare) != glyph else bare
    return unicodedata.normalize("NFC", text) if text.endswith(_VOICING) else _TWINS.get(text, text)


def _nominal_glyph(font: Any, character: str) -> int:
    found = ffi.new("hb_codepoint_t *")
    harfbuzz.hb_font_get_nominal_glyph(font.hb_font, ord(character), found)
    return int(found[0])


def _mark(operators: list[Any], clusters: list[Cluster]) -> Iterator[Any]:
    """The operators, with those that show text cut where a cluster has to be marked."""
    spans = iter(_spans(clusters))
    left, text = next(spans)
    for operator in operators:
        if not (isinstance(operator, bytes) and operator.endswith(_SHOW)):
            yield operator
            continue
        shown: list[bytes] = []
        for token in _TOKEN.finditer(operator):
            if token[1] is None:
                shown.append(token[0])
                continue
            for glyph in re.findall(b"....", token[1]):
                while left == 0:
                    yield from _show(shown, text)
                    shown = []
                    left, text = next(spans)
                shown.append(b"<%s>" % glyph)
                left -= 1
        yield from _show(shown, text)


def _spans(clusters: list[Cluster]) -> list[tuple[int, str]]:
    """(number of glyphs, text to say or "") for stretches of clusters: one for each that is marked."""
    spans: list[tuple[int, str]] = [(0, "")]
    for cluster in clusters:
        if cluster.told:
            glyphs, text = spans[-1]
            spans[-1:] = [(glyphs + cluster.glyphs, "")] if not text else [(glyphs, text), (cluster.glyphs, "")]
        else:
            spans.append((cluster.glyphs, cluster.text))
    return spans


def _show(shown: list[bytes], text: str) -> Iterator[Any]:
    if not shown:
        return
    operator = b"[" + b" ".join(shown) + _SHOW
    if text:
        yield b"/Span " + pydyf.Dictionary({"ActualText": pydyf.String(text)}).data + b" BDC"
        yield operator
        yield b"EMC"
    else:
        yield operator
