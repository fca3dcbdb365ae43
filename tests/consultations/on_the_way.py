"""Papers somewhere on their way, as their history would have left them."""

import datetime
from typing import Any, TypeVar

from django.utils import timezone

from consultations.enums import PaperState, RevisionAct
from consultations.models import Comment, Consultation, Report, Revision, User
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.sections.kinds.general import General
from consultations.sections.material import Entry, Material, Part
from consultations.services.materials import begin_consultation, begin_report
from consultations.services.revisions import revision

P = TypeVar("P", bound=Paper)


def ago(**passed: int) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(**passed)


def days_from_now(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def begun(by: User, subtitle: str, text: str = "") -> Consultation:
    """In the hands of whoever began it; a department's own is one of its department."""
    return begin_consultation(_material(by, f"{subtitle}について（諮問）", subtitle, text), by)


def report_begun(by: User, subject: str) -> Report:
    return begin_report(_material(by, subject, "", ""), by)


def _material(by: User, subject: str, subtitle: str, text: str) -> Material:
    departments = tuple(str(department) for department in by.departments.all())
    part = Part("s1", General(), (Entry("free-1", "概要", text=text),))
    return Material(parts=(part,), subject=subject, subtitle=subtitle, departments=departments)


def step(paper: P, by: User | None, act: RevisionAct, at: datetime.datetime | None = None, **values: Any) -> P:
    """One step of a paper, with what it changes."""
    with revision(paper, by, act) as taken:
        for name, value in values.items():
            setattr(paper, name, value)
        paper.save()
    if at:
        taken.at = at
        taken.save()
    return paper


def backdated(paper: P, at: datetime.datetime) -> P:
    """As if all that was done to it had been done then."""
    for revision_ in Revision.objects.of(paper):
        revision_.at = at
        revision_.save()
    return paper


def submitted(paper: P, by: User, at: datetime.datetime | None = None) -> P:
    values = {"state": PaperState.SUBMITTED, "reached_secretariat": True, "due": None}
    return step(paper, by, RevisionAct.SUBMITTED, at, **values)


def returned(paper: P, by: User, *places: str, due: datetime.date | None = None) -> P:
    """With a reason at each of the places."""
    step(paper, by, RevisionAct.RETURNED, state=PaperState.RETURNED, due=due)
    at = Revision.objects.of(paper).latest("number").at
    for place in places:
        remark(paper, by, place, at, is_reason=True)
    return paper


def accepted(paper: P, by: User) -> P:
    return step(paper, by, RevisionAct.ACCEPTED, state=PaperState.ACCEPTED, due=None)


def published(paper: P, by: User) -> P:
    step(paper, by, RevisionAct.ANSWERED, state=PaperState.ANSWERED)
    return step(paper, by, RevisionAct.PUBLISHED, published_on=timezone.localdate())


def remark(
    paper: Paper, by: User, place: str = "", at: datetime.datetime | None = None, *, is_reason: bool = False
) -> Comment:
    values = {"place": place, "by": by, "text": "確かめてください。", "is_reason": is_reason}
    return Comment.objects.create(**owner(paper), **values, at=at or timezone.now())
