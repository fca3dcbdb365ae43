"""Note when people come to their desk."""

import datetime

from django.db.models import Max
from django.utils import timezone

from consultations.models import Presence, User, Visit

SILENCE = datetime.timedelta(minutes=30)
"""A visit that was silent for so long is over."""

_OFTEN = datetime.timedelta(minutes=1)
"""Looking again within this time is not worth a write."""


def visit(user: User) -> datetime.datetime | None:
    """`user` is at the desk now. The last moment of the visit before this one; None where this is the first."""
    now = timezone.now()
    current, is_new = Visit.objects.get_or_create(user=user, defaults={"at": now})
    if is_new or now - current.at < _OFTEN:
        return current.before
    if now - _last_sign(current) > SILENCE:
        current.before = current.at
    current.at = now
    current.save(update_fields=["at", "before"])
    return current.before


def _last_sign(current: Visit) -> datetime.datetime:
    """Whoever has a paper open is still there, however long ago they looked at their desk."""
    seen = Presence.objects.filter(user=current.user_id).aggregate(last=Max("seen_at"))["last"]
    return max(current.at, seen or current.at)
