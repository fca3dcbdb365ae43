"""Typed text with markers （１） ① ア ・ → paragraphs and items with their depth.

People type markers and the paper shows levels. The first marker of a text opens the first level, a marker of another
sort the next one, and a sort seen before returns to its level. A paragraph without a marker belongs to the item above
it; after an empty line it stands at the margin again. Characters are never changed.
"""

import re

from paper.nodes import Item, Paragraph

# Each sort of marker, as typed: full-width and half-width mean the same level.
_SORTS = {
    "parenthesised number": r"[（(][0-9０-９]{1,2}[）)]|[⑴-⒇]",
    "circled number": r"[①-⑳㉑-㉟㊱-㊿]",
    "parenthesised kana": r"[（(][ア-ン][）)]",
    "kana": r"[ア-ン](?=[ \u3000．.])[．.]?",
    "number with a dot": r"[0-9０-９]{1,2}[．.](?![0-9０-９])",
    "letter": r"[a-zａ-ｚ][．.）)]",
    "bullet": r"[・●◆■□◇]",
    "note": r"※[0-9０-９]{0,2}",
}
_NAMED = r"(?!\s?(?:及び|又は|並びに|から|まで|、))"
"""（１）及び（２）の結果 names two places; it opens none."""
_MARKER = re.compile("|".join(f"(?P<sort{i}>(?:{pattern}){_NAMED})" for i, pattern in enumerate(_SORTS.values())))


def split_marker(line: str) -> tuple[str, str, str]:
    """`line` as (sort of its marker, marker, text); ("", "", line) where it has none. White space around is dropped."""
    stripped = line.strip()
    if found := _MARKER.match(stripped):
        return found.lastgroup or "", found[0], stripped[found.end() :].lstrip()
    return "", "", stripped


def blocks(text: str, base: int = 0) -> tuple[Paragraph | Item, ...]:
    """The paragraphs of `text`, one a line; `base` is the depth of the text itself."""
    found: list[Paragraph | Item] = []
    open_sorts: list[str] = []
    for line in text.split("\n"):
        sort, marker, rest = split_marker(line)
        if not marker and not rest:
            open_sorts.clear()
        elif not marker:
            found.append(Paragraph(rest, base + len(open_sorts)))
        else:
            if sort in open_sorts:
                del open_sorts[open_sorts.index(sort) + 1 :]
            else:
                open_sorts.append(sort)
            found.append(Item(marker, rest, base + len(open_sorts)))
    return tuple(found)
