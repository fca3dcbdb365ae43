"""The rules a paper cites, each for the time it holds: ordinances are replaced and articles renumbered."""

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from consultations.enums import AssessmentLevel, ReviewAspect
from consultations.models.dated import Dated


class LegalInstrument(Dated):
    """A law, an ordinance or a guideline of the municipality, under the title it really has.

    One that replaces another of its title begins after that one's end.
    """

    alone_by = ("title",)

    title = models.CharField("題名", max_length=200, help_text="例: さくら区個人情報保護条例")
    short_name = models.CharField("略称", max_length=50, blank=True, help_text="例: 条例、番号法")
    number = models.CharField("番号", max_length=100, blank=True, help_text="例: 平成１５年条例第２号")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "法令・条例"
        verbose_name_plural = "法令・条例"

    def __str__(self) -> str:
        return self.title


class Provision(Dated):
    """The article on which sections of one kind are put to the council."""

    alike = ("kind", "article")

    instrument = models.ForeignKey(
        LegalInstrument, verbose_name="法令・条例", on_delete=models.CASCADE, related_name="provisions"
    )
    kind = models.CharField("諮問の種類", max_length=50, help_text="例: line_connection")
    article = models.CharField("条項", max_length=100, help_text="印刷するとおりに。例: 第１７条第４号")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "条項"
        verbose_name_plural = "条項"

    def __str__(self) -> str:
        return f"{self.instrument}{self.article}"


class ShippedRule(Dated):
    """A row of a list that comes with the application; `is_confirmed` once its source has been checked."""

    is_confirmed = models.BooleanField("確認済み", default=False, help_text="出典で確かめたら、印を付けてください。")

    class Meta(Dated.Meta):
        abstract = True

    @property
    def caution(self) -> str:
        return "" if self.is_confirmed else "（要確認）"


class DeliberationPoint(ShippedRule):
    """審議のポイント: the numbered headings under which the council looks at a consultation."""

    alone_by = ("number",)

    number = models.PositiveSmallIntegerField("番号")
    label = models.CharField("ポイント", max_length=100)
    kind = models.CharField("諮問の種類", max_length=50, blank=True, help_text="例: line_connection")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "審議のポイント"
        verbose_name_plural = "審議のポイント"
        ordering: ClassVar[list[str]] = ["number", "valid_from"]

    def __str__(self) -> str:
        return f"{self.number} {self.label}{self.caution}"


class ContractRider(Dated):
    """特記事項: a set of clauses that a contract with a processor carries."""

    alone_by = ("name",)

    name = models.CharField("名称", max_length=200, help_text="例: 個人情報取扱業務に係る特記事項")
    text = models.TextField("本文", blank=True)

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "特記事項"
        verbose_name_plural = "特記事項"

    def __str__(self) -> str:
        return self.name


class ReviewViewpoint(ShippedRule):
    """A viewpoint of the third-party review (第三者点検) of an assessment; the council answers it."""

    alone_by = ("number",)

    number = models.PositiveSmallIntegerField("番号")
    aspect = models.CharField("観点", max_length=20, choices=ReviewAspect)
    text = models.TextField("内容")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "第三者点検の観点"
        verbose_name_plural = "第三者点検の観点"
        ordering: ClassVar[list[str]] = ["number", "valid_from"]

    def __str__(self) -> str:
        return f"（{self.number}）{self.text}{self.caution}"


class AssessmentThreshold(ShippedRule):
    """しきい値判断: one cell of its table. None in a condition means that it does not matter there."""

    alone_by = ("subjects_from", "handlers_at_least_500", "incident")

    subjects_from = models.PositiveIntegerField("対象人数（人以上）")
    subjects_below = models.PositiveIntegerField("対象人数（人未満）", null=True, blank=True)
    handlers_at_least_500 = models.BooleanField(
        "取扱者数",
        null=True,
        blank=True,
        choices=[(None, "問わない"), (True, "500人以上"), (False, "500人未満")],
    )
    incident = models.BooleanField(
        "過去１年以内の重大事故",
        null=True,
        blank=True,
        choices=[(None, "問わない"), (True, "あり"), (False, "なし")],
    )
    level = models.CharField("必要な評価", max_length=20, choices=AssessmentLevel)

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "しきい値判断"
        verbose_name_plural = "しきい値判断"
        ordering: ClassVar[list[str]] = ["subjects_from", "pk"]

    def __str__(self) -> str:
        below = "" if self.subjects_below is None else f"{self.subjects_below:,}人未満"
        return f"{self.subjects_from:,}人以上{below}{self.caution}"
