"""What lists can be narrowed to: the departments and fiscal years there are."""

import datetime
from typing import Any

from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from consultations.models import DepartmentName, DepartmentSuccession


def departments_offered() -> dict[int, str]:
    """Key and name of every department that no other has taken over, under its name of today; one statement."""
    today = timezone.localdate()
    taken_over = DepartmentSuccession.objects.filter(predecessor=OuterRef("department"), date__lte=today)
    still_there = Q(department__valid_to=None) | Q(department__valid_to__gte=today)
    names = (
        DepartmentName.objects.filter(Q(valid_from=None) | Q(valid_from__lte=today))
        .filter(still_there | ~Exists(taken_over))
        .order_by("department__reading", "department_id", F("valid_from").asc(nulls_first=True), "pk")
    )
    return dict(names.values_list("department_id", "name"))  # of several names of one department the latest stays


def fiscal_years(papers: QuerySet[Any]) -> range:
    """From the newest paper's to the oldest one's; empty where none has a date."""
    days = papers.order_by().aggregate(first=Min("date"), last=Max("date"))
    if days["first"] is None:
        return range(0)
    return range(fiscal_year(days["last"]), fiscal_year(days["first"]) - 1, -1)


def fiscal_year(day: datetime.date) -> int:
    """The calendar year in which the fiscal year (年度) of the day began, on the 1st of April."""
    return day.year - (day.month < 4)
