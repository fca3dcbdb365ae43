"""The papers whose next step is somebody's, with what their desk says about them."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Set
from typing import Any, NamedTuple, TypeAlias

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from consultations.enums import PaperState, RevisionAct, Role
from consultations.models import Comment, Revision, User
from consultations.queries.lists import SORTS
from consultations.queries.rows import departments_of_papers

Key: TypeAlias = tuple[str, int]
"""The sort of a paper and its key."""

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

    Five statements for any number of papers, and two more for the secretariat, which sees whose each is (`printed`).
    """
    turns = _TURNS.get(Role(user.role))
    if turns is None:
        return []
    remarks = _unanswered(user)
    found = {}
    for sort, model in SORTS.items():
        with_remarks = [pk for named, pk in remarks if named == sort]
        papers = model.objects.visible_to(user).only("subject", "subtitle", "state", "due")
        for paper in papers.filter(Q(state__in=turns) | Q(pk__in=with_remarks)):
            paper.remarks, paper.printed = remarks.get((sort, paper.pk)), []
            found[sort, paper.pk] = paper
    _tell_moments(found)
    if user.role == Role.SECRETARIAT:
        _tell_departments(found)
    return list(found.values())


def _tell_moments(found: Mapping[Key, Any]) -> None:
    came, reasons = _moments(found), _places_returned(found)
    for key, paper in found.items():
        acts = came.get(key, {})
        here = [at for act, at in acts.items() if act in {paper.state, RevisionAct.CREATED}]  # named like the states
        paper.arrived, paper.returned = max(here, default=None), acts.get(RevisionAct.RETURNED)
        paper.places_returned = len(reasons.get((*key, paper.returned), ()))


def _tell_departments(found: Mapping[Key, Any]) -> None:
    for sort, model in SORTS.items():
        for pk, printed in departments_of_papers(model, _keys(found, sort)).items():
            found[sort, pk].printed = printed


def _moments(found: Mapping[Key, Any]) -> Mapping[Key, Mapping[str, datetime.datetime]]:
    """When each act was last done to each paper."""
    came: dict[Key, dict[str, datetime.datetime]] = defaultdict(dict)
    acts = Revision.objects.filter(_hangs_on(found)).order_by().values_list("consultation", "report", "act")
    for consultation, report, act, last in acts.annotate(Max("at")):
        came[_key(consultation, report)][act] = last
    return came


def _places_returned(found: Mapping[Key, Any]) -> Mapping[tuple[str, int, datetime.datetime], Set[str]]:
    """The places of the reasons of each return, by paper and moment."""
    reasons: dict[tuple[str, int, datetime.datetime], set[str]] = defaultdict(set)
    said = Comment.objects.filter(_hangs_on(found), is_reason=True).order_by()
    for consultation, report, at, place in said.values_list("consultation", "report", "at", "place"):
        reasons[*_key(consultation, report), at].add(place)
    return reasons


def _hangs_on(found: Mapping[Key, Any]) -> Q:
    return Q(consultation__in=_keys(found, "consultation")) | Q(report__in=_keys(found, "report"))


def _keys(found: Mapping[Key, Any], sort: str) -> list[int]:
    return [pk for named, pk in found if named == sort]


def _key(consultation: int | None, report: int | None) -> Key:
    return ("consultation", consultation) if consultation else ("report", report or 0)


def _unanswered(user: User) -> dict[Key, Remarks]:
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
    return {_key(consultation, report): Remarks(count, first) for consultation, report, count, first in counted}
