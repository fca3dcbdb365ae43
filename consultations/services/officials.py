"""Officials take posts."""

from collections.abc import Iterable

from django.db import transaction

from consultations.models import Official, Post
from consultations.services import dated
from consultations.services.rows import store


@transaction.atomic
def appoint(official: Official, post: Post, others: Iterable[Post]) -> Post:
    """Store a post, new or changed, beside the `others` of the same person, who is stored first if new."""
    if official.pk is None:
        store(official)
    post.official = official
    return dated.keep(post, others)
