"""What holds for a time: names, posts, terms, provisions, rules."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q


class DatedQuerySet(models.QuerySet[Any, Any]):
    def in_force(self, day: datetime.date) -> Self:
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))


class Dated(models.Model):
    """Holds from `valid_from` to `valid_to`, both days included; None is "always" and "until further notice".

    `alone_by` names the fields of a list: rows alike in them never hold on the same day. `alike` does so for the rows
    of one parent, which are looked at together, so that ending one and beginning the next are a single step.
    """

    alone_by: ClassVar[tuple[str, ...]] = ()
    alike: ClassVar[tuple[str, ...]] = ()

    valid_from = models.DateField("開始日", null=True, blank=True)
    valid_to = models.DateField("終了日", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="%(app_label)s_%(class)s_dates_in_order",
                violation_error_message="終了日が開始日より前です。終了日を開始日以後の日にしてください。",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.alone_by:
            alike = {field: getattr(self, field) for field in self.alone_by}
            others = type(self)._default_manager.filter(**alike).exclude(pk=self.pk)
            refuse_overlaps([self, *others])


def holds_on(row: Dated, day: datetime.date) -> bool:
    """`in_force` for a row that is already read."""
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or row.valid_to >= day)


def refuse_overlaps(rows: Iterable[Dated]) -> None:
    """ValidationError where two of `rows` that are `alike` hold on the same day."""
    together = defaultdict(list)
    for row in rows:
        together[tuple(getattr(row, field) for field in row.alike)].append(row)
    for group in together.values():
        _refuse_overlaps(group)


def _refuse_overlaps(rows: Iterable[Dated]) -> None:
    in_order = sorted(rows, key=lambda row: row.valid_from or datetime.date.min)
    for earlier, later in pairwise(in_order):
        if earlier.valid_to is None or (later.valid_from or datetime.date.min) <= earlier.valid_to:
            raise ValidationError(
                f"「{earlier}」と「{later}」の期間が重なっています。"
                "先のものの終了日を、次のものの開始日の前日までにしてください。"
            )
