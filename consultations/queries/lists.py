"""The lists of papers, newest first, with what a row shows; the same number of statements for any length."""

from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Model, Prefetch, QuerySet

from consultations.enums import Role
from consultations.models import Consultation, Report, Section, User
from consultations.queries.way import was_returned

M = TypeVar("M", bound=Model)


def works_on_papers(user: User | AnonymousUser) -> bool:
    """Whether papers are this person's work; members and readers read what was distributed or published."""
    return isinstance(user, User) and user.role in {Role.SECRETARIAT, Role.DEPARTMENT}


def consultations_listed(user: User) -> QuerySet[Consultation]:
    kinds = Section.objects.only("consultation_id", "position", "kind")
    visible = Consultation.objects.visible_to(user).defer("prefaces").annotate(was_returned=was_returned(Consultation))
    return _newest_first(visible).prefetch_related("departments", Prefetch("sections", kinds))


def reports_listed(user: User) -> QuerySet[Report]:
    visible = Report.objects.visible_to(user).defer("outline").annotate(was_returned=was_returned(Report))
    return _newest_first(visible).prefetch_related("departments")


def papers_listed(sort: str, user: User) -> QuerySet[Any]:
    """Either sort, by the name of its model."""
    return {"consultation": consultations_listed, "report": reports_listed}[sort](user)


def _newest_first(papers: QuerySet[M]) -> QuerySet[M]:
    """What has no date or no number yet is the newest."""
    return papers.order_by(F("date").desc(nulls_first=True), F("number").desc(nulls_first=True), "-pk")
