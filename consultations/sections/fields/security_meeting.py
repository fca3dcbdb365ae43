"""マイナンバー制度セキュリティ会議: the meeting that looks at an assessment before the council does."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.reference import Reference
from paper import wareki
from paper.wareki import CalendarDate

_RESULT = re.compile(r"承認|了承|了解|適当|妥当|不承認")


@dataclass(frozen=True)
class SecurityMeeting:
    """マイナンバー制度セキュリティ会議: its day and the word of its result as printed (承認)."""

    date: CalendarDate | None = None
    result: str = ""
    printed: str | None = None


SecurityMeetingValue: TypeAlias = SecurityMeeting | Reference


class SecurityMeetingType(PrintedType[SecurityMeeting]):
    value = SecurityMeeting
    rows = 2
    guide = "会議の日と結果を書きます。"

    def understand(self, text: str, context: Context) -> SecurityMeeting:
        dates = wareki.find(text)
        result = _RESULT.search(text)
        return SecurityMeeting(dates[0].date if dates else None, result[0] if result else "")

    def compose(self, value: SecurityMeeting, context: Context) -> str:
        digits = context.house.digits
        day = [f"開催日　{wareki.write(value.date, digits)}"] if value.date else []
        result = [f"結果　{value.result}"] if value.result else []
        return "\n".join(f"（{digits.write(n)}）{line}" for n, line in enumerate([*day, *result], 1))

    def sample(self) -> SecurityMeeting:
        return SecurityMeeting(CalendarDate(2026, 7, 8), "承認")


def security_meeting(title: str, **options: Any) -> Any:
    return declare(SecurityMeetingType(), title, **options)
