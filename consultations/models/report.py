"""A report to the council (報告事項): numbered in its own series, with free headings."""

from django.db import models
from simple_history.models import HistoricalRecords

from consultations.models.paper import Paper, PrintedDepartment, typed_json


class Report(Paper):
    outline = typed_json("見出し")

    history = HistoricalRecords()

    class Meta(Paper.Meta):
        verbose_name = "報告"
        verbose_name_plural = "報告"


class ReportDepartment(PrintedDepartment):
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="departments")

    history = HistoricalRecords()

    class Meta(PrintedDepartment.Meta):
        verbose_name = "報告の所管課"
        verbose_name_plural = "報告の所管課"
