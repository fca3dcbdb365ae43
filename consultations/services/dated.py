"""Rows that hold for a time, each beside those of the same parent."""

import datetime
from collections.abc import Iterable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models.dated import Dated, refuse_overlaps
from consultations.services.rows import store

D = TypeVar("D", bound=Dated)


@transaction.atomic
def keep(row: D, others: Iterable[Dated]) -> D:
    """Store a new or a changed row; ValidationError where it and one alike of `others` hold on the same day."""
    refuse_overlaps([row, *(other for other in others if other is not row and (not other.pk or other.pk != row.pk))])
    return store(row)


@transaction.atomic
def end(row: D, last_day: datetime.date) -> D:
    """`last_day` is the last on which it holds; where an end was set already it comes earlier, never later."""
    if row.valid_to is not None and row.valid_to <= last_day:
        raise ValidationError(f"「{row}」は、その日より前に終わります。終わる日を確かめてください。")
    row.valid_to = last_day
    return store(row)
