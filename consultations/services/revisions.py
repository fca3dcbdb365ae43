"""Tie what is written to a paper in one step to one revision."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db.models import Max

from consultations.enums import RevisionAct
from consultations.models import Revision, User
from consultations.models.history import revising
from consultations.models.of_paper import owner
from consultations.models.paper import Paper

P = TypeVar("P", bound=Paper)


def locked(paper: P) -> P:
    """The paper as it is now; whoever else wants to change it waits until this transaction ends."""
    found: P = type(paper)._default_manager.select_for_update().get(pk=paper.pk)
    return found


@contextmanager
def revision(paper: Paper, by: User | None, act: RevisionAct, *, place: str = "", note: str = "") -> Iterator[Revision]:
    """The next revision of a paper that is `locked`; all its rows that are written within belong to it."""
    last: int | None = Revision.objects.of(paper).aggregate(last=Max("number"))["last"]
    step = Revision.objects.create(**owner(paper), number=(last or 0) + 1, by=by, act=act, place=place, note=note)
    with revising(step):
        yield step
