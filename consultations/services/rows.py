"""How every verb writes a row: checked first, so that what is stored always holds."""

from typing import TypeVar

from django.db.models import Model

M = TypeVar("M", bound=Model)


def store(row: M) -> M:
    """Write `row`; ValidationError, in the words of its form, where its own checks find something."""
    row.full_clean()
    row.save()
    return row
