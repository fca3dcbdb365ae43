"""The one text that a PDF's map gives for a glyph.

It does not depend on what a document happens to say first, so that the maps of several prints agree.
"""

import re
import unicodedata
from typing import Any, Final

from weasyprint.text.ffi import ffi, harfbuzz

ffi.cdef("int hb_font_get_nominal_glyph(hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);")

_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_VOICING: Final = ("\u3099", "\u309a")
_RADICALS: Final = range(0x2F00, 0x2FE0)  # ⼈ has the glyph of 人
# Of characters that share a glyph, those that are typed less often → the usual one.
_TWINS: Final = {"〜": "～", "∼": "~", "‐": "-", "‑": "-", "‒": "-", "\u00ad": "−", "\u00a0": " "} | {
    chr(radical): unicodedata.normalize("NFKC", chr(radical)) for radical in _RADICALS
}
AMBIGUOUS: Final = re.compile(f"[{''.join(_TWINS)}\u200b-\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def plain(text: str, font: Any, glyph: int) -> str:
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
