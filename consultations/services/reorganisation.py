"""組織改正: on a day the work of departments goes to others, and with it their papers."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models import Department, DepartmentName, User
from consultations.queries.inheritance import Inheritance, inheritance_of
from consultations.services.departments import ONE_DAY, end_department
from consultations.services.reference import enter_department, hand_over
from consultations.services.rehearsal import sealed


@dataclass(frozen=True)
class Reorganisation:
    """`created` are the successors that begin on the day, as (name, reading); `ends`: the predecessors end before it.

    `with_accounts`: who works in a predecessor gets the successors as well.
    """

    day: datetime.date
    predecessors: Sequence[Department]
    successors: Sequence[Department]
    created: Sequence[tuple[str, str]]
    ends: bool
    with_accounts: bool = False


@dataclass(frozen=True)
class Reorganised:
    """What happens; names as they were before, `joined` the accounts that get the successors."""

    day: datetime.date
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    created: tuple[str, ...]
    ended_on: datetime.date | None
    inheritance: Inheritance
    joined: tuple[User, ...]

    is_possible = True

    @property
    def seal(self) -> str:
        return sealed([self])


@transaction.atomic
def reorganise(plan: Reorganisation) -> Reorganised:
    """ValidationError where a department would succeed itself, or is not there on the day."""
    if not plan.predecessors or not (plan.successors or plan.created):
        raise ValidationError("前の課と後継の課を、それぞれ一つ以上選んでください。")
    if both := [str(each) for each in plan.predecessors if each in plan.successors]:
        raise ValidationError(f"「{both[0]}」が、前の課と後継の課の両方にあります。どちらかから外してください。")
    predecessors = _names(plan.predecessors)
    created = [
        enter_department(Department(reading=reading), [DepartmentName(name=name, valid_from=plan.day)])
        for name, reading in plan.created
    ]
    successors = [*plan.successors, *created]
    inheritance = inheritance_of(plan.predecessors, successors)
    joined = inheritance.of_predecessors if plan.with_accounts else ()
    for predecessor in plan.predecessors:
        for successor in successors:
            hand_over(predecessor, successor, plan.day)
        if plan.ends:
            end_department(predecessor, plan.day - ONE_DAY)
    for account in joined:
        account.departments.add(*successors)
    return Reorganised(
        day=plan.day,
        predecessors=predecessors,
        successors=_names(successors),
        created=_names(created),
        ended_on=plan.day - ONE_DAY if plan.ends else None,
        inheritance=inheritance,
        joined=joined,
    )


def _names(departments: Iterable[Department]) -> tuple[str, ...]:
    return tuple(str(department) for department in departments)
