"""The lists of papers, newest first: which papers stand in them."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet

from consultations.enums import Role
from consultations.models import Consultation, Report, User

SORTS: Mapping[str, Any] = {"consultation": Consultation, "report": Report}


def works_on_papers(user: User | AnonymousUser) -> bool:
    """Whether papers are this person's work; members and readers read what was distributed or published."""
    return isinstance(user, User) and user.role in {Role.SECRETARIAT, Role.DEPARTMENT}


def papers_listed(sort: str, user: User) -> QuerySet[Any]:
    """All of a sort, by its model's name, that this person sees; what has no date or no number yet is the newest."""
    visible: QuerySet[Any] = SORTS[sort].objects.visible_to(user)
    return visible.order_by(F("date").desc(nulls_first=True), F("number").desc(nulls_first=True), "-pk")
