"""開始時期及び期間: from when, until when or continuing, and how often again."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.reference import Reference
from paper import wareki
from paper.wareki import CalendarDate, Third

_UNTIL = re.compile(r"\s{0,8}(?:[（(][^）)]{0,30}[）)])?\s{0,8}まで")


@dataclass(frozen=True)
class Period:
    """Dates are as precise as the paper (day, 旬, month, fiscal year); `recurrence` is the note on the lines below."""

    start: CalendarDate | None = None
    end: CalendarDate | None = None
    continuing: bool = False
    planned: bool = False
    recurrence: str = ""
    printed: str | None = None


PeriodValue: TypeAlias = Period | Reference


class PeriodType(PrintedType[Period]):
    value = Period
    rows = 2
    guide = "例：令和８年１０月１日から令和９年３月３１日まで。続けるものは「から継続して行う。」と書きます。"

    def understand(self, text: str, context: Context) -> Period:
        first, _, rest = text.partition("\n")
        start = end = None
        for found in wareki.find(first):
            if end is None and (_UNTIL.match(first, found.end) or (start and _is_range(first, found.start))):
                end = found.date
            elif start is None and end is None:
                start = found.date
        return Period(start, end, "継続" in first, "予定" in first, rest)

    def compose(self, value: Period, context: Context) -> str:
        digits = context.house.digits
        said = f"{wareki.write(value.start, digits)}から" if value.start else ""
        if value.end:
            said += f"{wareki.write(value.end, digits)}まで" + ("（予定）" if value.planned else "")
        elif value.continuing:
            said += "継続して行う予定" if value.planned else "継続して行う。"
        return "\n".join(part for part in (said, value.recurrence) if part)

    def sample(self) -> Period:
        return Period(
            CalendarDate(2026, 10, third=Third.LATE),
            CalendarDate(2027, 3, 31),
            planned=True,
            recurrence="（毎年度、同じ時期に繰り返し実施する。）",
        )


def _is_range(text: str, start: int) -> bool:
    return text[:start].rstrip().endswith(("から", "～", "〜"))


def period(title: str, **options: Any) -> Any:
    return declare(PeriodType(), title, **options)
