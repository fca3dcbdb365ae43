"""What everybody does at the desk: take in a text, write under headings, put one wording in the place of another."""

from collections.abc import Mapping

from consultations.documents import material_of_paper
from consultations.models import Consultation, User
from consultations.models.paper import Paper
from consultations.sections.edits import SetText
from consultations.sections.places import places
from consultations.services.editing import commit
from consultations.services.texts import take_in_drafts, understand


def taken_in(text: str, by: User) -> Consultation:
    """The one paper of `text` as a draft of `by`."""
    (paper,) = take_in_drafts(understand(text, by), by)
    return paper


def write(paper: Paper, by: User, texts: Mapping[str, str]) -> None:
    """{place: text} in one step."""
    here = places(material_of_paper(paper))
    commit(paper, by, [SetText(place, text, here[place].mark) for place, text in texts.items()])
    paper.refresh_from_db()


def reword(paper: Paper, by: User, place: str, old: str, new: str) -> None:
    """ValueError where the place does not say `old`."""
    text = places(material_of_paper(paper))[place].text
    if old not in text:
        raise ValueError(f"{place} does not say {old}")
    write(paper, by, {place: text.replace(old, new)})
