"""変更の記録: who changed what, and when, of a row and the rows that belong to it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from consultations.models import User
from paper.digits import Digits
from paper.wareki import CalendarDate, write

SHOWN = 20
_NAMING = ("name", "title", "article", "category")


@dataclass(frozen=True)
class Difference:
    """A value before and after, as the screen says it; "" for none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    when: datetime.datetime
    who: User | None
    what: str
    differences: tuple[Difference, ...]


def changes(*histories: "QuerySet[Any]") -> tuple[Change, ...]:
    """The last ones of all `histories` (`row.history.all()` and the like), the latest first; a statement for each."""
    found = [change for history in histories for change in _of(history)]
    return tuple(sorted(found, key=lambda change: change.when, reverse=True)[:SHOWN])


def label(row: Model, name: str) -> str:
    """What a field is called on screen."""
    return str(getattr(row._meta.get_field(name), "verbose_name", name))


def worded(row: Model, name: str) -> str:
    """A value of a row as people say it: 令和8年4月1日, 会長, and "" for none."""
    display = getattr(row, f"get_{name}_display", None)
    return said_of(display() if display else getattr(row, name))


def said_of(value: object) -> str:
    if isinstance(value, datetime.date):
        return write(CalendarDate.of(value), Digits.HALF)
    return "" if value is None else str(value)


def _of(history: "QuerySet[Any]") -> Iterable[Change]:
    before: dict[int, Any] = {}
    for record in history.select_related("history_user").order_by("history_date", "history_id"):
        last, before[record.id] = before.get(record.id), record
        differences = tuple(_differences(last, record)) if last and record.history_type == "~" else ()
        if record.history_type == "~" and not differences:
            continue
        what = f"{record.instance_type._meta.verbose_name}{_name(record)}{_ACT[record.history_type]}"
        yield Change(record.history_date, record.history_user, what, differences)


_ACT = {"+": "を登録", "~": "を変更", "-": "を外した"}


def _name(record: Any) -> str:
    naming = next((name for name in _NAMING if getattr(record, name, "")), None)
    return f"「{worded(record, naming)}」" if naming else ""


def _differences(last: Any, record: Any) -> Iterable[Difference]:
    for field in record.instance_type._meta.concrete_fields:
        if getattr(last, field.attname, None) != getattr(record, field.attname, None):
            told = not field.is_relation  # the number of another row says nothing to people
            before, after = (worded(each, field.name) if told else "" for each in (last, record))
            yield Difference(label(record, field.name), before, after)
