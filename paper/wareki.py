"""和暦 both ways: what a paper prints as a date, and the date it means.

Eras begin on the days the orders and the law of each change of era name (改元) give. A month, a third of a
month or a year is written in the era of its last day (2019年 is 令和元年, 2019年4月 is 平成31年４月), a
fiscal year in the era of its December. Reading is arithmetic: a year past an era's end, as old papers print
it (平成40年), is still that year.
"""

import calendar
import datetime
import enum
import re
from dataclasses import dataclass
from typing import NamedTuple, Self

from paper.digits import Digits, level


class Third(enum.StrEnum):
    """旬: ten days of a month, the last one to its end."""

    EARLY = "上旬"
    MIDDLE = "中旬"
    LATE = "下旬"


@dataclass(frozen=True)
class CalendarDate:
    """A day, a third of a month, a month, a year or a fiscal year: as precise as the paper is.

    ValueError for a day no calendar has, a part without what it is a part of, or a year outside 1868-2199.
    """

    year: int
    month: int | None = None
    day: int | None = None
    third: Third | None = None
    fiscal: bool = False

    def __post_init__(self) -> None:
        if not 1868 <= self.year <= 2199:
            raise ValueError(f"year {self.year} is not in 1868-2199")
        if self.month is None:
            if self.day is not None or self.third is not None:
                raise ValueError("a day or a third needs its month")
        elif self.fiscal or (self.day is not None and self.third is not None):
            raise ValueError("a fiscal year has no month, a day no third")
        else:
            datetime.date(self.year, self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        return cls(day.year, day.month, day.day)

    @property
    def iso(self) -> str:
        """2022-07-01, 2022-07 (a third too) or 2022 (a fiscal year too)."""
        rest = (f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return "".join((str(self.year), *rest))


@dataclass(frozen=True)
class Found:
    """A date in a text: text[start:end] is how it is printed there."""

    start: int
    end: int
    date: CalendarDate


class _Era(NamedTuple):
    name: str
    sign: str  # the name as one character
    first: datetime.date


_ERAS = (
    _Era("令和", "㋿", datetime.date(2019, 5, 1)),
    _Era("平成", "㍻", datetime.date(1989, 1, 8)),
    _Era("昭和", "㍼", datetime.date(1926, 12, 25)),
    _Era("大正", "㍽", datetime.date(1912, 7, 30)),
    _Era("明治", "㍾", datetime.date(1868, 10, 23)),
)
_YEAR_BEFORE = {era.name: era.first.year - 1 for era in _ERAS}

# Every repetition is bounded, so that no text takes more than linear time.
_GAP = r"[ \t\u00a0\u3000]{0,3}"
_DIGIT = "[0-9０-９]"
_KANJI = "〇一二三四五六七八九"
_KANJI_DIGITS = str.maketrans(_KANJI, "0123456789")
_NUMBER = rf"{_DIGIT}(?:{_GAP}{_DIGIT}){{0,%d}}|[{_KANJI}十](?:{_GAP}[{_KANJI}十]){{0,%d}}"
_NAMES = "|".join([_GAP.join(era.name) for era in _ERAS] + [era.sign for era in _ERAS])
_DATE = re.compile(
    rf"(?:(?P<era>{_NAMES}){_GAP}(?P<era_year>元|{_NUMBER % (2, 2)}){_GAP}年"
    rf"|(?<!{_DIGIT})(?P<year>{_DIGIT}(?:{_GAP}{_DIGIT}){{3}}|[{_KANJI}](?:{_GAP}[{_KANJI}]){{3}}){_GAP}年(?!間))"
    rf"(?:{_GAP}(?P<fiscal>度)|{_GAP}(?P<month>{_NUMBER % (1, 1)}){_GAP}月"
    rf"(?:{_GAP}(?P<third>[上中下]){_GAP}旬|{_GAP}(?P<day>{_NUMBER % (1, 2)}){_GAP}日"
    rf"(?:{_GAP}[（(]{_GAP}[月火水木金土日](?:{_GAP}曜(?:{_GAP}日)?)?{_GAP}[）)])?)?)?"
)


def read(text: str) -> CalendarDate | None:
    """The date that is the whole text, in digits of any width or kanji, letter-spaced or not; else None."""
    match = _DATE.fullmatch(level(text))
    return _date(match) if match else None


def find(text: str) -> tuple[Found, ...]:
    """Every date in running text, in order; what no calendar has (２月３０日) is left out."""
    dates = ((match, _date(match)) for match in _DATE.finditer(text))
    return tuple(Found(match.start(), match.end(), date) for match, date in dates if date)


def write(date: CalendarDate, digits: Digits = Digits.FULL) -> str:
    """令和４年６月１７日, 令和４年７月下旬, 令和４年７月, 令和４年, 令和４年度; the first year is 元年."""
    era = next((era for era in _ERAS if era.first <= _last_day(date)), _ERAS[-1])
    year = date.year - _YEAR_BEFORE[era.name]
    printed = f"{era.name}{'元' if year == 1 else digits.write(year)}年{'度' if date.fiscal else ''}"
    if date.month is not None:
        printed += f"{digits.write(date.month)}月{date.third or ''}"
    if date.day is not None:
        printed += f"{digits.write(date.day)}日"
    return printed


def _date(match: re.Match[str]) -> CalendarDate | None:
    parts = {name: level(part) for name, part in match.groupdict().items() if part is not None}
    try:
        return CalendarDate(
            _number(parts["year"]) if "year" in parts else _YEAR_BEFORE[parts["era"]] + _era_year(parts["era_year"]),
            month=_number(parts["month"]) if "month" in parts else None,
            day=_number(parts["day"]) if "day" in parts else None,
            third=Third(parts["third"] + "旬") if "third" in parts else None,
            fiscal="fiscal" in parts,
        )
    except ValueError:
        return None


def _era_year(text: str) -> int:
    year = 1 if text == "元" else _number(text)
    if year == 0:
        raise ValueError("an era has no year 0")
    return year


def _number(text: str) -> int:
    """17, 一七 or 十七; ValueError for no number (十十)."""
    tens, ten, ones = text.translate(_KANJI_DIGITS).partition("十")
    if ten and len(tens) < 2 and len(ones) < 2:
        return int((tens or "1") + (ones or "0"))
    return int(tens + ten + ones)


def _last_day(date: CalendarDate) -> datetime.date:
    """Of what `date` names; of a fiscal year, the last one in its first calendar year."""
    month = date.month or 12
    if date.day is not None:
        return datetime.date(date.year, month, date.day)
    if date.third in {Third.EARLY, Third.MIDDLE}:
        return datetime.date(date.year, month, 10 if date.third is Third.EARLY else 20)
    return datetime.date(date.year, month, calendar.monthrange(date.year, month)[1])
