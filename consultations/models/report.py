"""A report to the council (報告事項): numbered in its own series, with free headings."""

from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from consultations.enums import PaperState, Role
from consultations.models.accounts import User
from consultations.models.paper import Paper, PrintedDepartment, typed_json


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, user: User) -> Self:
        """As for consultations."""
        match user.role:
            case Role.SECRETARIAT:
                return self.exclude(state=PaperState.DRAFT)
            case Role.DEPARTMENT:
                own = ReportDepartment.objects.filter(department__users=user).values("report")
                return self.filter(pk__in=own)
            case _:
                return self.none()


class Report(Paper):
    outline = typed_json("見出し")

    history = HistoricalRecords()
    objects = ReportQuerySet.as_manager()

    class Meta(Paper.Meta):
        verbose_name = "報告"
        verbose_name_plural = "報告"


class ReportDepartment(PrintedDepartment):
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="departments")

    history = HistoricalRecords()

    class Meta(PrintedDepartment.Meta):
        verbose_name = "報告の所管課"
        verbose_name_plural = "報告の所管課"
