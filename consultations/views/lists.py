"""The two lists, of consultations and of reports, and the register (台帳) of what a list shows."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations import spreadsheets
from consultations.forms.narrowing import NarrowingForm
from consultations.queries.lists import papers_listed
from consultations.queries.narrowing import narrowed
from consultations.queries.register import register_of
from consultations.queries.rows import rows, told_of
from consultations.views.requests import AuthenticatedRequest

PAGE_SIZE = 25


@require_safe
def papers(request: AuthenticatedRequest, sort: str) -> HttpResponse:
    form, found = _narrowed(request, sort)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    listed = told_of(rows(page.object_list))  # type: ignore[arg-type]  # a slice of what was found
    shown = {"page": page, "papers": listed, "form": form}
    return render(request, f"consultations/{sort}s.html", shown)


@require_safe
def register(request: AuthenticatedRequest, sort: str, suffix: str) -> FileResponse:
    """As a file under its name and day (諮問台帳-2026-11-24.xlsx)."""
    sheet = register_of(sort, _narrowed(request, sort)[1])
    name = f"{sheet.title}-{timezone.localdate():%Y-%m-%d}.{suffix}"
    return FileResponse(spreadsheets.WRITERS[suffix](sheet), as_attachment=True, filename=name)


def _narrowed(request: AuthenticatedRequest, sort: str) -> tuple[NarrowingForm, QuerySet[Any]]:
    listed = papers_listed(sort, request.user)
    form = NarrowingForm(request.GET, sort, listed)
    return form, narrowed(listed, form.wanted())
