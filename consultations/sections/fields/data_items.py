"""個人情報の項目: lists of items by group of persons or work, and, for outsourcing, by the three flows."""

import enum
import re
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from consultations.sections import reference
from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.fields.wording import CIRCLED, split_items
from consultations.sections.reference import Reference


class Flow(enum.StrEnum):
    """The way an item goes in outsourcing, in the fixed order of the form."""

    GIVEN_BY_CITY = "given_by_city"
    COLLECTED_FROM_PERSON = "collected_from_person"
    GIVEN_BY_OTHERS = "given_by_others"


FLOW_TITLES = {
    Flow.GIVEN_BY_CITY: "{noun}から委託先へ提供するもの",
    Flow.COLLECTED_FROM_PERSON: "委託先が本人から収集するもの",
    Flow.GIVEN_BY_OTHERS: "{noun}及び本人以外から委託先へ提供するもの",
}
_FLOWS = (  # the wording varies with the municipality; the longer comes first
    (
        Flow.GIVEN_BY_OTHERS,
        re.compile(r"(?:・\s*)?\S{0,12}?及び本人以外(?:の者)?から委託先[へに]提供するもの"),
    ),
    (Flow.COLLECTED_FROM_PERSON, re.compile(r"(?:・\s*)?委託先が本人から(?:直接)?収集するもの")),
    (Flow.GIVEN_BY_CITY, re.compile(r"(?:・\s*)?\S{0,12}?から委託先[へに]提供するもの")),
)
_GROUP = re.compile(r"([①-⑳]|[（(][ア-ン][）)])\s*(.*)", re.DOTALL)
_ADDITIONS = re.compile(r"新たな(?:個人情報の)?項目\s*[：:]\s*")
_NOTHING = re.compile(r"(?:なし|無し|無)。?")


@dataclass(frozen=True)
class ItemList:
    """One list. `nothing` is a printed なし; `additions` is a printed 新たな項目："""

    group: str | None = None
    flow: Flow | None = None
    items: tuple[str, ...] = ()
    nothing: bool = False
    additions: bool = False
    reference: Reference | None = None

    @property
    def is_blank(self) -> bool:
        return not (self.items or self.nothing or self.reference)

    def read(self, text: str) -> "ItemList":
        """The list with one more line of its text."""
        if found := _ADDITIONS.match(text):
            return replace(self, additions=True).read(text[found.end() :])
        if _NOTHING.fullmatch(text.strip()):
            return replace(self, nothing=True)
        if pointed := reference.read(text):
            return replace(self, reference=pointed)
        return replace(self, items=self.items + split_items(text.removesuffix("。")))

    def write(self, context: Context) -> str:
        said = "なし" if self.nothing else "、".join(self.items)
        if self.reference:
            said = self.reference.write(context.addresses)
        return f"新たな項目：{said}" if self.additions else said


@dataclass(frozen=True)
class DataItems:
    lists: tuple[ItemList, ...] = ()
    printed: str | None = None


Items: TypeAlias = DataItems | Reference


def _flow(line: str) -> tuple[Flow, str] | None:
    for flow, pattern in _FLOWS:
        if found := pattern.match(line):
            return flow, line[found.end() :].strip().lstrip("：:").strip()
    return None


class DataItemsType(PrintedType[DataItems]):
    value = DataItems
    rows = 8
    widget = "items"
    guide = "文を貼り付けると「、」で項目に分かれます。かっこの中では分かれません。"

    def understand(self, text: str, context: Context) -> DataItems:
        """Groups hold flows or flows hold groups: whichever comes first is the outer one."""
        lists: list[ItemList] = []
        current = ItemList()
        flow_is_outer = False

        def close() -> None:
            if not current.is_blank or current.flow:
                lists.append(current)

        lines = [line.strip() for line in text.split("\n") if line.strip()]
        for line, following in zip(lines, (*lines[1:], ""), strict=False):
            if way := _flow(line):
                close()
                flow_is_outer = flow_is_outer or (not lists and current.group is None)
                current = ItemList(None if flow_is_outer else current.group, way[0])
                current = current.read(way[1]) if way[1] else current
            elif group := _GROUP.match(line):
                if not (flow_is_outer and current.is_blank):
                    close()
                name, values = _group(group[2], following)
                current = ItemList(name, current.flow if flow_is_outer else None)
                current = current.read(values) if values else current
            elif not line.startswith("※"):
                current = current.read(line.removeprefix("・"))
        close()
        return DataItems(tuple(lists))

    def compose(self, value: DataItems, context: Context) -> str:
        lines: list[str] = []
        groups = 0
        before = ItemList()
        for entry in value.lists:
            if entry.group is not None and (entry.group != before.group or entry.flow == before.flow):
                lines.append(f"{CIRCLED[min(groups, 19)]}{entry.group}")
                groups += 1
            if entry.flow:
                lines.append(f"・{context.house.titled(FLOW_TITLES[entry.flow])}")
            if not entry.is_blank or entry.additions:
                lines.append(entry.write(context))
            before = entry
        return "\n".join(lines)

    def sample(self) -> DataItems:
        return DataItems((ItemList(items=("氏名", "住所", "心身の状況（既往歴、服薬等）", "申込者の氏名・連絡先")),))


class FlowItemsType(DataItemsType):
    """The items of outsourcing, whose form always has the three flows."""

    def sample(self) -> DataItems:
        return DataItems(
            (
                ItemList("申込受付業務", Flow.GIVEN_BY_CITY, items=("氏名", "住所")),
                ItemList("申込受付業務", Flow.COLLECTED_FROM_PERSON, reference=Reference("上記と同項目")),
                ItemList("申込受付業務", Flow.GIVEN_BY_OTHERS, nothing=True),
                ItemList("配送業務", Flow.GIVEN_BY_CITY, items=("配送番号",), additions=True),
                ItemList("配送業務", Flow.COLLECTED_FROM_PERSON, nothing=True, additions=True),
                ItemList("配送業務", Flow.GIVEN_BY_OTHERS, reference=Reference("別紙「個人情報の項目一覧表」参照")),
            )
        )


def _group(text: str, following: str) -> tuple[str, str]:
    """A ① line as (name, items on the same line): the name alone where the items stand on the next line."""
    for mark in ("：", ":"):
        name, found, values = text.partition(mark)
        if found and values.strip():
            return name.strip(), values.strip()
    if following and not _GROUP.match(following):
        return text.strip(), ""
    name, _, values = text.strip().partition("\u3000")
    return name, values.strip()


def data_items(title: str, **options: Any) -> Any:
    return declare(DataItemsType(), title, **options)


def flow_items(title: str, **options: Any) -> Any:
    return declare(FlowItemsType(), title, **options)
