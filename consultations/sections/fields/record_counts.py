"""件数: how many records, of whom, in which year."""

import enum
import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

from consultations.sections import reference
from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.fields.wording import CIRCLED
from consultations.sections.reference import Reference
from paper import wareki


class Per(enum.StrEnum):
    YEAR = "year"
    MONTH = "month"


_PER_WORDS = {Per.YEAR: "年間", Per.MONTH: "月間"}
_DIGITS = r"[0-9０-９][0-9０-９,，]{0,14}"
_SPACE = r"\s{0,8}"  # bounded: odd input with a megabyte of spaces must not take a megabyte squared
_NUMBER = rf"(?:{_DIGITS}(?:[．.][0-9０-９]{{1,4}})?{_SPACE}[億万千]{_SPACE}){{0,3}}(?:{_DIGITS})?"
_COUNT = re.compile(
    rf"(?P<approx>約|およそ|概ね|おおむね)?{_SPACE}(?P<number>{_NUMBER}){_SPACE}(?P<unit>件|人|名|世帯|頭|台|通|枚)"
    rf"(?:{_SPACE}(?:[（(]{_SPACE}(?:１|1)?|[／/])(?P<per>年間?|月間?)(?:あたり)?{_SPACE}[）)]?)?"
)
_UNSURE = re.compile(r"[0-9０-９．.,，～〜一二三四五六七八九十百]$|[（(][^）)]*$")
"""Text before a number that makes it a part of something else: a range, a bracket."""
_MARK = re.compile(r"[①-⑳]\s*")
_FISCAL = re.compile(r"(.{1,12}?年度)(以降)?")


@dataclass(frozen=True)
class Count:
    """One number. `label` is the text before it; `onward` a printed 以降 behind the fiscal year.

    `group` is the ① line it stands under. A count that only points elsewhere has a `reference` and no `count`.
    """

    label: str | None = None
    count: int | None = None
    approximate: bool = False
    unit: str = "件"
    per: Per | None = None
    fiscal_year: int | None = None
    onward: bool = False
    group: str | None = None
    reference: Reference | None = None


@dataclass(frozen=True)
class RecordCounts:
    counts: tuple[Count, ...] = ()
    printed: str | None = None


Counts: TypeAlias = RecordCounts | Reference


def _number(text: str) -> int | None:
    """約１．５万４，０００ → 19000; None where there is no digit."""
    plain = re.sub(r"[,\s]", "", unicodedata.normalize("NFKC", text))
    parts = re.findall(r"(\d+(?:\.\d+)?)([億万千]?)", plain)
    powers = {"億": 10**8, "万": 10**4, "千": 10**3, "": 1}
    return int(sum(Decimal(number) * powers[power] for number, power in parts)) if parts else None


def _labelled(text: str, count: Count) -> Count:
    label = text.strip().strip("：:、，").strip()
    if label.endswith("年間"):
        label, count = label.removesuffix("年間").strip(), replace(count, per=Per.YEAR)
    if year := _FISCAL.fullmatch(label):
        date = wareki.read(year[1])
        if date and date.fiscal:
            count = replace(count, fiscal_year=date.year, onward=bool(year[2]))
    return replace(count, label=label or None)


class RecordCountsType(PrintedType[RecordCounts]):
    value = RecordCounts
    widget = "counts"
    guide = "だれの件数かと、1年間の見込みを書きます。年度で変わるときは、行を分けます。"

    def understand(self, text: str, context: Context) -> RecordCounts:
        counts: list[Count] = []
        group: str | None = None
        for line in filter(None, (line.strip() for line in text.split("\n"))):
            mark = _MARK.match(line)
            rest = line[mark.end() :] if mark else line
            found = self._counts(rest, group)
            if found:
                counts += found
            elif pointed := reference.read(rest):
                counts.append(Count(group=group, reference=pointed))
            elif mark:
                group = rest
        return RecordCounts(tuple(counts))

    def _counts(self, line: str, group: str | None) -> list[Count]:
        found, end = [], 0
        for match in _COUNT.finditer(line):
            number = _number(match["number"])
            if number is None or _UNSURE.search(line[max(0, match.start() - 40) : match.start()].rstrip()):
                continue
            per = {"年": Per.YEAR, "月": Per.MONTH}[match["per"][0]] if match["per"] else None
            count = Count(None, number, bool(match["approx"]), match["unit"], per, group=group)
            found.append(_labelled(line[end : match.start()], count))
            end = match.end()
        return found

    def compose(self, value: RecordCounts, context: Context) -> str:
        lines: list[str] = []
        groups = 0
        numbered = len(value.counts) > 1 and not any(count.group for count in value.counts)
        before: str | None = None
        for position, count in enumerate(value.counts):
            if count.group and count.group != before:
                lines.append(f"{CIRCLED[min(groups, 19)]}{count.group}")
                groups += 1
            before = count.group
            mark = CIRCLED[min(position, 19)] if numbered else ""
            lines.append(mark + self._line(count, context))
        return "\n".join(lines)

    def _line(self, count: Count, context: Context) -> str:
        if count.reference:
            return count.reference.write(context.addresses)
        if count.count is None:
            return count.label or ""
        number = context.house.digits.write(count.count, grouped=True)
        per = f"（{_PER_WORDS[count.per]}）" if count.per else ""
        said = f"{'約' if count.approximate else ''}{number}{count.unit}{per}"
        return f"{count.label}\u3000{said}" if count.label else said

    def sample(self) -> RecordCounts:
        return RecordCounts(
            (
                Count("令和８年度", 700, True, fiscal_year=2026),
                Count("令和９年度以降", 3500, True, per=Per.YEAR, fiscal_year=2027, onward=True),
            )
        )


def record_counts(title: str, **options: Any) -> Any:
    return declare(RecordCountsType(), title, **options)
