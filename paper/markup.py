"""Pieces of HTML: escaped text that breaks in the right places, and markers with the width they are set in."""

import unicodedata
from html import escape
from math import ceil

from paper.glue import join

GAP = "\u3000"
_SELF_SPACED = "）)〕］]・●◆■□◇"  # a marker that ends so needs no space before its text


def inline(text: str) -> str:
    """Text inside a paragraph; a line feed is a line break."""
    return escape(join(text), quote=False).replace("\n", "<br>")


def attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"' if value else ""


def width(text: str) -> float:
    """The width of a line in em."""
    return sum(1 if _is_wide(char) else 0.5 for char in text)


def set_number(number: str) -> tuple[str, int]:
    """The number of a heading with its space, as HTML, and its width in em.

    Two half-width digits are set in the width of one full-width character, as in 10　委託の条件; another number with
    half-width characters is set in a cell of whole ems.
    """
    space = "" if not number or number[-1] in _SELF_SPACED else GAP
    digits = "".join(char for char in number if char.isascii() and char.isdigit())
    if len(digits) == 2 and digits in number:
        before, after = number.split(digits)
        cells = _cells(before) + 1 + _cells(after)
        content = f'{escape(before)}<span class="half">{digits}</span>{escape(after)}'
    else:
        before, after = number, ""
        cells, content = _cells(number), escape(number)
    name = "number" if all(_is_wide(char) for char in before + after) else "number cell"
    return f'<span class="{name}">{content}{space}</span>' if number else "", cells + len(space)


def set_marker(marker: str) -> tuple[str, int]:
    """The marker of an item as HTML, and its width in em; a half-width one is set in a cell of whole ems."""
    if not marker:
        return "", 0
    space = GAP if _is_kana(marker) or (marker[-1].isdigit() and not _is_circled(marker[-1])) else ""
    name = "marker" if all(_is_wide(char) for char in marker) else "marker cell"
    return f'<span class="{name}">{escape(marker)}{space}</span>', _cells(marker) + len(space)


def _cells(text: str) -> int:
    return ceil(width(text))


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFA"


def _is_kana(marker: str) -> bool:
    return len(marker) == 1 and "ア" <= marker <= "ン"


def _is_circled(char: str) -> bool:
    return unicodedata.decomposition(char).startswith("<circle>")
