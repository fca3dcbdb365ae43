"""The timeline of a paper: its revisions, a page at a time, each with what it changed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from consultations.documents import house
from consultations.enums import RevisionAct
from consultations.models import Comment, Revision, User
from consultations.models.paper import Paper
from consultations.queries.revisions import State, first_open, revisions_open_to, states
from consultations.queries.touched import touching
from consultations.sections.comparison import Change, Laid, compared
from consultations.sections.places import Place

PAGE_SIZE = 20
_WITH_THE_RETURN = datetime.timedelta(minutes=5)
_WHOLE = frozenset({RevisionAct.CREATED, RevisionAct.IMPORTED})


@dataclass(frozen=True)
class Told:
    """A change, and how its heading is brought back to what it was: `seen` is the mark it has now, None: it is not."""

    change: Change
    seen: str | None


@dataclass(frozen=True)
class Step:
    """A revision. `is_whole` where all of the paper came with it, which is said in one line; `place` is a Place's name.

    `is_unreadable` where what was stored before or after it is of a shape that is not known any more.
    """

    revision: Revision
    told: tuple[Told, ...] = ()
    reasons: tuple[str, ...] = ()
    place: str = ""
    is_whole: bool = False
    is_unreadable: bool = False

    @property
    def before(self) -> int:
        return self.revision.number - 1


@dataclass(frozen=True)
class Timeline:
    page: Page[Any]
    steps: tuple[Step, ...]
    now: Laid | None

    @property
    def headings(self) -> list[Place]:
        """What the timeline can be asked for alone."""
        there = self.now.places.values() if self.now else ()
        return [
            place
            for place in there
            if place.title and (not place.address.startswith("annex/") or place.address.count("/") == 1)
        ]


def timeline(user: User, paper: Paper, page: Any = 1, place: str = "") -> Timeline:
    """A page of it, the newest first, of one place and what stands in it where one is named."""
    revisions = revisions_open_to(user, paper)
    first = first_open(revisions)
    if place:
        revisions = revisions.filter(number__in=touching(paper, place))
    found = Paginator(revisions.prefetch_related("by__departments__names"), PAGE_SIZE).get_page(page)
    numbers = [revision.number for revision in found]
    last = Revision.objects.of(paper).order_by("-number").values_list("number", flat=True).first() or 0
    there = states(paper, {*numbers, *(number - 1 for number in numbers), last}, house())
    now = _laid(there[last])
    reasons = list(Comment.objects.of(paper).filter(is_reason=True))
    steps = (_step(revision, there, first, now, reasons) for revision in found)
    return Timeline(found, tuple(step for step in (_only(each, place) for each in steps) if step), now)


def _step(revision: Revision, there: dict[int, State], first: int, now: Laid | None, reasons: list[Comment]) -> Step:
    number = revision.number
    if number == first or revision.act in _WHOLE:
        return Step(revision, is_whole=True)
    before, after = _laid(there[number - 1]), _laid(there[number])
    if before is None or after is None:
        return Step(revision, is_unreadable=True)
    told = tuple(Told(change, _seen(change, now)) for change in compared(before, after)) if before is not after else ()
    named = {**before.places, **after.places}
    place = named[revision.place].name if revision.place in named else ""
    reasons = [each for each in reasons if _came_with(each, revision)]
    at = dict.fromkeys(named[each.place].number or named[each.place].title for each in reasons if each.place in named)
    return Step(revision, told, tuple(at), place)


def _laid(state: State) -> Laid | None:
    try:
        return state.laid
    except ValueError:
        return None


def _seen(change: Change, now: Laid | None) -> str | None:
    """The mark the form carries; None where there is nothing to bring back: it was not there, or is so again."""
    if now is None or change.before is None:
        return None
    there = now.places.get(change.place.address)
    if there is None:
        return ""
    return None if there.mark == change.before.mark else there.mark


def _only(step: Step, place: str) -> Step | None:
    """What of a step is about this place; None where nothing is."""
    if not place or step.is_whole or step.is_unreadable:
        return step
    told = tuple(each for each in step.told if _is_in(each.change.place.address, place))
    if not told and not _is_in(step.revision.place, place):
        return None
    return Step(step.revision, told, step.reasons, step.place)


def _is_in(address: str, place: str) -> bool:
    return address == place or address.startswith(f"{place}/")


def _came_with(comment: Comment, revision: Revision) -> bool:
    """Reasons are written in the same moment as the return they belong to."""
    near = abs(comment.at - revision.at) <= _WITH_THE_RETURN
    return revision.act == RevisionAct.RETURNED and comment.by_id == revision.by_id and near


def milestones(user: User, paper: Paper, shown: Iterable[Revision]) -> list[Revision]:
    """What one wants to compare with: the steps of the way, and what is `shown`; the newest first."""
    ways = [act for act in RevisionAct if act not in {RevisionAct.EDITED, RevisionAct.SET_ASIDE, RevisionAct.RESTORED}]
    found = {each.number: each for each in revisions_open_to(user, paper).filter(act__in=ways)[:50]}
    found |= {each.number: each for each in shown}
    return [found[number] for number in sorted(found, reverse=True)]
