"""The kinds of section there are, in the order in which the forms list them and titles are searched for them."""

from collections.abc import Iterable

from consultations.sections.base import Kind
from consultations.sections.kinds.computer_recording import ComputerRecording
from consultations.sections.kinds.external_provision import ExternalProvision
from consultations.sections.kinds.general import General
from consultations.sections.kinds.indirect_collection import IndirectCollection
from consultations.sections.kinds.line_connection import LineConnection
from consultations.sections.kinds.outsourcing import Outsourcing
from consultations.sections.kinds.pia_review import PiaReview
from consultations.sections.kinds.purpose_external_use import PurposeExternalUse

KINDS: tuple[Kind, ...] = (
    Outsourcing,
    PurposeExternalUse,
    ExternalProvision,
    IndirectCollection,
    ComputerRecording,
    LineConnection,
    PiaReview,
    General,
)

SHORT = {each.kind: each.phrases[0] if each.phrases else each.title for each in KINDS}
"""外部委託, 回線結合: how lists name a kind."""


def in_short(kinds: Iterable[str]) -> str:
    """外部委託、回線結合: each once, in the order given; one that is no longer known under its stored name."""
    return "、".join(dict.fromkeys(SHORT.get(kind, kind) for kind in kinds))


def kind(name: str) -> Kind:
    """The kind stored as `name`; ValueError for another."""
    found = next((each for each in KINDS if each.kind == name), None)
    if found is None:
        raise ValueError(f"there is no kind of section {name!r}")
    return found
