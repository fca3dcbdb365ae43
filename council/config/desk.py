"""The desk, where everybody arrives: what waits for them in all apps, what is under way, what others changed."""

from itertools import chain

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from consultations.desk import Waiting
from consultations.models import User
from consultations.queries.lists import SORTS, papers_listed, works_on_papers
from consultations.queries.news import news_since
from consultations.queries.rows import rows
from consultations.queries.under_way import newest_under_way, standings
from consultations.services.visits import visit
from consultations.views.requests import AuthenticatedRequest

APPS = ("consultations.desk",)
"""Modules with a waiting_for(user)."""

ROWS = 10
"""Of each table; what is more is one click away."""

STEPS = 30
"""Steps that are seen at once; the others unfold."""


@require_safe
def desk(request: AuthenticatedRequest) -> HttpResponse:
    if not works_on_papers(request.user):
        return _reading_desk(request)
    user, before = request.user, visit(request.user)
    steps = waiting_for(user)
    changes, more = news_since(before, user, ROWS) if before else ([], False)
    shown = {
        "today": timezone.localdate(),
        "waiting": len(steps),
        "steps": steps[:STEPS],
        "further_steps": steps[STEPS:],
        "standings": standings(user),
        "under_way": newest_under_way(user, ROWS),
        "before": before,
        "changes": changes,
        "more_changes": more,
    }
    return render(request, "desk/desk.html", shown)


def waiting_for(user: User) -> list[Waiting]:
    """What all apps have for this person, the most urgent first."""
    found = (import_string(f"{app}.waiting_for")(user) for app in APPS)
    return sorted(chain.from_iterable(found), key=lambda step: step.urgency)


def _reading_desk(request: AuthenticatedRequest) -> HttpResponse:
    """For members and readers: what was published."""
    published = {f"{sort}s": rows(papers_listed(sort, request.user)[:ROWS]) for sort in SORTS}
    return render(request, "desk/reading.html", published)
