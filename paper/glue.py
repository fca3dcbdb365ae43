"""Where a line may not break although the line breaker would: WORD JOINER (U+2060) into the text for HTML.

The rules follow JIS X 4051: a number written in full-width digits is one word (９，０００), ～ and ― start no line, and
the last line of a paragraph does not consist of one character and its 。 alone.
The joiner has no width and no glyph, and is dropped again wherever text is compared.
"""

import re

WORD_JOINER = "\u2060"

_INSIDE = re.compile(
    r"(?<=[０-９])(?=[，．]?[０-９])"  # ９|，０|０|０
    r"|(?<=[０-９][，．])(?=[０-９])"
    r"|(?<=\S)(?=[～〜―—])"
    r"|(?<=[ぁ-ん])(?=[ぁ-ん]。$)",  # す|る。
    re.MULTILINE,
)


def join(text: str) -> str:
    """`text` with a word joiner at each place where a break would split a number or strand a dash or a syllable."""
    return _INSIDE.sub(WORD_JOINER, text)
