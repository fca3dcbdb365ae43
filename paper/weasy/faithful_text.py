"""Text that can be taken out of the PDF again exactly as it was put in.

A PDF maps each glyph to one text. Where two characters share a glyph (〜 and ～), where a voicing mark has melted into
its letter (か and U+3099), or where a variation selector chose the glyph that the character has anyway, that map cannot
tell which was meant. Such a cluster is drawn inside a marked span whose /ActualText says it (ISO 32000-1, 14.9.4).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import pydyf
from weasyprint.text.ffi import pango

from paper.weasy.glyph_text import AMBIGUOUS, plain
from paper.weasy.shaping import Run, runs

_JOINER: Final = "\u2060"  # set by ourselves; not part of the text
_SHOW: Final = b"] TJ"
_TOKEN: Final = re.compile(rb"<((?:[0-9a-f]{4})*)>|[-+.0-9e]+")


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
        clusters = _joined(cluster for run in runs(stream, textbox.pango_layout) for cluster in _clusters(run))
        if not all(cluster.told for cluster in clusters):
            stream.stream[start:] = _mark(stream.stream[start:], clusters)
    return emojis


def _clusters(run: Run) -> Iterator[Cluster]:
    """The clusters of a run. Nearly every run has a glyph for each character, mapped to just that: told as a whole."""
    text = run.text.decode()
    said = text.replace(_JOINER, "")
    glyphs = [glyph for glyph in run.glyphs if glyph != pango.PANGO_GLYPH_EMPTY]
    mapped = run.font.to_unicode
    if not AMBIGUOUS.search(said) and [mapped.get(glyph) for glyph in glyphs] == list(said):
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
        mapped[glyphs[-1]] = plain(said, font, glyphs[-1])
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
