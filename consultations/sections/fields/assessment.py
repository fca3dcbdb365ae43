"""What a privacy impact assessment brings to its review (特定個人情報保護評価, 番号法第28条)."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.enums import AssessmentLevel
from consultations.sections.base import Context, PrintedType, declare
from consultations.sections.reference import Reference
from paper import wareki
from paper.digits import level
from paper.wareki import CalendarDate

_RANGE_END = re.compile(r"(?:から|より|～|〜)\D{0,8}(?:([0-9０-９]{1,2})\s?月)?\s?([0-9０-９]{1,2})\s?日")
_PERSONS = re.compile(r"([0-9０-９,，]{1,12})\s{0,4}[人名]")
_OPINIONS = re.compile(r"([0-9０-９,，]{1,12})\s{0,4}件")
_RESULT = re.compile(r"承認|了承|了解|適当|妥当|不承認")


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    """The number `pattern` finds; a printed なし is not guessed to be 0."""
    found = pattern.search(text)
    return int(level(found[1]).replace(",", "") or 0) if found else None


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

    def understand(self, text: str, context: Context) -> PublicComment:
        return PublicComment(*_period(text), _count(_PERSONS, text), _count(_OPINIONS, text))

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


@dataclass(frozen=True)
class Assessment:
    """The level (規則第5条–第7条) and what it rests on; for 緊急時の事後評価 (規則第9条第2項) its grounds and dates."""

    level: AssessmentLevel | None = None
    subjects: int | None = None
    handlers: int | None = None
    serious_incident: bool | None = None
    emergency: bool = False
    grounds: str = ""
    operation_start: CalendarDate | None = None
    evaluated_on: CalendarDate | None = None
    printed: str | None = None


AssessmentValue: TypeAlias = Assessment | Reference
_FACT = re.compile(r"^[ \u3000]{0,4}([^：:\n]{1,20})[：:](.*)$", re.MULTILINE)


class AssessmentType(PrintedType[Assessment]):
    """One fact a line: 評価の種類：全項目評価."""

    value = Assessment
    rows = 8

    def understand(self, text: str, context: Context) -> Assessment:
        facts = {name.strip(): said.strip() for name, said in _FACT.findall(text)}
        levels = [entry for entry in AssessmentLevel if entry.label in facts.get("評価の種類", "")]
        incident = facts.get("重大事故")
        return Assessment(
            level=levels[0] if levels else None,
            subjects=_count(_PERSONS, facts.get("対象人数", "")),
            handlers=_count(_PERSONS, facts.get("取扱者数", "")),
            serious_incident=None if incident is None else incident.startswith(("あり", "有")),
            emergency=facts.get("緊急時の事後評価", "").startswith(("あり", "有", "該当")),
            grounds=facts.get("緊急の理由", ""),
            operation_start=wareki.read(facts.get("運用開始日", "")),
            evaluated_on=wareki.read(facts.get("評価実施日", "")),
        )

    def compose(self, value: Assessment, context: Context) -> str:
        digits = context.house.digits

        def persons(number: int | None) -> str | None:
            return None if number is None else f"{digits.write(number, grouped=True)}人"

        def day(date: CalendarDate | None) -> str | None:
            return wareki.write(date, digits) if date else None

        facts = {
            "評価の種類": value.level.label if value.level else None,
            "対象人数": persons(value.subjects),
            "取扱者数": persons(value.handlers),
            "重大事故": None if value.serious_incident is None else ("あり" if value.serious_incident else "なし"),
            "緊急時の事後評価": "あり" if value.emergency else None,
            "緊急の理由": value.grounds or None,
            "運用開始日": day(value.operation_start),
            "評価実施日": day(value.evaluated_on),
        }
        return "\n".join(f"{name}：{said}" for name, said in facts.items() if said is not None)

    def sample(self) -> Assessment:
        return Assessment(
            AssessmentLevel.FULL,
            312000,
            640,
            False,
            True,
            "災害への対応",
            CalendarDate(2026, 4, 6),
            CalendarDate(2026, 7, 1),
        )


def public_comment(title: str, **options: Any) -> Any:
    return declare(PublicCommentType(), title, **options)


def security_meeting(title: str, **options: Any) -> Any:
    return declare(SecurityMeetingType(), title, **options)


def assessment(title: str, **options: Any) -> Any:
    return declare(AssessmentType(), title, **options)
