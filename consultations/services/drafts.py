"""Keep what someone is typing, before it is theirs to show."""

from django.db import transaction
from django.utils import timezone

from consultations.enums import RevisionAct
from consultations.models import Draft, User
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.rights import Act
from consultations.services.editing import guard
from consultations.services.revisions import locked, revision


def keep_draft(paper: Paper, by: User, place: str, text: str, base: str) -> Draft:
    """The text as it is typed just now; `base` is the mark of the text it began from."""
    guard(by, paper, Act.EDIT)
    now = timezone.now()
    values = {"text": text, "base": base, "saved_at": now}
    drafts = Draft.objects.of(paper)
    draft: Draft = drafts.update_or_create(
        user=by, place=place, defaults=values, create_defaults=values | owner(paper)
    )[0]
    return draft


def drop_draft(paper: Paper, by: User, place: str) -> None:
    Draft.objects.of(paper).filter(user=by, place=place).delete()


@transaction.atomic
def set_draft_aside(paper: Paper, by: User, place: str) -> None:
    """Of two texts the other one was chosen: this one leaves the page and stays in the timeline."""
    paper = locked(paper)
    draft = Draft.objects.of(paper).filter(user=by, place=place).first()
    if draft is None:
        return
    if draft.text:
        with revision(paper, by, RevisionAct.SET_ASIDE, place=place, note=draft.text):
            pass
    draft.delete()
