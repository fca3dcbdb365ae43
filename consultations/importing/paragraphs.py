"""Hard-wrapped lines → paragraphs, one a line.

A line that fills the measure goes on in the next one; a short line, or a marker on the next, ends the paragraph. White
space carries no meaning in the sources: extraction loses indents and doubles blank lines.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from consultations.importing.reading import Line
from paper.outline import split_marker

_OPEN, _CLOSE = re.compile("[（(「『〔［【]"), re.compile("[）)」』〕］】]")
_WIDEST_WRAP = 50
"""Full-width columns: A4 in 10.5 point holds 48; longer lines were not wrapped."""
_NARROWEST_WRAP = 30
_SLACK = 6
"""A wrapped line may be this much shorter than the widest: indents, and 禁則 that carries characters over."""


def width(text: str) -> float:
    """The width of a line in full-width columns."""
    text = text.strip()
    if text.isascii():
        return len(text) / 2
    return sum(1 if unicodedata.east_asian_width(character) in "FWA" else 0.5 for character in text)


def measure(document: Sequence[Line]) -> float | None:
    """The width at which the document was wrapped; None where its paragraphs stand on a line each."""
    full = [line.text.strip() for line in document if not line.is_blank]
    if any(width(text) > _WIDEST_WRAP for text in full):
        return None
    # a paragraph that stands on one line ends in 。 or opens with a marker; a wrapped line ends anywhere
    widths = Counter(width(text) for text in full if not text.endswith("。") and not split_marker(text)[1])
    wide = [found for found in widths if found >= _NARROWEST_WRAP]
    candidates = [found for found in wide if sum(n for other, n in widths.items() if found - 3 <= other <= found) >= 3]
    return max(candidates, default=None)


def join(lines: Sequence[Line], measured: float | None) -> str:
    """The paragraphs of some lines, one a line."""
    full = [line.text for line in lines if not line.is_blank]
    local = max((width(text) for text in full), default=0)
    paragraphs: list[str] = []
    open_brackets = 0
    before = ""
    for text in full:
        is_row = "\t" in before.strip() and text.startswith("\t")  # of a table, its first cell empty
        stripped = text.rstrip() if is_row else text.strip()
        if paragraphs and _goes_on(before, text, measured, local, open_brackets):
            paragraphs[-1] = glue(paragraphs[-1], stripped)
        else:
            paragraphs.append(stripped)
            open_brackets = 0
        open_brackets = max(0, open_brackets + len(_OPEN.findall(stripped)) - len(_CLOSE.findall(stripped)))
        before = text
    return "\n".join(paragraphs)


def glue(first: str, second: str) -> str:
    """Two pieces of a line: words in half-width letters get their space back."""
    between = (
        " " if first[-1:].isascii() and second[:1].isascii() and first[-1:].isalpha() and second[:1].isalpha() else ""
    )
    return f"{first}{between}{second}"


def _goes_on(before: str, after: str, measured: float | None, local: float, open_brackets: int) -> bool:
    if measured is None or split_marker(after)[1] or "\t" in before.strip() + after.strip():
        return False
    filled = width(before)
    if before.rstrip().endswith(("。", "：")):
        indented = after[:1].isspace()
        return filled >= local - 0.5 and filled >= measured - 2 and not indented
    if before.rstrip().endswith("、"):
        return True
    return filled >= measured - _SLACK or (open_brackets > 0 and filled >= measured / 2)
