"""What others did to the papers a person sees, since a moment: one line for each paper, however much was done."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import CharField, Count, Max, Q, QuerySet, Value

from consultations.enums import RevisionAct
from consultations.models import Comment, Consultation, Report, Revision, User
from consultations.models.paper import Paper

_AT_MOST = 500
"""Groups of like steps that are looked at, the latest first: no desk reads a whole import."""

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
    by_paper: dict[tuple[int | None, int | None], list[_Steps]] = defaultdict(list)
    for step in sorted(_steps(moment, user), key=lambda step: step.last, reverse=True):
        by_paper[step.consultation, step.report].append(step)
    shown = list(by_paper.values())[:at_most]
    consultations = _papers(Consultation, {steps[0].consultation for steps in shown})
    reports = _papers(Report, {steps[0].report for steps in shown})
    people = _people({step.by for steps in shown for step in steps})
    papers = (consultations.get(steps[0].consultation) or reports[steps[0].report] for steps in shown)
    return [_told(paper, steps, people) for paper, steps in zip(papers, shown, strict=True)], len(by_paper) > at_most


def _steps(moment: datetime.datetime, user: User) -> list[_Steps]:
    revisions = Revision.objects.exclude(act=RevisionAct.SET_ASIDE)
    remarks = Comment.objects.annotate(act=Value(_REMARK, CharField()))
    return [*_grouped(revisions, moment, user), *_grouped(remarks, moment, user)]


def _grouped(done: QuerySet[Any], moment: datetime.datetime, user: User) -> list[_Steps]:
    seen = Q(consultation__in=_seen(Consultation, user)) | Q(report__in=_seen(Report, user))
    groups = (
        done.filter(seen, at__gt=moment)
        .exclude(by=user)
        .order_by()
        .values_list("consultation", "report", "act", "by")
        .annotate(times=Count("pk"), last=Max("at"))
        .order_by("-last")
    )
    return [_Steps(*group) for group in groups[:_AT_MOST]]


def _seen(model: Any, user: User) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.visible_to(user).order_by().values("pk")
    return found


def _papers(model: Any, keys: Set[int | None]) -> Mapping[int | None, Any]:
    found: Mapping[int | None, Any] = model.objects.only("subject", "subtitle").in_bulk(keys - {None})
    return found


def _people(keys: Set[int | None]) -> Mapping[int | None, str]:
    """桐山 翔太（教育部中央図書館）, 白石 由衣（事務局）; "" for what the program did by itself."""
    people = User.objects.filter(pk__in=[key for key in keys if key]).prefetch_related("departments__names")
    return {None: ""} | {person.pk: f"{person}（{_place(person)}）" for person in people}


def _place(person: User) -> str:
    return "、".join(str(department) for department in person.departments.all()) or person.get_role_display()


def _told(paper: Paper, steps: list[_Steps], people: Mapping[int | None, str]) -> News:
    """`steps` are the newest first; what is said is the last step on the way, or what there is without one."""
    told = next((step for step in steps if step.act not in _OF_THE_WORK), steps[0])
    others = {step.by for step in steps} - {told.by, None}
    edits = sum(step.times for step in steps if step.act in {RevisionAct.EDITED, RevisionAct.RESTORED})
    remarks = sum(step.times for step in steps if step.act == _REMARK)
    return News(paper, steps[0].last, people[told.by], len(others), _SAID[told.act], edits, remarks)
