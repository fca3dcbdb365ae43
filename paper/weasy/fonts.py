"""The faces a paper is set in, and a warning when a character had to be borrowed from another one or is in none."""

import logging
from collections.abc import Iterable
from typing import Any, Final

CHAIN: Final = ("IPAexMincho", "IPAmjMincho")

_LOG = logging.getLogger(__name__)


def warn_of_strays(fonts: Iterable[Any]) -> None:
    """Log each face outside the chain with its characters, and each character that no font has, by its number too."""
    for font in fonts:
        if characters := unprinted(font):
            named = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters)
            _LOG.warning("No font has the characters printed as empty boxes: %s", named)
        borrowed = "".join(dict.fromkeys("".join(font.to_unicode.values()))).translate(dict.fromkeys(font.missing))
        if font.family not in CHAIN and borrowed:
            _LOG.warning("Printed with %s, which is none of %s: %s", font.family, ", ".join(CHAIN), borrowed)


def unprinted(font: Any) -> str:
    """The characters that were asked of a font because no font has them; its .notdef glyph stands in their place."""
    return "".join(map(chr, font.missing))
