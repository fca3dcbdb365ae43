"""What was said about a paper, heading by heading."""

from collections.abc import Mapping
from dataclasses import dataclass

from consultations.enums import Role
from consultations.models import Comment, User
from consultations.models.paper import Paper
from consultations.queries.readiness import GONE
from consultations.sections.places import Place


@dataclass(frozen=True)
class Thread:
    """The talk at one place, the oldest word first; `name` is the heading as it is numbered today."""

    place: str
    name: str
    is_gone: bool
    comments: tuple[Comment, ...] = ()

    @property
    def open(self) -> int:
        """How many words are not settled yet."""
        return sum(comment.resolved_at is None for comment in self.comments)

    @property
    def last(self) -> Comment | None:
        return self.comments[-1] if self.comments else None

    @property
    def last_open(self) -> Comment | None:
        return next((each for each in reversed(self.comments) if each.resolved_at is None), None)


def threads(paper: Paper, here: Mapping[str, Place]) -> dict[str, Thread]:
    """By place: the whole paper first, then its headings in printed order, then those it lost. Three statements.

    `here` are the places of the paper today (sections.places); only places where something was said are there.
    """
    said: dict[str, list[Comment]] = {}
    people = ("by__departments__names",)
    for comment in Comment.objects.of(paper).select_related("by", "resolved_by").prefetch_related(*people):
        said.setdefault(comment.place, []).append(comment)
    order = ["", *here, *(place for place in said if place not in here)]
    found = (thread_at(place, here, tuple(said[place])) for place in dict.fromkeys(order) if place in said)
    return {thread.place: thread for thread in found}


def thread_at(place: str, here: Mapping[str, Place], comments: tuple[Comment, ...] = ()) -> Thread:
    """The thread of a place, also of one where nothing was said yet."""
    if not place:
        return Thread(place, "全体", False, comments)
    return Thread(place, here[place].name if place in here else GONE, place not in here, comments)


def open_comments(paper: Paper) -> int:
    """How many words on the whole paper are not settled yet."""
    found: int = Comment.objects.of(paper).filter(resolved_at=None).count()
    return found


def whence(user: User) -> str:
    """事務局, or the departments of the account: where the person speaks from. Nothing is asked where prefetched."""
    if user.role != Role.DEPARTMENT:
        return str(Role(user.role).label)
    return "、".join(str(department) for department in user.departments.all()) or str(Role.DEPARTMENT.label)
