"""あり or なし, with an explanation."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.reference import Reference


@dataclass(frozen=True)
class Answer:
    """`yes` is None where nothing was answered yet or the answer is not one of the two words."""

    yes: bool | None = None
    explanation: str = ""
    printed: str | None = None


YesNo: TypeAlias = Answer | Reference


class YesNoType(PrintedType[Answer]):
    value = Answer
    rows = 2
    widget = "yes_no"
    guide = "「あり」のときは、どのようにするかを続けて書きます。"

    def understand(self, text: str, context: Context) -> Answer:
        first = re.match(r"\s*(あり|有|なし|無)", text)
        if first is None:
            return Answer(None, text)
        return Answer(first[1] in {"あり", "有"}, text[first.end() :].lstrip("り。．し\n "))

    def compose(self, value: Answer, context: Context) -> str:
        word = {True: "あり", False: "なし", None: ""}[value.yes]
        return "\n".join(part for part in (word, value.explanation) if part)

    def sample(self) -> Answer:
        return Answer(True, "委託先の施設の一部を、委託先の他の業務と共用する。")


def yes_no(title: str, **options: Any) -> Any:
    return declare(YesNoType(), title, **options)
