"""What is in this database already."""

from django.db.models import Model

from consultations.models import (
    Consultation,
    ContractRider,
    Department,
    LegalInstrument,
    Municipality,
    NumberSeries,
    Official,
    Report,
)
from council.models import Council, Member

_ENTERED: tuple[type[Model], ...] = (
    Municipality,
    NumberSeries,
    Department,
    Official,
    LegalInstrument,
    ContractRider,
    Council,
    Member,
    Consultation,
    Report,
)


def is_in_use() -> bool:
    """Whether anybody has entered anything beside accounts; the lists that come with the application do not count."""
    return any(model._default_manager.exists() for model in _ENTERED)
