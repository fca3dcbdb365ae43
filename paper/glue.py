"""Where a line may not break although the line breaker would: WORD JOINER (U+2060) into the text for HTML.

The rules follow JIS X 4051: a number written in full-width digits is one word (９，０００), and ～ and ― start no line.
The joiner has no width and no glyph, and is dropped again wherever text is compared.
"""

import re

WORD_JOINER = "\u2060"

_INSIDE = re.compile(
    r"(?<=[０-９])(?=[，．]?[０-９])"  # ９|，０|０|０
    r"|(?<=[０-９][，．])(?=[０-９])"
    r"|(?<=\S)(?=[～〜―—])"
)


def join(text: str) -> str:
    """`text` with a word joiner at each place where a break would split a number or strand a dash."""
    return _INSIDE.sub(WORD_JOINER, text)
