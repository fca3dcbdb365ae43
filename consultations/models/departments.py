"""The departments in charge (所管課) over the years, and who held which post."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from consultations.models.dated import Dated, holds_on
from consultations.models.search_key import SearchKeyField


class Department(Dated):
    """A department through all its names; where one ends, `successors` take over its work.

    Its text is its latest name: lists prefetch "names".
    """

    reading = models.CharField("読み", max_length=100, blank=True, help_text="並べ替えに使います。ひらがなで。")
    successors = models.ManyToManyField(
        "self",
        verbose_name="後継の課",
        through="DepartmentSuccession",
        through_fields=("predecessor", "successor"),
        symmetrical=False,
        related_name="predecessors",
    )

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "所管課"
        verbose_name_plural = "所管課"
        ordering: ClassVar[list[str]] = ["reading", "pk"]

    def __str__(self) -> str:
        names = list(self.names.all())
        return names[-1].name if names else f"名称未登録の課（{self.pk}）"


class DepartmentName(Dated):
    """The name as papers print it, bureau and department in one: 総務部情報公開課."""

    department = models.ForeignKey(Department, verbose_name="所管課", on_delete=models.CASCADE, related_name="names")
    name = models.CharField("名称", max_length=100)
    search_key = SearchKeyField("name")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "名称"
        verbose_name_plural = "名称"
        ordering: ClassVar[list[models.F | models.expressions.OrderBy | str]] = [
            F("valid_from").asc(nulls_first=True),
            "pk",
        ]

    def __str__(self) -> str:
        return self.name


class DepartmentSuccession(models.Model):
    """On `date` the work of `predecessor`, or a part of it, went to `successor`."""

    predecessor = models.ForeignKey(
        Department, verbose_name="前の課", on_delete=models.CASCADE, related_name="successions"
    )
    successor = models.ForeignKey(
        Department, verbose_name="後継の課", on_delete=models.PROTECT, related_name="received_successions"
    )
    date = models.DateField("引き継いだ日")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "後継"
        verbose_name_plural = "後継"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="one_succession_per_pair",
                violation_error_message="この後継の課は、すでに登録されています。",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="no_department_succeeds_itself",
                violation_error_message="後継の課に、同じ課は選べません。別の課を選んでください。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} から {self.successor} へ"

    def clean(self) -> None:
        """The successor has a name by then."""
        super().clean()
        if not self.successor_id or not self.date:
            return  # each says so itself
        if not any(holds_on(name, self.date) for name in self.successor.names.all()):
            raise ValidationError(
                f"{self.date.isoformat()} には「{self.successor}」という課がありません。"
                "引き継いだ日か、後継の課の名称の期間を確かめてください。"
            )


class Official(models.Model):
    """A person of the executive: who explains a consultation, and who serves the council."""

    name = models.CharField("氏名", max_length=100)
    reading = models.CharField("読み", max_length=100, blank=True, help_text="並べ替えに使います。ひらがなで。")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "職員"
        verbose_name_plural = "職員"
        ordering: ClassVar[list[str]] = ["reading", "pk"]

    def __str__(self) -> str:
        return self.name


class Post(Dated):
    """A post someone held; several at a time are usual (兼務), the same one twice is not; some have no department."""

    alike = ("department_id", "title")

    official = models.ForeignKey(Official, verbose_name="職員", on_delete=models.CASCADE, related_name="posts")
    department = models.ForeignKey(
        Department,
        verbose_name="所管課",
        on_delete=models.PROTECT,
        related_name="posts",
        null=True,
        blank=True,
    )
    title = models.CharField("職名", max_length=100, help_text="例: 課長、副参事")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "職"
        verbose_name_plural = "職"

    def __str__(self) -> str:
        return self.title
