"""What hangs on a paper, whichever sort it is: one of two columns says which one."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from consultations.models.consultation import Consultation
from consultations.models.paper import Paper
from consultations.models.report import Report


def owner(paper: Paper) -> dict[str, Paper]:
    """As a filter and as the value of the column: {"consultation": …} or {"report": …}."""
    return {paper._meta.model_name or "": paper}


class OfPaperQuerySet(models.QuerySet[Any, Any]):
    def of(self, paper: Paper) -> Self:
        return self.filter(**owner(paper))


class OfPaper(models.Model):
    consultation = models.ForeignKey(
        Consultation, verbose_name="諮問", on_delete=models.CASCADE, related_name="%(class)ss", null=True, blank=True
    )
    report = models.ForeignKey(
        Report, verbose_name="報告", on_delete=models.CASCADE, related_name="%(class)ss", null=True, blank=True
    )

    objects = OfPaperQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(consultation=None, report__isnull=False) | Q(consultation__isnull=False, report=None),
                name="%(app_label)s_%(class)s_of_one_paper",
            )
        ]

    @property
    def paper(self) -> Paper:
        found = self.consultation or self.report
        assert found is not None  # noqa: S101  # the constraint says so
        return found


def once(*fields: str) -> list[models.BaseConstraint]:
    """`fields` name a row among those of its paper. To a database null differs from null: one constraint a sort."""
    return [
        *OfPaper._meta.constraints,
        *(
            models.UniqueConstraint(fields=[sort, *fields], name=f"%(app_label)s_%(class)s_once_in_{sort}")
            for sort in ("consultation", "report")
        ),
    ]
