"""Say that someone has a paper open."""

from django.utils import timezone

from consultations.models import Presence, User
from consultations.models.of_paper import owner
from consultations.models.paper import Paper


def be_here(paper: Paper, user: User, place: str) -> None:
    seen = {"place": place, "seen_at": timezone.now()}
    Presence.objects.of(paper).update_or_create(user=user, defaults=seen, create_defaults=seen | owner(paper))


def leave(paper: Paper, user: User) -> None:
    Presence.objects.of(paper).filter(user=user).delete()
