"""A paper as it was after one of its revisions: its page, its paper as HTML and as PDF."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consultations.documents import material_of_paper
from consultations.models import Revision
from consultations.models.paper import Paper
from consultations.queries.revisions import State, revisions_open_to, states
from consultations.queries.versions import raw
from consultations.rights import Act, acts
from consultations.sections import tree
from consultations.sections.restoration import whole_mark
from consultations.views.history import paper_with_history
from consultations.views.printed import as_html, as_pdf
from consultations.views.requests import AuthenticatedRequest
from paper.nodes import Document


@require_safe
def version(request: AuthenticatedRequest, sort: str, pk: int, number: int) -> HttpResponse:
    paper, revision, state = _version(request, sort, pk, number)
    context = {"paper": paper, "revision": revision, "raw": None if _tree(state) else tuple(raw(state))}
    return render(request, "consultations/version.html", context | _restoring(request, paper))


@require_safe
def version_paper(request: AuthenticatedRequest, sort: str, pk: int, number: int) -> HttpResponse:
    paper, revision, state = _version(request, sort, pk, number)
    found = _tree(state)
    return as_html(request, paper, lambda _: found) if found else _raw(request, paper, revision, state)


@require_safe
@cache_control(private=True)
def version_pdf(request: AuthenticatedRequest, sort: str, pk: int, number: int) -> HttpResponse:
    paper, revision, state = _version(request, sort, pk, number)
    found = _tree(state)
    return as_pdf(request, paper, lambda _: found, f"版{number}") if found else _raw(request, paper, revision, state)


def _version(request: AuthenticatedRequest, sort: str, pk: int, number: int) -> tuple[Paper, Revision, State]:
    paper = paper_with_history(request, sort, pk)
    revision = get_object_or_404(revisions_open_to(request.user, paper), number=number)
    return paper, revision, states(paper, [number])[number]


def _tree(state: State) -> Document | None:
    try:
        return tree.document(state.material)
    except ValueError:
        return None


def _raw(request: AuthenticatedRequest, paper: Paper, revision: Revision, state: State) -> HttpResponse:
    context = {"paper": paper, "revision": revision, "raw": tuple(raw(state))}
    return render(request, "consultations/version_raw.html", context)


def _restoring(request: AuthenticatedRequest, paper: Paper) -> dict[str, object]:
    """What the form that brings all of it back carries: the mark of the paper as this person sees it now."""
    try:
        seen = whole_mark(material_of_paper(paper))
    except ValueError:
        return {"may_restore": False}
    return {"may_restore": Act.EDIT in acts(request.user, paper), "seen": seen}
