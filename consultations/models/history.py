"""The history of everything a paper is made of, tied together revision by revision."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from django.dispatch import receiver
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

_revision: ContextVar[Any] = ContextVar("revision", default=None)


class OfRevision(models.Model):
    """What every history row of a paper's tables knows besides: the revision it belongs to."""

    revision = models.ForeignKey(
        "consultations.Revision", null=True, on_delete=models.DO_NOTHING, related_name="+", db_index=True
    )

    class Meta:
        abstract = True


class PaperHistory(HistoricalRecords):  # type: ignore[misc]  # it ships no types
    def __init__(self, **options: Any) -> None:
        super().__init__(bases=[OfRevision], **options)


@contextmanager
def revising(revision: Any) -> Iterator[None]:
    """Every row of a paper that is written within belongs to `revision`."""
    token = _revision.set(revision)
    try:
        yield
    finally:
        _revision.reset(token)


@receiver(pre_create_historical_record)
def _tie(history_instance: models.Model, **sent: Any) -> None:
    if isinstance(history_instance, OfRevision):
        history_instance.revision = _revision.get()
