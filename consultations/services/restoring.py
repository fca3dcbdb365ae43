"""Bring a heading, or the whole paper, back to what it was: always as a new revision, never over unseen work."""

from django.db import transaction

from consultations.documents import material_of_paper
from consultations.enums import RevisionAct
from consultations.models import Revision, User
from consultations.models.paper import Paper
from consultations.queries.revisions import material_at
from consultations.rights import Act
from consultations.sections.comparison import laid
from consultations.sections.edits import Clash
from consultations.sections.material import Material
from consultations.sections.restoration import brought_back, restored, whole_mark, wholly_restored
from consultations.services.editing import guard
from consultations.services.revisions import locked, revision
from consultations.services.saving import save


@transaction.atomic
def restore_place(paper: Paper, by: User, number: int, place: str, *, seen: str, back: bool = False) -> Revision | None:
    """The place as the revision `number` left it; None where it says that already.

    `seen` is the mark (comparison.Laid) of what the person saw there, "" for nothing. Clash where it is another by
    now; Gone where the place has left the paper, unless it is to come `back`; NotThen; NotAllowed; ValueError for what
    cannot be read.
    """
    paper = locked(paper)
    guard(by, paper, Act.EDIT)
    now, then = material_of_paper(paper), material_at(paper, number)
    after = (brought_back if back else restored)(now, then, place)
    there = laid(now).places.get(place)
    if seen != (there.mark if there else ""):
        raise Clash(place)
    return _write(paper, by, now, after, number, place=place)


@transaction.atomic
def restore_whole(paper: Paper, by: User, number: int, *, seen: str) -> Revision | None:
    """All of the paper as the revision `number` left it, order and 別紙 included; its number and its state stay.

    `seen` is `whole_mark` of what the person saw: Clash where it is another by now.
    """
    paper = locked(paper)
    guard(by, paper, Act.EDIT)
    now = material_of_paper(paper)
    if seen != whole_mark(now):
        raise Clash("")
    return _write(paper, by, now, wholly_restored(now, material_at(paper, number)), number)


def _write(paper: Paper, by: User, now: Material, after: Material, number: int, *, place: str = "") -> Revision | None:
    if after == now:
        return None
    with revision(paper, by, RevisionAct.RESTORED, place=place, note=f"版{number}") as step:
        save(paper, now, after)
    return step
