"""Provisions come into force and end, and with an instrument all of its own."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models import LegalInstrument, Provision
from consultations.services import dated
from consultations.services.reference import refuse_unknown_kinds


@transaction.atomic
def enter_provision(provision: Provision) -> Provision:
    """A provision of an instrument that is there already."""
    refuse_unknown_kinds([provision])
    return dated.keep(provision, Provision.objects.filter(instrument=provision.instrument_id))


@transaction.atomic
def end_instrument(instrument: LegalInstrument, last_day: datetime.date) -> list[Provision]:
    """The provisions that would have held longer end with it and are given back."""
    dated.end(instrument, last_day)
    longer = [each for each in instrument.provisions.all() if each.valid_to is None or each.valid_to > last_day]
    if any(each.valid_from and each.valid_from > last_day for each in longer):
        raise ValidationError("その日より後に始まる条項があります。先に、その条項を直してください。")
    return [dated.end(provision, last_day) for provision in longer]
