"""The two lists: consultations, where everybody arrives after signing in, and reports."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.queries.lists import consultations_listed, reports_listed, works_on_papers
from consultations.views.requests import AuthenticatedRequest

PAGE_SIZE = 50


@require_safe
def consultations(request: AuthenticatedRequest) -> HttpResponse:
    if not works_on_papers(request.user):
        return render(request, "home.html")
    return _list(request, "consultations/consultations.html", consultations_listed(request.user))


@require_safe
def reports(request: AuthenticatedRequest) -> HttpResponse:
    if not works_on_papers(request.user):
        raise Http404
    return _list(request, "consultations/reports.html", reports_listed(request.user))


def _list(request: AuthenticatedRequest, template: str, papers: QuerySet[Any]) -> HttpResponse:
    return render(request, template, {"page": Paginator(papers, PAGE_SIZE).get_page(request.GET.get("page"))})
