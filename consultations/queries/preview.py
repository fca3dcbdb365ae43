"""The paper as it would be if everything this person is typing were in it."""

from contextlib import suppress

from consultations.documents import material_of_paper
from consultations.models import Draft, User
from consultations.models.paper import Paper
from consultations.sections import edits, tree
from consultations.sections.edits import Clash, Gone, SetText
from paper.nodes import Document


def preview_of(paper: Paper, user: User) -> Document:
    """A draft of a place that is gone, or stands against someone else's text, is not in it."""
    material = material_of_paper(paper)
    for draft in Draft.objects.of(paper).filter(user=user).order_by("pk"):
        with suppress(Clash, Gone, ValueError):
            material = edits.apply(material, SetText(draft.place, draft.text, draft.base))
    return tree.document(material)
