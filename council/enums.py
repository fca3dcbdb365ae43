"""The words of a council that no municipality changes."""

from django.db import models


class OfficeTitle(models.TextChoices):
    """Who somebody is in the council or a subcommittee, in the order of a roster."""

    CHAIR = "chair", "会長"
    VICE_CHAIR = "vice_chair", "副会長"
    ACTING_CHAIR = "acting_chair", "会長職務代理"
    SUBCOMMITTEE_CHAIR = "subcommittee_chair", "委員長"
    MEMBER = "member", "委員"


HELD_BY_ONE = frozenset({OfficeTitle.CHAIR, OfficeTitle.SUBCOMMITTEE_CHAIR})
