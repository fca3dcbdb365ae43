"""Offices lie within terms: an office of the council is held by who sits in it."""

import datetime
from collections.abc import Collection

from django.core.exceptions import ValidationError

from council.models.members import MemberTerm, Office


def refuse_outside_terms(offices: Collection[Office], terms: Collection[MemberTerm]) -> None:
    """ValidationError where one of a member's `offices` in a council is not within their `terms` there."""
    for office in offices:
        own = [term for term in terms if term.council_id == office.council_id]
        if office.council_id and not _is_covered(office, own):
            raise ValidationError(f"「{office}」の期間に、任期の外の日があります。役職の期間を任期に合わせてください。")


def _is_covered(office: Office, terms: Collection[MemberTerm]) -> bool:
    """Whether the office lies within terms that follow each other without a gap."""
    day = office.valid_from or datetime.date.min
    last = office.valid_to or datetime.date.max
    for term in sorted(terms, key=lambda term: term.valid_from or datetime.date.min):
        end = term.valid_to or datetime.date.max
        if (term.valid_from or datetime.date.min) <= day <= end:
            if last <= end:
                return True
            day = end + datetime.timedelta(days=1)
    return False
