"""The papers on their way to an answer: how many stand where, and the newest of them."""

import datetime
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Count

from consultations.enums import PaperState, Role
from consultations.models import Consultation, Report, User
from consultations.queries.lists import papers_listed

_SORTS: dict[str, Any] = {"consultation": Consultation, "report": Report}
_UNDER_WAY = {
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
        return str(_SORTS[self.sort]._meta.verbose_name)

    @property
    def list(self) -> str:
        """The name of the list's address."""
        return f"{self.sort}s"


def standings(user: User) -> list[Standing]:
    """Consultations first, in the order of the way; only where there are papers."""
    counts = {
        (sort, state): count
        for sort, model in _SORTS.items()
        for state, count in model.objects.visible_to(user).order_by().values_list("state").annotate(Count("pk"))
    }
    found = (
        Standing(sort, state, counts.get((sort, state), 0)) for sort in _SORTS for state in _UNDER_WAY[Role(user.role)]
    )
    return [standing for standing in found if standing.number]


def newest_under_way(user: User, at_most: int) -> list[Any]:
    """Consultations and reports together, as the lists give them; what has no date yet is the newest."""
    newest = (papers_listed(sort, user).filter(state__in=_UNDER_WAY[Role(user.role)])[:at_most] for sort in _SORTS)
    return sorted(chain(*newest), key=lambda paper: paper.date or datetime.date.max, reverse=True)[:at_most]
