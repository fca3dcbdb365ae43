"""所管課 as a table: names, a new name for an old one, readings, days."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from consultations.models import Department, DepartmentName
from consultations.models.dated import Dated, holds_on
from consultations.rosters.playing import Roster
from consultations.rosters.steps import Outcome, Step, fill, outcome_of
from consultations.rosters.table import Column, Row, Unreadable
from consultations.services import dated
from consultations.services.departments import rename
from consultations.services.reference import enter_department
from consultations.services.rows import store
from paper.digits import level


class Departments(Roster):
    """A line is one department under its present name; 前の名称 makes it the new name of an old department."""

    columns = (
        Column("name", ("名称", "課名", "所管課", "課", "所属", "組織名", "部署"), is_needed=True),
        Column("old", ("前の名称", "旧名称", "変更前", "旧課名")),
        Column("reading", ("読み", "よみ", "ふりがな", "フリガナ")),
        Column("valid_from", ("開始日", "設置日", "変更日"), is_day=True),
        Column("valid_to", ("終了日", "廃止日"), is_day=True),
    )
    base = Department.objects.all()

    def __init__(self) -> None:
        self.seen: dict[int, int] = {}
        self.new: dict[str, int] = {}
        self.latest: dict[str, list[DepartmentName]] = defaultdict(list)
        self.former: dict[str, DepartmentName] = {}
        for department in Department.objects.prefetch_related("names"):
            *former, latest = department.names.all() or [DepartmentName(department=department, name="")]
            self.latest[level(latest.name)].append(latest)
            self.former |= {level(name.name): latest for name in former}

    def step(self, row: Row) -> Step:
        if present := self._named(row.texts["name"]):
            self._once(row.line, present)
            return self._changed(row, present)
        if row.texts["old"] and (before := self._named(row.texts["old"])):
            self._once(row.line, before)
            return self._renamed(row, before)
        return self._new(row)

    def unseen(self, day: datetime.date) -> Iterable[tuple[str, Dated]]:
        for names in self.latest.values():
            for name in names:
                if name.pk and name.department_id not in self.seen and holds_on(name, day) and name.valid_to != day:
                    yield name.name, name

    def _once(self, line: int, name: DepartmentName) -> None:
        if name.department_id in self.seen:
            raise Unreadable(f"{self.seen[name.department_id]}行目と同じ課です。どちらかの行を外してください。")
        self.seen[name.department_id] = line

    def _come(self, line: int, typed: str) -> None:
        """A name that was not there before comes once."""
        if level(typed) in self.new:
            raise Unreadable(f"{self.new[level(typed)]}行目と同じ課です。どちらかの行を外してください。")
        self.new[level(typed)] = line

    def _named(self, typed: str) -> DepartmentName | None:
        """The present name that this is, of those that are not over where there are several."""
        found = self.latest.get(level(typed), [])
        found = [name for name in found if name.valid_to is None] or found
        if len(found) > 1:
            raise Unreadable(f"「{typed}」という課が{len(found)}つあります。この課は、課のページで直してください。")
        return found[0] if found else None

    def _new(self, row: Row) -> Step:
        typed = row.texts["name"]
        if row.texts["old"]:
            raise Unreadable(f"「{row.texts['old']}」という課がありません。前の名称を確かめてください。")
        if former := self.former.get(level(typed)):
            raise Unreadable(f"「{typed}」は前の名称です。今の名称「{former}」で書いてください。")
        self._come(row.line, typed)
        department, name = Department(), DepartmentName()
        differences = fill(name, name=typed) + fill(department, reading=row.texts["reading"]) + fill(name, **row.days)
        return Step(row.line, Outcome.NEW, typed, differences, partial(enter_department, department, [name]))

    def _changed(self, row: Row, name: DepartmentName) -> Step:
        was_open = name.valid_to is None
        differences = fill(name.department, reading=row.texts["reading"]) + fill(name, **row.days)
        outcome = outcome_of(name, differences, was_open)
        return Step(row.line, outcome, name.name, differences, partial(_keep, name))

    def _renamed(self, row: Row, old: DepartmentName) -> Step:
        typed, start = row.texts["name"], row.days["valid_from"]
        if start is None:
            raise Unreadable(f"開始日がありません。「{old}」が「{typed}」に変わった日を入れてください。")
        if row.days["valid_to"]:
            raise Unreadable("名称の変わる課に、終了日は入れられません。終わる課は、課のページで終えてください。")
        self._come(row.line, typed)
        new = DepartmentName(name=old.name)
        differences = fill(new, name=typed, valid_from=start)
        reading = row.texts["reading"]
        differences += fill(Department(reading=old.department.reading), reading=reading)
        act = partial(rename, old.department, typed, start, reading)
        return Step(row.line, Outcome.CHANGED, old.name, differences, act)


def _keep(name: DepartmentName) -> None:
    store(name.department)
    dated.keep(name, DepartmentName.objects.filter(department=name.department_id))
