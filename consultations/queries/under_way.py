"""The papers on their way to an answer: how many stand where, and the newest of them."""

import datetime
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import CharField, Count, QuerySet, Value

from consultations.enums import PaperState, Role
from consultations.models import User
from consultations.queries.lists import SORTS, papers_listed
from consultations.queries.rows import Row, rows, told_of

_UNDER_WAY: dict[Role, tuple[PaperState, ...]] = {
    Role.SECRETARIAT: (PaperState.DRAFT, PaperState.SUBMITTED, PaperState.RETURNED, PaperState.ACCEPTED),
    Role.DEPARTMENT: (PaperState.SUBMITTED, PaperState.ACCEPTED),
}
"""A department has its drafts, and what came back, among its own steps."""


class Standing(NamedTuple):
    """So many papers of one sort in one state."""

    sort: str
    state: PaperState
    number: int

    @property
    def label(self) -> str:
        return str(SORTS[self.sort]._meta.verbose_name)

    @property
    def list(self) -> str:
        """The name of the list's address."""
        return f"{self.sort}s"


def standings(user: User) -> list[Standing]:
    """Consultations first, in the order of the way; only where there are papers."""
    states = _UNDER_WAY[Role(user.role)]
    counts = {
        (sort, state): count
        for sort, state, count in _counted("consultation", user).union(_counted("report", user), all=True)
    }
    found = (Standing(sort, state, counts.get((sort, state), 0)) for sort in SORTS for state in states)
    return [standing for standing in found if standing.number]


def _counted(sort: str, user: User) -> QuerySet[Any, Any]:
    """(sort, state, number of papers)."""
    visible = SORTS[sort].objects.visible_to(user).filter(state__in=_UNDER_WAY[Role(user.role)]).order_by()
    counted: QuerySet[Any, Any] = visible.values_list(Value(sort, CharField()), "state").annotate(Count("pk"))
    return counted


def newest_under_way(user: User, at_most: int) -> list[Row]:
    """Consultations and reports together, as the lists give them; what has no date yet is the newest."""
    # Told by the states they are not in, so that SQLite goes through the newest and stops rather than sort them all.
    others = [state for state in PaperState if state not in _UNDER_WAY[Role(user.role)]]
    newest = chain(*(rows(papers_listed(sort, user).exclude(state__in=others)[:at_most]) for sort in SORTS))
    return told_of(sorted(newest, key=lambda paper: paper.date or datetime.date.max, reverse=True)[:at_most])
