"""What every numbered paper of a council has in common: its number, title, date and state."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from consultations.enums import PaperState, Role
from consultations.models.accounts import User
from consultations.models.inheritance import papers_of_own
from consultations.models.municipality import NumberSeries
from consultations.models.search_key import SearchKeyField


def typed_json(verbose_name: str, default: type[Any] = list) -> Any:
    """A JSON column that only the typed readers of consultations.sections look into."""
    return models.JSONField(verbose_name, default=default, blank=True)


def lines_of(papers: type[models.Model]) -> Any:
    """The lines in which papers of that sort print their departments."""
    lines: Any = papers._meta.get_field("departments").related_model
    return lines._default_manager


class PaperQuerySet(models.QuerySet[Any, Any]):
    def visible_to(self, user: User) -> Self:
        """The secretariat sees what has reached it, a department its own papers and those of the work it took over.

        What was published is open to everybody who signs in. Members read editions, not these rows.
        """
        match user.role:
            case Role.SECRETARIAT:
                return self.filter(reached_secretariat=True)
            case Role.DEPARTMENT:
                own = papers_of_own(user, lines_of(self.model), self.model._meta.model_name)
                return self.filter(Q(pk__in=own) | ~Q(published_on=None))
            case _:
                return self.exclude(published_on=None)


class Paper(models.Model):
    """`number_printed` is the number as it prints (諮問第９５１号), "" until an agenda gives one.

    `date_printed` is there where the date was not printed in the canonical form. `reached_secretariat` is true from
    the submission on, and always where the secretariat entered the paper itself.
    """

    series = models.ForeignKey(NumberSeries, verbose_name="番号の系列", on_delete=models.PROTECT, null=True, blank=True)
    number = models.PositiveIntegerField("番号", null=True, blank=True)
    number_printed = models.CharField("番号の表記", max_length=60, blank=True)
    number_key = SearchKeyField("number_printed")
    subject = models.TextField("件名")
    subtitle = models.TextField("副題", blank=True)
    date = models.DateField("諮問日", null=True, blank=True)
    date_printed = models.CharField("日付の表記", max_length=80, null=True, blank=True)
    state = models.CharField("状態", max_length=20, choices=PaperState, default=PaperState.DRAFT)
    reached_secretariat = models.BooleanField("事務局に届いた", default=False)
    due = models.DateField("直しの期限", null=True, blank=True)
    published_on = models.DateField("公開した日", null=True, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar[list[Any]] = [models.F("date").desc(nulls_last=True), "number", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-date", "-number", "-id"], name="%(class)s_newest"),
            models.Index(
                fields=["-date", "-number", "-id"], condition=~Q(published_on=None), name="%(class)s_published"
            ),
            models.Index(fields=["state", "-date", "-number", "-id", "reached_secretariat"], name="%(class)s_state"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["series", "number_key"],
                condition=~Q(number_key=""),
                name="%(app_label)s_%(class)s_number_once",
                violation_error_message="この番号は、すでに使われています。",
            ),
            models.UniqueConstraint(  # to a database null differs from null, so those of no series yet need their own
                fields=["number_key"],
                condition=Q(series=None) & ~Q(number_key=""),
                name="%(app_label)s_%(class)s_unlinked_number_once",
                violation_error_message="この番号は、すでに使われています。",
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.number_printed, self.subtitle or self.subject) if part)


class PrintedDepartment(models.Model):
    """A department as one line of the paper prints it, and which one that was where it is known."""

    position = models.PositiveSmallIntegerField("順")
    printed = models.CharField("表記", max_length=200)
    department = models.ForeignKey(
        "consultations.Department", verbose_name="所管課", on_delete=models.PROTECT, null=True, blank=True
    )

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["position"]

    def __str__(self) -> str:
        return self.printed


class PaperAnnex(models.Model):
    """別紙, with a table or text. `key` names it for as long as the paper lives."""

    key = models.CharField("記号", max_length=20)
    position = models.PositiveSmallIntegerField("順")
    label = models.CharField("表示", max_length=20, default="【別紙】")
    title = models.TextField("題名", blank=True)
    columns = typed_json("列の題名")
    rows = typed_json("行")
    lead = models.TextField("表の前の文", blank=True)
    text = models.TextField("文", blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["position"]

    def __str__(self) -> str:
        return f"{self.label} {self.title}".strip()
