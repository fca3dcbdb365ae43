"""The papers whose next step is somebody's, with what their desk says about them."""

import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from consultations.enums import PaperState, RevisionAct, Role
from consultations.models import Comment, Consultation, Report, Revision, User

_TURNS = {
    Role.SECRETARIAT: (PaperState.DRAFT, PaperState.SUBMITTED),
    Role.DEPARTMENT: (PaperState.DRAFT, PaperState.RETURNED),
}
"""In which states a paper waits for whom."""


class Remarks(NamedTuple):
    """So many remarks of the others wait for an answer, the first of them since then."""

    number: int
    first: datetime.datetime


def papers_waiting(user: User) -> list[Any]:
    """Each knows when it `arrived` where it is, when it was last `returned`, at how many places, and its `remarks`.

    Five statements for any number of papers.
    """
    turns = _TURNS.get(Role(user.role))
    if turns is None:
        return []
    remarks = _unanswered(user)
    found = []
    for model in (Consultation, Report):
        sort = model._meta.model_name or ""
        with_remarks = [pk for named, pk in remarks if named == sort]
        for paper in _of_sort(model, sort, user).filter(Q(state__in=turns) | Q(pk__in=with_remarks)):
            paper.remarks = remarks.get((sort, paper.pk))
            found.append(paper)
    return found


def _of_sort(model: Any, sort: str, user: User) -> QuerySet[Any]:
    revisions = Revision.objects.filter(**{sort: OuterRef("pk")}).order_by()
    arrivals = revisions.filter(Q(act=OuterRef("state")) | Q(act=RevisionAct.CREATED))  # acts bear the names of states
    reasons = Comment.objects.filter(**{sort: OuterRef("pk")}, is_reason=True, at=OuterRef("returned")).order_by()
    papers: QuerySet[Any] = model.objects.visible_to(user).only("subject", "subtitle", "state", "due")
    papers = papers.annotate(
        arrived=_latest(sort, arrivals),
        returned=_latest(sort, revisions.filter(act=RevisionAct.RETURNED)),
        places_returned=Coalesce(
            Subquery(reasons.values(sort).annotate(n=Count("place", distinct=True)).values("n")), 0
        ),
    )
    return papers.prefetch_related("departments")


def _latest(sort: str, revisions: QuerySet[Any]) -> Subquery:
    return Subquery(revisions.values(sort).annotate(last=Max("at")).values("last"))


def _unanswered(user: User) -> dict[tuple[str, int], Remarks]:
    """By sort and key of the paper: what the other side said at a heading, and nobody of one's own side after it."""
    answers = Comment.objects.filter(
        Q(consultation=OuterRef("consultation")) | Q(report=OuterRef("report")),
        place=OuterRef("place"),
        at__gt=OuterRef("at"),
        by__role=user.role,
    )
    other = Role.DEPARTMENT if user.role == Role.SECRETARIAT else Role.SECRETARIAT
    open_ones = Comment.objects.filter(by__role=other, resolved_at=None, is_reason=False).exclude(Exists(answers))
    counted = open_ones.order_by().values_list("consultation", "report").annotate(Count("pk"), Min("at"))
    return {
        ("consultation", consultation) if consultation else ("report", report): Remarks(count, first)
        for consultation, report, count, first in counted
    }
