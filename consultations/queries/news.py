"""What others did to the papers a person sees, since a moment: one line for each paper, however much was done."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import CharField, Count, F, Max, QuerySet, Value

from consultations.enums import RevisionAct
from consultations.models import Comment, DepartmentName, Revision, User
from consultations.models.paper import Paper
from consultations.queries.lists import SORTS

_REMARK = "remark"
_SAID = {
    RevisionAct.CREATED: "をつくりました。",
    RevisionAct.IMPORTED: "を取り込みました。",
    RevisionAct.EDITED: "を直しました。",
    RevisionAct.RESTORED: "を前の状態に戻しました。",
    RevisionAct.SUBMITTED: "を提出しました。",
    RevisionAct.RETURNED: "を差し戻しました。",
    RevisionAct.ACCEPTED: "を受理しました。",
    RevisionAct.ANSWERED: "に答申を記録しました。",
    RevisionAct.NOTED: "に了解を記録しました。",
    RevisionAct.WITHDRAWN: "を取り下げました。",
    RevisionAct.PUBLISHED: "を公開しました。",
    _REMARK: "に書き込みました。",
}
_OF_THE_WORK = (_REMARK, RevisionAct.EDITED, RevisionAct.RESTORED)
"""They are many, and say less than any step on the paper's way."""


class _Steps(NamedTuple):
    """So many steps of one sort by one person, the last of them at `last`; one of the two papers is None."""

    consultation: int | None
    report: int | None
    act: str
    by: int | None
    times: int
    last: datetime.datetime


@dataclass(frozen=True)
class News:
    """`said` goes on after the paper's name; `edits` and `remarks` are counted besides. `who` is "" for the program."""

    paper: Paper
    at: datetime.datetime
    who: str
    others: int
    said: str
    edits: int
    remarks: int


def news_since(moment: datetime.datetime, user: User, at_most: int) -> tuple[list[News], bool]:
    """The papers that changed last, the newest first, and whether there are more of them."""
    done = list(_steps(moment, user))
    consultations = _seen("consultation", user, {step.consultation for step in done})
    reports = _seen("report", user, {step.report for step in done})
    by_paper: dict[Paper, list[_Steps]] = defaultdict(list)
    for step in done:
        if paper := consultations.get(step.consultation) or reports.get(step.report):
            by_paper[paper].append(step)
    shown = list(by_paper.items())[:at_most]
    people = _people({step.by for _, steps in shown for step in steps})
    return [_told(paper, steps, people) for paper, steps in shown], len(by_paper) > at_most


def _steps(moment: datetime.datetime, user: User) -> Iterator[_Steps]:
    """What others did to any paper, the latest first."""
    revisions = Revision.objects.exclude(act=RevisionAct.SET_ASIDE)
    remarks = Comment.objects.annotate(act=Value(_REMARK, CharField()))
    groups = _grouped(revisions, moment, user).union(_grouped(remarks, moment, user), all=True)
    return (_Steps(*group) for group in groups.order_by("-last"))


def _grouped(done: QuerySet[Any], moment: datetime.datetime, user: User) -> QuerySet[Any]:
    groups: QuerySet[Any] = (
        done.filter(at__gt=moment)
        .exclude(by=user)
        .order_by()
        .values_list("consultation", "report", "act", "by")
        .annotate(times=Count("pk"), last=Max("at"))
    )
    return groups


def _seen(sort: str, user: User, keys: Set[int | None]) -> Mapping[int | None, Any]:
    """Those of the papers that this person sees, by their keys."""
    papers = SORTS[sort].objects.visible_to(user).only("subject", "subtitle").order_by()
    found: Mapping[int | None, Any] = papers.in_bulk(keys - {None})
    return found


def _people(keys: Set[int | None]) -> Mapping[int | None, str]:
    """桐山 翔太（教育部中央図書館）, 白石 由衣（事務局）; "" for what the program did by itself."""
    people = User.objects.filter(pk__in=[key for key in keys if key]).only(
        "username", "first_name", "last_name", "role"
    )
    places = _departments(people)
    return {None: ""} | {person.pk: f"{person}（{_place(person, places.get(person.pk))}）" for person in people}


def _place(person: User, departments: Mapping[int, str] | None) -> str:
    return "、".join((departments or {}).values()) or person.get_role_display()


def _departments(people: QuerySet[User]) -> Mapping[int, Mapping[int, str]]:
    """The departments of each person under their latest names."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    bound = DepartmentName.objects.filter(department__users__in=people).order_by(
        "department__reading", "department", F("valid_from").asc(nulls_first=True), "pk"
    )
    for person, department, name in bound.values_list("department__users", "department", "name"):
        found[person][department] = name
    return found


def _told(paper: Paper, steps: list[_Steps], people: Mapping[int | None, str]) -> News:
    """`steps` are the newest first; what is said is the last step on the way, or what there is without one."""
    told = next((step for step in steps if step.act not in _OF_THE_WORK), steps[0])
    others = {step.by for step in steps} - {told.by, None}
    edits = sum(step.times for step in steps if step.act in {RevisionAct.EDITED, RevisionAct.RESTORED})
    remarks = sum(step.times for step in steps if step.act == _REMARK)
    return News(paper, steps[0].last, people[told.by], len(others), _SAID[told.act], edits, remarks)
