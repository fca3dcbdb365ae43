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
    """What `user` may do with a paper that is visible to them, in the state it is in."""
    allowed = _TABLE[PaperState(paper.state)].get(Role(user.role), _NOTHING)
    return allowed - _out_of_place(user, paper) - ({Act.PUBLISH} if paper.published_on else _NOTHING)


def acts_ever(user: User, paper: Paper) -> frozenset[Act]:
    """What they may do in one state or another; an act that is not among these is not theirs to know of."""
    role = Role(user.role)
    return _NOTHING.union(*(roles.get(role, _NOTHING) for roles in _TABLE.values())) - _out_of_place(user, paper)


def _out_of_place(user: User, paper: Paper) -> frozenset[Act]:
    """Consultations are answered, reports noted. A published paper is seen by departments that have no part in it."""
    if paper.published_on and user.role == Role.DEPARTMENT:
        return frozenset(Act)
    return frozenset({Act.NOTE if isinstance(paper, Consultation) else Act.ANSWER})
