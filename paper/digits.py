"""How a paper writes numbers: with full-width digits, half-width ones, or by the number of digits."""

import enum
import unicodedata

_FULL = str.maketrans("0123456789,", "０１２３４５６７８９，")


class Digits(enum.StrEnum):
    """The digit-width rule of a paper.

    FULL: １２ １，６８０.  SINGLE_FULL: １ 12 1,680 (one digit full-width, more half-width).  HALF: 1 12 1,680.
    """

    FULL = "full"
    SINGLE_FULL = "single_full"
    HALF = "half"

    def write(self, number: int, *, grouped: bool = False) -> str:
        plain = f"{number:,}" if grouped else str(number)
        full = self is Digits.FULL or (self is Digits.SINGLE_FULL and len(plain) == 1)
        return plain.translate(_FULL) if full else plain


def level(text: str) -> str:
    """`text` as a search key: NFKC and without white space. Never stored in the place of the text itself."""
    return "".join(unicodedata.normalize("NFKC", text).split())
