"""The paper while it is typed: the same HTML that prints, with this person's drafts in it."""

from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from consultations.queries.preview import preview_of
from consultations.sections.places import mark
from consultations.views.requests import AuthenticatedRequest, paper_of
from paper import pdf
from paper.html import page

LONGEST = 1_000_000
"""Characters of HTML: some 300 pages, which take ten seconds to set."""


@require_safe
def live(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    tree = preview_of(paper_of(request, sort, pk), request.user)
    return HttpResponse(page(tree, stylesheets=[static("paper/material.css")]))


@require_safe
def extent(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """{pages, starts: {heading: page}}: what the print of the same HTML comes to; 0 where counting would take long."""
    html = page(preview_of(paper_of(request, sort, pk), request.user))
    if len(html) > LONGEST:
        return JsonResponse({"pages": 0, "starts": {}})
    key = f"extent-{mark(html)}"
    found = cache.get(key)
    if found is None:
        found = pdf.extent(html)
        cache.set(key, found, timeout=3600)
    return JsonResponse({"pages": found[0], "starts": found[1]})
