"""Five wrong passwords for one name from one address close the door to that pair for a quarter of an hour."""

import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone


def client_address(request: HttpRequest) -> str:
    """Behind a proxy, what that proxy saw: the last of X-Forwarded-For. Those before it anybody can write."""
    forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_TLS else ""
    address: str = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    return address


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name as the account is looked for, so that KIRIYAMA and kiriyama are not counted apart."""
    name = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(name).strip().lower()


def locked_out(request: HttpRequest, answer: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    attempts = AccessAttempt.objects.filter(
        username=counted_name(request, credentials), ip_address=client_address(request)
    )
    last: datetime.datetime = attempts.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    # To the minute, and the next one: whoever comes back when the page says so is let in.
    until = (last + settings.AXES_COOLOFF_TIME).replace(second=0, microsecond=0) + datetime.timedelta(minutes=1)
    return render(request, "account/locked.html", {"until": until}, status=429)
