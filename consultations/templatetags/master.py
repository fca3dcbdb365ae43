"""How the pages of the master data say since when and until when something holds."""

import datetime
from collections.abc import Iterable

from django import template

from consultations.models.dated import Dated, holds_on
from consultations.queries.changes import said_of
from consultations.sections.kinds import KINDS

register = template.Library()

_TITLES = {kind.kind: kind.title for kind in KINDS}


@register.filter
def period(row: Dated) -> str:
    """令和4年4月1日から令和5年3月31日まで; "" for what always holds."""
    since = f"{said_of(row.valid_from)}から" if row.valid_from else ""
    return since + (f"{said_of(row.valid_to)}まで" if row.valid_to else "")


@register.filter
def standing(row: Dated, day: datetime.date) -> str:
    """A word for what does not hold on the day; "" for what does."""
    if holds_on(row, day):
        return ""
    return "終わり" if row.valid_to and row.valid_to < day else "これから"


@register.filter
def not_over(rows: Iterable[Dated], day: datetime.date) -> list[Dated]:
    return [row for row in rows if row.valid_to is None or row.valid_to >= day]


@register.filter
def kind_title(kind: str) -> str:
    """As people call a kind of section; one that is no longer known keeps its stored name."""
    return _TITLES.get(kind, kind)
