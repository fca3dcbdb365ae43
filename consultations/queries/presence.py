"""Who has a paper open just now."""

import datetime

from django.utils import timezone

from consultations.models import Presence, User
from consultations.models.paper import Paper

AWAY_AFTER = datetime.timedelta(seconds=40)
"""Pages say every fifteen seconds that they are open."""


def others_here(paper: Paper, user: User) -> list[Presence]:
    since = timezone.now() - AWAY_AFTER
    here = Presence.objects.of(paper).filter(seen_at__gte=since).exclude(user=user)
    return list(here.select_related("user").order_by("user_id"))
