"""What was done to a paper, step by step, and what is typed but not yet done."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from consultations.enums import RevisionAct
from consultations.models.of_paper import OfPaper, once


class Revision(OfPaper):
    """One step in the life of a paper; the history rows it wrote point at it. Counted from 1 for each paper.

    `by` is None for what the application did by itself (an import from the command line). `place` is the one place
    that was restored or whose typed text was set aside; that text is the `note`.
    """

    number = models.PositiveIntegerField("版")
    at = models.DateTimeField("日時", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="人", on_delete=models.PROTECT, null=True)
    act = models.CharField("したこと", max_length=20, choices=RevisionAct)
    place = models.CharField("見出し", max_length=60, blank=True)
    note = models.TextField("添え書き", blank=True)

    class Meta(OfPaper.Meta):
        verbose_name = "版"
        verbose_name_plural = "版"
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = once("number")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["at"], name="revision_at")]

    def __str__(self) -> str:
        return f"{self.number} {self.get_act_display()}"


class Draft(OfPaper):
    """What someone is typing at one place of a paper. `base` is the mark of the text it began from (places.mark)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    place = models.CharField(max_length=60)
    base = models.CharField(max_length=32)
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta(OfPaper.Meta):
        verbose_name = "下書き"
        verbose_name_plural = "下書き"
        constraints: ClassVar[list[models.BaseConstraint]] = once("user", "place")

    def __str__(self) -> str:
        return f"{self.user} {self.place}"


class Presence(OfPaper):
    """Who has a paper open, and where in it; `seen_at` is when the page last said so."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    place = models.CharField(max_length=60, blank=True)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta(OfPaper.Meta):
        verbose_name = "開いている人"
        verbose_name_plural = "開いている人"
        constraints: ClassVar[list[models.BaseConstraint]] = once("user")

    def __str__(self) -> str:
        return f"{self.user} {self.place}"
