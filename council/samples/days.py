"""When the people of the ward did what: the services write that it is now, and the sample tells of the last weeks."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Max
from django.utils import timezone

from consultations.models import Comment, Revision, Visit

_DONE: tuple[Any, ...] = (Revision, Comment, Visit)


def working_day(away: int) -> datetime.date:
    """The `away`th day from Monday to Friday after today, or before it where `away` is negative."""
    day, step = timezone.localdate(), datetime.timedelta(days=1 if away > 0 else -1)
    for _ in range(abs(away)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def next_meeting() -> datetime.date:
    """What is being written is for this one: the first second Friday of a month that is thirty days ahead or more."""
    day = timezone.localdate() + datetime.timedelta(days=30)
    while not (day.weekday() == 4 and 8 <= day.day <= 14):
        day += datetime.timedelta(days=1)
    return day


@contextmanager
def working_days_ago(days: int, hour: int, minute: int = 0) -> Iterator[None]:
    """What is done to papers within was done on that day, and who comes to the desk came then.

    Of one case, the earlier comes first.
    """
    time = datetime.time(hour, minute)
    moment = timezone.make_aware(datetime.datetime.combine(working_day(-days), time))
    before = {model: model.objects.aggregate(last=Max("pk"))["last"] or 0 for model in _DONE}
    yield
    for model, last in before.items():
        for row in model.objects.filter(pk__gt=last):
            row.at = moment
            row.save()
