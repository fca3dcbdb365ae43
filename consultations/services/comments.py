"""Talk at the headings of a paper: say something, settle it, take it up again."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from consultations.models import Comment, Revision, User
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.queries.readiness import places_of
from consultations.rights import Act
from consultations.services.editing import guard
from consultations.services.revisions import locked


@transaction.atomic
def say(paper: Paper, by: User, place: str, text: str) -> Comment:
    """At a heading, or "" for the whole paper. ValidationError for a heading the paper does not know."""
    paper = locked(paper)
    guard(by, paper, Act.COMMENT)
    return hang(paper, by, {place: text})[0]


@transaction.atomic
def resolve(comment: Comment, by: User) -> None:
    """What was said at this heading up to this word is settled."""
    paper = locked(comment.paper)
    guard(by, paper, Act.COMMENT)
    until = Comment.objects.of(paper).filter(place=comment.place, resolved_at=None, at__lte=comment.at)
    for each in until:
        each.resolved_by, each.resolved_at = by, timezone.now()
        each.save()


@transaction.atomic
def reopen(comment: Comment, by: User) -> None:
    """This one word is not settled after all."""
    paper = locked(comment.paper)
    guard(by, paper, Act.COMMENT)
    comment = Comment.objects.get(pk=comment.pk)
    if comment.resolved_at:
        comment.resolved_by, comment.resolved_at = None, None
        comment.save()


def hang(paper: Paper, by: User, said: Mapping[str, str], *, reason_of: Revision | None = None) -> list[Comment]:
    """{place: text} on a paper that the caller has locked; the reasons of a return bear its time."""
    if not all(text.strip() for text in said.values()):
        raise ValidationError({"text": "文がまだありません。伝えることを書いてください。"})
    if not said.keys() <= {"", *places_of(paper), *Comment.objects.of(paper).values_list("place", flat=True)}:
        raise ValidationError("この見出しは、もうありません。全体か、ほかの見出しに書いてください。")
    values = {**owner(paper), "by": by, "is_reason": reason_of is not None}
    at = reason_of.at if reason_of else timezone.now()
    return [Comment.objects.create(**values, at=at, place=place, text=text) for place, text in said.items()]
