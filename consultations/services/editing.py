"""Change a paper: edits go in heading by heading, and none overwrites what another person wrote meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from consultations.documents import material_of_paper
from consultations.enums import RevisionAct
from consultations.models import Draft, Revision, User
from consultations.models.paper import Paper
from consultations.queries.way import standing
from consultations.rights import Act, acts, acts_ever
from consultations.sections import edits
from consultations.sections.edits import Clash, Edit, Gone, SetText
from consultations.sections.material import Material
from consultations.services.revisions import locked, revision
from consultations.services.saving import save


class NotAllowed(Exception):
    """The paper is in a state, or the person in a role, in which this is not done."""


@dataclass(frozen=True)
class Refused:
    """An edit that did not go in. Its place was changed by someone else, or taken away (`gone`)."""

    edit: Edit
    place: str
    gone: bool


@dataclass(frozen=True)
class Committed:
    """`revision` is None where nothing changed; `refused` are the edits others were faster than."""

    revision: Revision | None
    before: Material
    after: Material
    refused: tuple[Refused, ...]

    @property
    def number(self) -> int | None:
        return self.revision.number if self.revision else None


@transaction.atomic
def commit(paper: Paper, by: User, wanted: Sequence[Edit]) -> Committed:
    """Apply the edits that still fit, as one revision. NotAllowed; ValueError for an edit that makes no sense."""
    paper = locked(paper)
    guard(by, paper, Act.EDIT)
    before = after = material_of_paper(paper)
    refused = []
    for edit in wanted:
        try:
            after = edits.apply(after, edit)
        except (Clash, Gone) as problem:
            refused.append(Refused(edit, str(problem), isinstance(problem, Gone)))
            continue
        if isinstance(edit, SetText):
            Draft.objects.of(paper).filter(user=by, place=edit.place).delete()
    return Committed(_write(paper, by, before, after), before, after, tuple(refused))


def guard(by: User, paper: Paper, act: Act) -> None:
    """NotAllowed, saying where the paper stands and who brought it there, where `by` may not do this to it now."""
    if act in acts(by, paper):
        return
    if act in acts_ever(by, paper):
        raise NotAllowed(standing(paper))
    raise NotAllowed("この案件に、あなたができる手続はありません。")


def _write(paper: Paper, by: User, before: Material, after: Material) -> Revision | None:
    if after == before:
        return None
    with revision(paper, by, RevisionAct.EDITED) as step:
        save(paper, before, after)
    if before.departments != after.departments and not type(paper)._default_manager.visible_to(by).contains(paper):
        raise NotAllowed("自分の課を外すと、この案件を見られなくなります。所管課を確かめてください。")
    return step
