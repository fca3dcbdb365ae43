"""What a privacy impact assessment is (特定個人情報保護評価, 番号法第28条)."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.enums import AssessmentLevel
from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.fields.wording import PERSONS, count_in
from consultations.sections.reference import Reference
from paper import wareki
from paper.wareki import CalendarDate


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
    guide = "評価の種類は、対象者と取扱者の人数（しきい値）で決まります。"

    def understand(self, text: str, context: Context) -> Assessment:
        facts = {name.strip(): said.strip() for name, said in _FACT.findall(text)}
        levels = [entry for entry in AssessmentLevel if entry.label in facts.get("評価の種類", "")]
        incident = facts.get("重大事故")
        return Assessment(
            level=levels[0] if levels else None,
            subjects=count_in(PERSONS, facts.get("対象人数", "")),
            handlers=count_in(PERSONS, facts.get("取扱者数", "")),
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


def assessment(title: str, **options: Any) -> Any:
    return declare(AssessmentType(), title, **options)
