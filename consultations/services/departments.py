"""Departments are renamed and ended; their names say when."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models import Department, DepartmentName
from consultations.services import dated
from consultations.services.rows import store

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def rename(department: Department, name: str, day: datetime.date, reading: str = "") -> DepartmentName:
    """From `day` on it bears `name`; the name before ends the day before. "" leaves the reading as it is."""
    old = _present(department)
    if name == old.name:
        raise ValidationError(f"今の名称と同じです。今の名称は「{old}」です。新しい名称を入れてください。")
    if old.valid_from and old.valid_from >= day:
        raise ValidationError(f"「{old}」は、その日にはまだ始まっていません。始まりより後の日を入れてください。")
    new = DepartmentName(department=department, name=name, valid_from=day, valid_to=old.valid_to)
    dated.end(old, day - ONE_DAY)
    if reading and reading != department.reading:
        department.reading = reading
        store(department)
    return store(new)


@transaction.atomic
def end_department(department: Department, last_day: datetime.date) -> DepartmentName:
    """Its last name ends; what is found under it stays."""
    return dated.end(_present(department), last_day)


def _present(department: Department) -> DepartmentName:
    """The latest name; ValidationError for a department that has none."""
    name = department.names.last()
    if name is None:
        raise ValidationError("この課には名称がありません。先に名称を登録してください。")
    return name
