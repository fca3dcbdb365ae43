"""The lists of the master data and one row of each with all that its page says."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from consultations.models import (
    Department,
    DepartmentName,
    DepartmentSuccession,
    LegalInstrument,
    Official,
    Post,
    Provision,
)
from consultations.models.dated import holds_on


@dataclass(frozen=True)
class Named:
    """A department under the name of a day, or under the nearest; `other` are its names at other times."""

    department: Department
    name: DepartmentName | None
    other: tuple[DepartmentName, ...]


def departments_named_on(day: datetime.date) -> tuple[Named, ...]:
    """By reading."""
    return tuple(_named(department, day) for department in Department.objects.prefetch_related("names"))


def departments_to_choose(day: datetime.date) -> QuerySet[Department]:
    """Those that are not over."""
    not_over = DepartmentName.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day))
    return Department.objects.filter(pk__in=not_over.values("department")).prefetch_related("names")


def departments_to_show() -> QuerySet[Department]:
    successions = DepartmentSuccession.objects.order_by("date", "pk")
    return Department.objects.prefetch_related(
        "names",
        Prefetch("successions", successions.prefetch_related("successor__names")),
        Prefetch("received_successions", successions.prefetch_related("predecessor__names")),
        Prefetch("posts", Post.objects.select_related("official").order_by("official__reading", "valid_from")),
    )


def officials_to_show() -> QuerySet[Official]:
    """Each post with its department, the latest first."""
    posts = Post.objects.prefetch_related("department__names").order_by("-valid_from", "pk")
    return Official.objects.prefetch_related(Prefetch("posts", posts))


def instruments_to_show() -> QuerySet[LegalInstrument]:
    """Those in force first; provisions by kind."""
    provisions = Provision.objects.order_by("kind", "valid_from", "pk")
    return LegalInstrument.objects.prefetch_related(Prefetch("provisions", provisions)).order_by(
        "valid_to", "title", "valid_from"
    )


def _named(department: Department, day: datetime.date) -> Named:
    names = list(department.names.all())
    name = next((name for name in names if holds_on(name, day)), names[-1] if names else None)
    return Named(department, name, tuple(each for each in names if each is not name))
