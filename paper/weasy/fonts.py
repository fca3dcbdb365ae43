"""The faces a paper is set in, and a warning when a character had to be borrowed from another one."""

import logging
from collections.abc import Iterable
from typing import Any, Final

CHAIN: Final = ("IPAexMincho", "IPAmjMincho")

_LOG = logging.getLogger(__name__)


def warn_of_strays(fonts: Iterable[Any]) -> None:
    """Log each face outside the chain with its characters: the machine lacks a font, or no font has the character."""
    for font in fonts:
        if font.family not in CHAIN and font.to_unicode:
            characters = "".join(dict.fromkeys("".join(font.to_unicode.values())))
            _LOG.warning("Printed with %s, which is none of %s: %s", font.family, ", ".join(CHAIN), characters)
