"""The lines of a title: as few as fit, of about the same length, and broken where a phrase ends.

CSS has `text-wrap: balance` and `word-break: auto-phrase` for this; the print engine knows neither.
"""

import re
import unicodedata

# After a particle or the end of an inflected word, and before an opening bracket; never before kana that belong to
# the word, a closing bracket or a comma.
_BREAK = re.compile(
    r"(?:(?<=[、，」』）・はがをにでとへもなびうるたて])|(?<=から)|(?<=より))(?=[^、，」』）・ぁ-ん])"
    r"|(?<=[^「『（])(?=[「『（])"
)


def lines(text: str, columns: int) -> tuple[str, ...]:
    """`text` in lines of at most `columns` full-width characters; a phrase that is longer has a line of its own."""
    phrases = [phrase for phrase in _BREAK.split(text) if phrase]
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
        if filled and _width(filled[-1] + phrase) <= columns:
            filled[-1] += phrase
        else:
            filled.append(phrase)
    return filled


def _width(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
