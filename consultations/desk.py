"""What waits for a person at their desk: every app answers waiting_for(user), with entries of this one shape."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from consultations.enums import PaperState, Role
from consultations.models import User
from consultations.queries.waiting import papers_waiting
from consultations.templatetags.papers import address, called

_MANY_YEARS = datetime.date.max
_LONG_AGO = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Waiting:
    """One step that is this person's to take.

    `title` says it as a deed, `about` names the case, `verb` is the word on the button that leads to `address`.
    `day` is when it is due, `since` when it came to this person, and `came` says how (再提出).
    """

    title: str
    about: str
    verb: str
    address: str
    day: datetime.date | None = None
    since: datetime.datetime | None = None
    came: str = ""

    @property
    def is_late(self) -> bool:
        return self.day is not None and self.day < timezone.localdate()

    @property
    def urgency(self) -> tuple[datetime.date, datetime.datetime]:
        """To sort by: the nearest deadline first, then what has waited longest."""
        return self.day or _MANY_YEARS, self.since or _LONG_AGO


def waiting_for(user: User) -> list[Waiting]:
    """The papers whose next step is this person's, and the remarks on them that want an answer."""
    found = papers_waiting(user)
    return [step for paper in found for step in (*_steps(user, paper), *_answers(user, paper))]


def _steps(user: User, paper: Any) -> Iterator[Waiting]:
    sort, places = paper._meta.verbose_name, paper.places_returned
    what = f"{places}か所" if places else sort
    match user.role, paper.state:
        case Role.SECRETARIAT, PaperState.SUBMITTED if paper.returned:
            yield _step(user, paper, f"差し戻した{what}の直しを確かめる", "直しを見る", (paper.arrived, "再提出"))
        case Role.SECRETARIAT, PaperState.SUBMITTED:
            yield _step(user, paper, f"{sort}を確かめて受理する", "確かめる", (paper.arrived, "提出"))
        case Role.DEPARTMENT, PaperState.RETURNED:
            yield _step(user, paper, f"差し戻された{what}を直す", "直す", (paper.arrived, "差戻し"), page="edit")
        case _, PaperState.DRAFT:
            end = "提出する" if user.role == Role.DEPARTMENT else "受理する"
            yield _step(
                user, paper, f"書きかけの{sort}を仕上げて{end}", "続きを書く", (paper.arrived, "起案"), page="edit"
            )


def _answers(user: User, paper: Any) -> Iterator[Waiting]:
    if paper.remarks:
        others = Role.DEPARTMENT if user.role == Role.SECRETARIAT else Role.SECRETARIAT
        title = f"{others.label}の書き込み{paper.remarks.number}件に答える"
        yield _step(user, paper, title, "答える", (paper.remarks.first, "書き込み"))


def _step(
    user: User, paper: Any, title: str, verb: str, came: tuple[datetime.datetime | None, str], *, page: str = ""
) -> Waiting:
    """`came` is when and how; a department knows whose papers its own are."""
    about = "　".join(filter(None, ("、".join(paper.printed), called(paper))))
    return Waiting(title, about, verb, address(paper, page), paper.due, *came)
