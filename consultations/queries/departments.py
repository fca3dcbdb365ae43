"""Who was called what, and who held which post, on a day."""

import datetime
from collections import defaultdict

from django.db.models import QuerySet

from consultations.enums import Role
from consultations.models import Department, DepartmentName, DepartmentSuccession, Post, User
from consultations.models.dated import holds_on
from paper.digits import level


def name_on(department: Department, day: datetime.date) -> str | None:
    """As papers of that day print it; no statement of its own where names are prefetched."""
    return next((name.name for name in department.names.all() if holds_on(name, day)), None)


def departments_of(user: User, day: datetime.date) -> tuple[Department, ...]:
    """Those whose papers this person begins: the account's own; for the secretariat all that had a name that day."""
    if user.role == Role.SECRETARIAT:
        named = DepartmentName.objects.in_force(day).values("department")
        return tuple(Department.objects.filter(pk__in=named).prefetch_related("names"))
    return tuple(user.departments.prefetch_related("names"))


def departments_named(printed: str, day: datetime.date) -> tuple[Department, ...]:
    """The departments that bore exactly this name on that day, whatever its widths and spaces.

    A collective name (各地域センター) is no department's name and gives none.
    """
    names = DepartmentName.objects.in_force(day).filter(search_key=level(printed)).values("department")
    return tuple(Department.objects.filter(pk__in=names).prefetch_related("names"))


def posts_on(day: datetime.date) -> QuerySet[Post]:
    """Every post held on that day, in the order of departments, then of people's readings."""
    return (
        Post.objects.in_force(day)
        .select_related("official", "department")
        .prefetch_related("department__names")
        .order_by("department__reading", "department_id", "official__reading", "pk")
    )


def successors(department: Department) -> tuple[Department, ...]:
    """All who took over its work, directly or later, the nearest first; two statements for any chain."""
    heirs: dict[int, list[int]] = defaultdict(list)
    pairs = DepartmentSuccession.objects.order_by("date", "pk").values_list("predecessor_id", "successor_id")
    for predecessor, successor in pairs:
        heirs[predecessor].append(successor)
    reached = [department.pk]
    for pk in reached:  # grows while it is walked: breadth first, and a circle ends where it was entered
        reached += [heir for heir in heirs[pk] if heir not in reached]
    found = Department.objects.prefetch_related("names").in_bulk(reached[1:])
    return tuple(found[pk] for pk in reached[1:])
