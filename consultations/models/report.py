"""A report to the council (報告事項): numbered in its own series, with free headings."""

from django.db import models

from consultations.models.history import PaperHistory
from consultations.models.paper import Paper, PaperAnnex, PrintedDepartment, typed_json


class Report(Paper):
    outline = typed_json("見出し")

    history = PaperHistory()

    class Meta(Paper.Meta):
        verbose_name = "報告"
        verbose_name_plural = "報告"


class ReportDepartment(PrintedDepartment):
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="departments")

    history = PaperHistory()

    class Meta(PrintedDepartment.Meta):
        verbose_name = "報告の所管課"
        verbose_name_plural = "報告の所管課"


class ReportAnnex(PaperAnnex):
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="annexes")

    history = PaperHistory()

    class Meta(PaperAnnex.Meta):
        verbose_name = "報告の別紙"
        verbose_name_plural = "報告の別紙"
