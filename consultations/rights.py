"""Who may do what with a paper they can see, in which of its states: the one table."""

import enum

from consultations.enums import PaperState, Role
from consultations.models import Consultation, User
from consultations.models.paper import Paper


class Act(enum.StrEnum):
    EDIT = "edit"
    COMMENT = "comment"
    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    ANSWER = "answer"
    NOTE = "note"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


_EDITING = frozenset({Act.EDIT, Act.COMMENT})
_NOTHING: frozenset[Act] = frozenset()

_TABLE: dict[PaperState, dict[Role, frozenset[Act]]] = {
    PaperState.DRAFT: {
        Role.DEPARTMENT: _EDITING | {Act.SUBMIT, Act.WITHDRAW},
        Role.SECRETARIAT: _EDITING | {Act.ACCEPT, Act.WITHDRAW},
    },
    PaperState.SUBMITTED: {
        Role.DEPARTMENT: frozenset({Act.COMMENT, Act.WITHDRAW}),
        Role.SECRETARIAT: _EDITING | {Act.RETURN, Act.ACCEPT, Act.WITHDRAW},
    },
    PaperState.RETURNED: {
        Role.DEPARTMENT: _EDITING | {Act.SUBMIT, Act.WITHDRAW},
        Role.SECRETARIAT: _EDITING | {Act.WITHDRAW},
    },
    PaperState.ACCEPTED: {
        Role.DEPARTMENT: frozenset({Act.COMMENT}),
        Role.SECRETARIAT: _EDITING | {Act.RETURN, Act.ANSWER, Act.NOTE, Act.WITHDRAW},
    },
    PaperState.ANSWERED: {Role.SECRETARIAT: frozenset({Act.PUBLISH})},
    PaperState.NOTED: {Role.SECRETARIAT: frozenset({Act.PUBLISH})},
    PaperState.WITHDRAWN: {},
}


def acts(user: User, paper: Paper) -> frozenset[Act]:
    """What `user` may do with a paper that is visible to them. Consultations are answered, reports noted."""
    role = Role(user.role)
    allowed = _TABLE[PaperState(paper.state)].get(role, _NOTHING)
    other = Act.NOTE if isinstance(paper, Consultation) else Act.ANSWER
    return allowed - {other} - ({Act.PUBLISH} if paper.published_on else _NOTHING)
