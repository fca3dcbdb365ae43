"""What department and secretariat say to each other about a heading."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from consultations.models.of_paper import OfPaper


class Comment(OfPaper):
    """`place` is the heading it hangs on, "" for the whole paper; `is_reason` says that it came with a return."""

    place = models.CharField("見出し", max_length=60, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="人", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("日時", default=timezone.now)
    text = models.TextField("文")
    is_reason = models.BooleanField("差戻しの理由", default=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="解決にした人", on_delete=models.PROTECT, related_name="+", null=True
    )
    resolved_at = models.DateTimeField("解決にした日時", null=True)

    history = HistoricalRecords()

    class Meta(OfPaper.Meta):
        verbose_name = "やり取り"
        verbose_name_plural = "やり取り"
        ordering: ClassVar[list[str]] = ["at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["at"], name="comment_at")]

    def __str__(self) -> str:
        return self.text
