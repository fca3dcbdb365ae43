"""A PDF attached to a paper, printed behind it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from consultations.models.history import PaperHistory
from consultations.models.of_paper import OfPaper
from consultations.models.stored_files import StoredFiles


def files() -> StoredFiles:
    return StoredFiles()


class Attachment(OfPaper):
    """`file` is stored under its hash (hexadecimal SHA-256), so that what was attached stays what it was."""

    key = models.CharField("記号", max_length=20)
    position = models.PositiveSmallIntegerField("順")
    title = models.CharField("題名", max_length=200)
    file = models.FileField("ファイル", storage=files, max_length=100)
    pages = models.PositiveIntegerField("ページ数")
    size = models.PositiveBigIntegerField("大きさ")
    sha256 = models.CharField("ハッシュ", max_length=64)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="人", on_delete=models.PROTECT)
    uploaded_at = models.DateTimeField("日時", default=timezone.now)

    history = PaperHistory()

    class Meta(OfPaper.Meta):
        verbose_name = "添付資料"
        verbose_name_plural = "添付資料"
        ordering: ClassVar[list[str]] = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
