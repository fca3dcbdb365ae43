"""What lists and figures in a paper are written with."""

import re

from paper.digits import level

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
PERSONS = re.compile(r"([0-9０-９,，]{1,12})\s{0,4}[人名]")
_OPEN, _CLOSE = "（(「『〔［[【《", "）)」』〕］]】》"


def split_items(text: str) -> tuple[str, ...]:
    """`text` split at each 、 outside brackets, the items as typed; empty ones are no items."""
    items, start, depth = [], 0, 0
    for position, character in enumerate(text):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif character == "、" and not depth:
            items.append(text[start:position])
            start = position + 1
    items.append(text[start:])
    return tuple(item.strip() for item in items if item.strip())


def count_in(pattern: re.Pattern[str], text: str) -> int | None:
    """The number `pattern` finds; a printed なし is not guessed to be 0."""
    found = pattern.search(text)
    return int(level(found[1]).replace(",", "") or 0) if found else None
