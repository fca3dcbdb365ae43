"""Who takes part: departments with their business (保有課, 利用課) and the bodies a work is given to (委託先)."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, PrintedType
from consultations.sections.fields.wording import split_items
from consultations.sections.reference import Reference
from paper.outline import split_marker


@dataclass(frozen=True)
class DepartmentBusiness:
    department: str
    business: str = ""


@dataclass(frozen=True)
class DepartmentBusinesses:
    entries: tuple[DepartmentBusiness, ...] = ()
    printed: str | None = None


Departments: TypeAlias = DepartmentBusinesses | Reference


class DepartmentsType(PrintedType[DepartmentBusinesses]):
    """One 課：業務 a line."""

    value = DepartmentBusinesses
    rows = 2
    guide = "課ごとに1行で、その課が受け持つ業務を書きます。"

    def understand(self, text: str, context: Context) -> DepartmentBusinesses:
        entries = []
        for line in filter(None, (split_marker(line)[2] for line in text.split("\n"))):
            department, _, business = re.sub("[:：]", "：", line, count=1).partition("：")
            entries.append(DepartmentBusiness(department.strip(), business.strip()))
        return DepartmentBusinesses(tuple(entries))

    def compose(self, value: DepartmentBusinesses, context: Context) -> str:
        return "\n".join(f"{e.department}：{e.business}" if e.business else e.department for e in value.entries)

    def sample(self) -> DepartmentBusinesses:
        return DepartmentBusinesses((DepartmentBusiness("教育部中央図書館", "図書館業務"),))


@dataclass(frozen=True)
class Contractor:
    """A body, and the work it is given where the paper says so."""

    name: str
    work: str = ""


@dataclass(frozen=True)
class ContractorList:
    contractors: tuple[Contractor, ...] = ()
    undecided: bool = False
    printed: str | None = None


Contractors: TypeAlias = ContractorList | Reference


class ContractorsType(PrintedType[ContractorList]):
    """Names split at 、; under （１） or ① the name of the work. 未定 is no name."""

    value = ContractorList
    rows = 2
    guide = "決まっていないときは「未定」と書きます。"

    def understand(self, text: str, context: Context) -> ContractorList:
        found: list[Contractor] = []
        undecided = False
        work = ""
        lines = [split_marker(line) for line in text.split("\n") if line.strip()]
        for position, (_, marker, line) in enumerate(lines):
            following = lines[position + 1] if position + 1 < len(lines) else ("", "-", "")
            if marker == "※" or (line.startswith("（") and line.endswith("）")):
                continue
            if marker and marker != "・" and not following[1]:
                work = line
            elif line.startswith("未定") or line.endswith("未定"):
                undecided = True
            else:
                found += [Contractor(name, work) for name in split_items(line.removesuffix("。"))]
        return ContractorList(tuple(found), undecided)

    def compose(self, value: ContractorList, context: Context) -> str:
        works = list(dict.fromkeys(contractor.work for contractor in value.contractors))
        lines = []
        for position, work in enumerate(works, 1):
            if work:
                lines.append(f"（{context.house.digits.write(position)}）{work}")
            lines.append("、".join(c.name for c in value.contractors if c.work == work))
        return "\n".join([*lines, "未定"] if value.undecided else lines)

    def sample(self) -> ContractorList:
        return ContractorList(
            (
                Contractor("株式会社はるかぜ運輸", "配送業務"),
                Contractor("有限会社髙﨑商店", "回収業務"),
                Contractor("一般社団法人みどり会", "回収業務"),
            )
        )


def departments(title: str, **options: Any) -> Any:
    return declare(DepartmentsType(), title, **options)


def contractors(title: str, **options: Any) -> Any:
    return declare(ContractorsType(), title, **options)
