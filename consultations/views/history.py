"""The history of a paper: its timeline, and any two of its states held against each other."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from consultations.models.paper import Paper
from consultations.queries.revisions import may_read_history, revisions_open_to
from consultations.queries.timeline import milestones, timeline
from consultations.queries.versions import between
from consultations.rights import Act, acts
from consultations.views.requests import AuthenticatedRequest, paper_of


def paper_with_history(request: AuthenticatedRequest, sort: str, pk: int) -> Paper:
    """404 where this person may not see the paper, or may see it but not how it came about."""
    paper = paper_of(request, sort, pk)
    if not may_read_history(request.user, paper):
        raise Http404
    return paper


@require_safe
def history(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    paper = paper_with_history(request, sort, pk)
    context = _timeline(request, paper)
    shown = [step.revision for step in context["timeline"].steps]
    return render(request, "consultations/history.html", context | {"sides": milestones(request.user, paper, shown)})


@require_safe
def log(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """The list alone, for a page that has a place for it."""
    return render(request, "consultations/log.html", _timeline(request, paper_with_history(request, sort, pk)))


def _timeline(request: AuthenticatedRequest, paper: Paper) -> dict[str, Any]:
    place = request.GET.get("place", "").replace("\0", "")
    found = timeline(request.user, paper, request.GET.get("page"), place)
    may_restore = Act.EDIT in acts(request.user, paper)
    return {"paper": paper, "timeline": found, "place": place, "may_restore": may_restore}


@require_safe
def compare(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """?from=3&to=7; without `to`, or with to=now, against what the paper says now."""
    paper = paper_with_history(request, sort, pk)
    revisions = revisions_open_to(request.user, paper)
    before = get_object_or_404(revisions, number=_number(request.GET.get("from", "")))
    to = request.GET.get("to") or "now"
    after = None if to == "now" else get_object_or_404(revisions, number=_number(to))
    if after and after.number < before.number:
        before, after = after, before
    try:
        found = between(paper, before.number, after.number if after else None)
    except ValueError:
        found = None
    sides = milestones(request.user, paper, [each for each in (before, after) if each])
    may_restore = after is None and Act.EDIT in acts(request.user, paper)
    context = {"paper": paper, "before": before, "after": after, "found": found, "sides": sides}
    return render(request, "consultations/compare.html", context | {"may_restore": may_restore})


def _number(text: str) -> int:
    if not (text.isdecimal() and len(text) < 10):
        raise Http404
    return int(text)
