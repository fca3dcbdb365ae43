"""How every verb writes a row: checked first, so that what is stored always holds."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from django.db.models import Model

from consultations.models.dated import Dated, refuse_overlaps

M = TypeVar("M", bound=Model)
D = TypeVar("D", bound=Dated)


def store(row: M) -> M:
    """Write `row`; ValidationError, in the words of its form, where its own checks find something."""
    row.full_clean()
    row.save()
    return row


def refuse_overlaps_alike(rows: Iterable[D], alike: Callable[[D], Hashable]) -> None:
    """ValidationError where two of `rows` that are alike hold on the same day."""
    together = defaultdict(list)
    for row in rows:
        together[alike(row)].append(row)
    for group in together.values():
        refuse_overlaps(group)
