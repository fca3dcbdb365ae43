"""A paper as its editor shows it, with what this person is typing and what was said about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from consultations.documents import material_of_paper
from consultations.models import Attachment, Draft, Report, Revision, User
from consultations.models.paper import Paper
from consultations.queries.attachments import attachments_of
from consultations.queries.cards import Card, cards
from consultations.queries.comments import Thread, threads
from consultations.sections.base import Kind
from consultations.sections.kinds import KINDS
from consultations.sections.material import Material
from consultations.sections.places import Place, places


@dataclass(frozen=True)
class Desk:
    """All of a paper for one person, and what was said about it.

    `orphans` are what they typed at headings that others took away meanwhile.
    """

    material: Material
    cards: tuple[Card, ...]
    outline: tuple[Place, ...]
    kinds: tuple[Kind, ...]
    other: str
    orphans: tuple[Draft, ...]
    threads: Mapping[str, Thread]
    attachments: tuple[Attachment, ...]

    @property
    def no_talk(self) -> Thread:
        """What a talk begins with."""
        return Thread("", "", is_gone=False)

    @property
    def open_comments(self) -> int:
        return sum(thread.open for thread in self.threads.values())


def editor_of(paper: Paper, user: User) -> Desk:
    """What `user` works on; seven statements beside those that read the paper. ValueError where it cannot be read."""
    material = material_of_paper(paper)
    known = places(material)
    drafts = {draft.place: draft for draft in Draft.objects.of(paper).filter(user=user) if _says_more(draft, known)}
    outline = tuple(place for place in known.values() if place.number and "/" in place.address)
    kinds = () if isinstance(paper, Report) else KINDS
    orphans = tuple(draft for place, draft in drafts.items() if place not in known and draft.text)
    return Desk(
        material,
        tuple(cards(material, known, drafts, kinds)),
        outline,
        kinds,
        _other(paper, user),
        orphans,
        threads(paper, known),
        tuple(attachments_of(paper)),
    )


def _says_more(draft: Draft, known: Mapping[str, Place]) -> bool:
    """A draft that says what the paper says by now arrived late: there is nothing to decide."""
    return draft.place not in known or known[draft.place].text != draft.text


def _other(paper: Paper, user: User) -> str:
    """Who besides this person wrote to the paper last."""
    last = Revision.objects.of(paper).exclude(by=user).exclude(by=None).select_related("by").last()
    return f"{last.by}さん" if last else "ほかの人"
