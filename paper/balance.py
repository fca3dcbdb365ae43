"""The lines of a title: as few as fit, of about the same length, and broken where a phrase ends.

CSS has `text-wrap: balance` and `word-break: auto-phrase` for this; the print engine knows neither.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from paper.markup import width

# After a particle or the end of an inflected word, and before an opening bracket; never before kana that belong to
# the word, a closing bracket or a comma.
_BREAK = re.compile(
    r"(?:(?<=[、，」』）・はがをにでとへもなびうるたて])|(?<=から)|(?<=より))(?=[^、，」』）・ぁ-ん])"
    r"|(?<=[^「『（])(?=[「『（])"
)
_NAME = re.compile("[「『][^「」『』]*[」』]")
"""The name of a business or a project is broken only where there is no other way."""


def lines(text: str, columns: int) -> tuple[str, ...]:
    """`text` in lines of at most `columns` full-width characters; a phrase that is longer has a line of its own."""
    anywhere = _fit(_phrases(text, ()), columns)
    names = [range(found.start() + 1, found.end()) for found in _NAME.finditer(text)]
    whole = _fit(_phrases(text, names), columns)
    return whole if len(whole) <= len(anywhere) and all(width(line) <= columns for line in whole) else anywhere


def _phrases(text: str, names: Sequence[range]) -> list[str]:
    """`text` cut where a line may end, but, where there are `names`, not within one, nor after ・ or な."""
    ends = [found.start() for found in _BREAK.finditer(text)]
    if names:
        ends = [end for end in ends if text[end - 1] not in "・な" and not any(end in name for name in names)]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)]) if start < end]


def _fit(phrases: list[str], columns: int) -> tuple[str, ...]:
    """The fewest lines, the longest of them as short as it can be."""
    best = _fill(phrases, columns)
    for narrower in range(columns - 1, 0, -1):
        filled = _fill(phrases, narrower)
        if len(filled) > len(best):
            break
        best = filled
    return tuple(best)


def _fill(phrases: list[str], columns: int) -> list[str]:
    filled: list[str] = []
    for phrase in phrases:
        if filled and width(filled[-1] + phrase) <= columns:
            filled[-1] += phrase
        else:
            filled.append(phrase)
    return filled
