"""Names of data items that were used before."""

from django.db.models import Count

from consultations.models import Consultation, DataItem, User
from paper.digits import level

MOST = 20
_LONGEST = 100


def items_like(text: str, user: User) -> list[str]:
    """Names that contain `text`, whatever its widths, in papers this person sees; the most used first."""
    key = level(text.replace("\x00", ""))[:_LONGEST]
    papers = Consultation.objects.visible_to(user).order_by().values("pk")
    found = DataItem.objects.filter(section__consultation__in=papers, search_key__contains=key)
    counted = found.order_by().values("name").annotate(times=Count("pk")).order_by("-times", "name")
    return [row["name"] for row in counted[:MOST]]
