"""区民意見募集: the hearing of residents before a review (特定個人情報保護評価に関する規則第7条第1項)."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.fields.wording import PERSONS, count_in
from consultations.sections.reference import Reference
from paper import wareki
from paper.digits import level
from paper.wareki import CalendarDate

_RANGE_END = re.compile(r"(?:から|より|～|〜)\D{0,8}(?:([0-9０-９]{1,2})\s?月)?\s?([0-9０-９]{1,2})\s?日")
_OPINIONS = re.compile(r"([0-9０-９,，]{1,12})\s{0,4}件")


@dataclass(frozen=True)
class PublicComment:
    """区民意見募集: its first and last day, how many persons sent how many opinions."""

    start: CalendarDate | None = None
    end: CalendarDate | None = None
    persons: int | None = None
    opinions: int | None = None
    printed: str | None = None


PublicCommentValue: TypeAlias = PublicComment | Reference


def _period(text: str) -> tuple[CalendarDate | None, CalendarDate | None]:
    """First and last day; a last day printed without its year (or month) takes those of the first."""
    dates = [found for found in wareki.find(text) if not found.date.fiscal]
    if not dates:
        return None, None
    start = dates[0].date
    if len(dates) > 1 and re.search(r"から|より|～|〜", text[dates[0].end : dates[1].start]):
        return start, dates[1].date
    if start.month and (short := _RANGE_END.match(text, dates[0].end)):
        month = int(level(short[1])) if short[1] else start.month
        try:
            return start, CalendarDate(start.year + (month < start.month), month, int(level(short[2])))
        except ValueError:
            pass
    return start, None


class PublicCommentType(PrintedType[PublicComment]):
    value = PublicComment
    guide = "募集した期間と、意見の人数・件数を書きます。"

    def understand(self, text: str, context: Context) -> PublicComment:
        return PublicComment(*_period(text), count_in(PERSONS, text), count_in(_OPINIONS, text))

    def compose(self, value: PublicComment, context: Context) -> str:
        digits = context.house.digits
        said = []
        if value.start and value.end:
            said.append(f"期間　{wareki.write(value.start, digits)}から{wareki.write(value.end, digits)}まで")
        elif value.start:
            said.append(f"期間　{wareki.write(value.start, digits)}から")
        if value.persons is not None:
            said.append(f"意見提出者　{digits.write(value.persons, grouped=True)}名")
        if value.opinions is not None:
            said.append(f"意見件数　{digits.write(value.opinions, grouped=True)}件")
        return "\n".join(f"（{digits.write(position)}）{line}" for position, line in enumerate(said, 1))

    def sample(self) -> PublicComment:
        return PublicComment(CalendarDate(2026, 5, 1), CalendarDate(2026, 6, 1), 4, 1205)


def public_comment(title: str, **options: Any) -> Any:
    return declare(PublicCommentType(), title, **options)
