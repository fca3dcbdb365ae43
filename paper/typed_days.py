"""A day as people type it into a cell: 令和8年4月1日, R8.4.1, 2026/4/1, 2026-04-01, in digits of any width."""

import datetime
import re

from paper.digits import level
from paper.wareki import read

_ERAS = {name[0]: name for name in ("令和", "平成", "昭和", "大正", "明治")}
_ERAS |= {"R": "令和", "H": "平成", "S": "昭和", "T": "大正", "M": "明治"}
_SHORT = re.compile(r"(\w{1,6})([./-])([0-9]{1,2})\2([0-9]{1,2})")


def read_day(text: str) -> datetime.date | None:
    """The day that is the whole text; None for anything else, a month without a day too."""
    typed = level(text).upper()
    if typed[:1] in _ERAS and typed[:2] not in _ERAS.values():
        typed = _ERAS[typed[0]] + typed[1:]
    if short := _SHORT.fullmatch(typed):
        typed = f"{short[1]}年{short[3]}月{short[4]}日"
    found = read(typed)
    return datetime.date(found.year, found.month, found.day) if found and found.month and found.day else None
