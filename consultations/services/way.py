"""The steps of a paper on its way; each is one revision, and the mail that tells of it is written with it.

All raise NotAllowed where another person was faster or the role is another one, and ValidationError, in the words of
the form, for what cannot go on like this.
"""

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from consultations.enums import PaperState, RevisionAct
from consultations.models import Revision, User
from consultations.models.paper import Paper
from consultations.queries.readiness import lacking
from consultations.queries.way import standing
from consultations.rights import Act
from consultations.services.comments import hang
from consultations.services.editing import NotAllowed, guard
from consultations.services.mail import tell
from consultations.services.revisions import locked, revision

P = TypeVar("P", bound=Paper)


@transaction.atomic
def submit(paper: P, by: User) -> P:
    """From its department to the secretariat, for the first time or again."""
    paper = _allowed(paper, by, Act.SUBMIT)
    _refuse_what_lacks(paper, by)
    _step(paper, by, RevisionAct.SUBMITTED, state=PaperState.SUBMITTED, reached_secretariat=True)
    return paper


@transaction.atomic
def give_back(paper: P, by: User, reasons: Mapping[str, str], due: datetime.date | None = None, note: str = "") -> P:
    """To its department, with a reason at each heading that is to be mended; the place "" is the whole paper."""
    paper = _allowed(paper, by, Act.RETURN)
    said = {place: text for place, text in reasons.items() if text.strip()}
    if not said:
        raise ValidationError("理由がまだありません。差し戻す見出しを開いて、理由を書いてください。")
    if due and due < timezone.localdate():
        raise ValidationError({"due": "直しの期限が、今日より前です。日付を確かめてください。"})
    step = _step(paper, by, RevisionAct.RETURNED, note=note, state=PaperState.RETURNED, due=due)
    hang(paper, by, said, reason_of=step)
    return paper


@transaction.atomic
def accept(paper: P, by: User) -> P:
    """What was submitted, or what the secretariat drew up itself."""
    paper = _allowed(paper, by, Act.ACCEPT)
    if paper.state == PaperState.DRAFT:
        _refuse_what_lacks(paper, by)
    _step(paper, by, RevisionAct.ACCEPTED, state=PaperState.ACCEPTED)
    return paper


@transaction.atomic
def answer(paper: P, by: User) -> P:
    """The council has answered a consultation (答申)."""
    paper = _allowed(paper, by, Act.ANSWER)
    _step(paper, by, RevisionAct.ANSWERED, state=PaperState.ANSWERED)
    return paper


@transaction.atomic
def note(paper: P, by: User) -> P:
    """The council has taken note of a report (了解)."""
    paper = _allowed(paper, by, Act.NOTE)
    _step(paper, by, RevisionAct.NOTED, state=PaperState.NOTED)
    return paper


@transaction.atomic
def withdraw(paper: P, by: User, note: str) -> P:
    """The end of a paper that will not be deliberated; `note` is the reason."""
    paper = _allowed(paper, by, Act.WITHDRAW)
    if not note.strip():
        raise ValidationError({"note": "取り下げる理由を書いてください。"})
    _step(paper, by, RevisionAct.WITHDRAWN, note=note, state=PaperState.WITHDRAWN)
    return paper


@transaction.atomic
def publish(paper: P, by: User) -> P:
    """Open to everybody who signs in, from today on."""
    paper = _allowed(paper, by, Act.PUBLISH)
    _step(paper, by, RevisionAct.PUBLISHED, published_on=timezone.localdate())
    return paper


def _allowed(paper: P, by: User, act: Act) -> P:
    """The paper, locked. Of two who act at once the second is told, even where the step were possible after the first:

    `paper` is in the state in which `by` saw it, and decided on it.
    """
    seen, paper = paper.state, locked(paper)
    guard(by, paper, act)
    if paper.state != seen:
        raise NotAllowed(standing(paper))
    return paper


def _refuse_what_lacks(paper: Paper, by: User) -> None:
    if sentences := lacking(paper, by):
        raise ValidationError(list(sentences))


def _step(paper: Paper, by: User, act: RevisionAct, *, note: str = "", **values: Any) -> Revision:
    """Every step ends the time that was set for mending, but the one that sets it."""
    with revision(paper, by, act, note=note) as step:
        for name, value in ({"due": None} | values).items():
            setattr(paper, name, value)
        paper.save()
    tell(paper, by, act)
    return step
