"""What every view may take for granted, for only signed-in people get to one, and how it gets its paper."""

import json
import re
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from consultations.models import User
from consultations.models.paper import Paper
from consultations.queries.cases import papers_to_print

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which no encoding knows."""
_PLACE = re.compile(r"[a-z0-9_/-]{0,60}")


class AuthenticatedRequest(HttpRequest):
    """A request that LoginRequiredMiddleware has let through."""

    user: User


def paper_of(request: AuthenticatedRequest, sort: str, pk: int) -> Paper:
    """The paper of that sort (consultation, report) with all its rows; 404 where this person may not see it."""
    found: Paper = get_object_or_404(papers_to_print(sort, request.user), pk=pk)
    return found


def typed_by_who_is_here(request: AuthenticatedRequest) -> None:
    """The script says whose typing it is: another person may have signed in on this browser meanwhile (403)."""
    if request.headers.get("X-Typed-By") != str(request.user.pk):
        raise PermissionDenied


def sent(request: AuthenticatedRequest) -> dict[str, Any]:
    """The JSON object a script of ours sent; 400 for anything else."""
    typed_by_who_is_here(request)
    try:
        data = json.loads(request.body)
    except ValueError as error:
        raise BadRequest("not JSON") from error
    if not isinstance(data, dict):
        raise BadRequest("not an object")
    return data


def place_in(data: dict[str, Any]) -> str:
    """The address of a place as it was sent, "" for the whole paper."""
    place = text_in(data, "place")
    if not _PLACE.fullmatch(place):
        raise BadRequest("no place")
    return place


def text_in(data: dict[str, Any], name: str) -> str:
    """A text of the object that was sent; 400 where it is none, or holds what no database keeps."""
    text = data.get(name)
    if not isinstance(text, str) or "\x00" in text or _HALF.search(text):
        raise BadRequest(f"no text: {name}")
    return text
