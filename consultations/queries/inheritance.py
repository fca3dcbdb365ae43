"""Who would go on with which work."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from consultations.models import Consultation, Department, DepartmentSuccession, Report, User


@dataclass(frozen=True)
class Inheritance:
    """How many papers go over, accounts that are of the predecessors, and accounts that will see the papers besides."""

    consultations: int
    reports: int
    of_predecessors: tuple[User, ...]
    of_successors: tuple[User, ...]


def inheritance_of(predecessors: Iterable[Department], successors: Iterable[Department]) -> Inheritance:
    """What `predecessors` have, all that came to them included, and who works in either."""
    old = {department.pk for department in predecessors}
    with_theirs = _and_theirs(old)
    new = {department.pk for department in successors}
    return Inheritance(
        consultations=Consultation.objects.filter(departments__department__in=with_theirs).distinct().count(),
        reports=Report.objects.filter(departments__department__in=with_theirs).distinct().count(),
        of_predecessors=_accounts(old),
        of_successors=_accounts(new),
    )


def _accounts(departments: set[int]) -> tuple[User, ...]:
    return tuple(User.objects.filter(departments__in=departments, is_active=True).distinct().order_by("username"))


def _and_theirs(departments: set[int]) -> list[int]:
    before: dict[int, list[int]] = defaultdict(list)
    for predecessor, successor in DepartmentSuccession.objects.values_list("predecessor_id", "successor_id"):
        before[successor].append(predecessor)
    reached = sorted(departments)
    for pk in reached:  # grows while it is walked, and a circle ends where it was entered
        reached += [each for each in before[pk] if each not in reached]
    return reached
