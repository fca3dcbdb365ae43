"""A paper as the browser shows it and as it prints, both from the same HTML."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.http import content_disposition_header

from consultations.models.paper import Paper
from consultations.views.requests import AuthenticatedRequest
from paper import pdf
from paper.digits import level
from paper.html import page
from paper.nodes import Document

P = TypeVar("P", bound=Paper)

log = logging.getLogger(__name__)


def as_html(request: AuthenticatedRequest, paper: P, document: Callable[[P], Document]) -> HttpResponse:
    tree = _read(paper, document)
    if tree is None:
        return _unreadable(request, paper)
    return HttpResponse(page(tree, stylesheets=[static("paper/material.css")]))


def as_pdf(
    request: AuthenticatedRequest, paper: P, document: Callable[[P], Document], version: str = ""
) -> HttpResponse:
    """The PDF under the paper's number (諮問第951号.pdf), to look at or to keep."""
    tree = _read(paper, document)
    if tree is None:
        return _unreadable(request, paper)
    name = f"{level(paper.number_printed) or paper._meta.verbose_name}{version}.pdf"
    disposition = content_disposition_header(as_attachment=False, filename=name)
    headers = {"Content-Disposition": disposition or "inline"}
    return HttpResponse(pdf.render(page(tree)), content_type="application/pdf", headers=headers)


def _read(paper: P, document: Callable[[P], Document]) -> Document | None:
    """The tree, or None, with a word to whoever runs the installation, where a stored body does not fit its kind."""
    try:
        return document(paper)
    except ValueError:
        log.exception("the stored content of %s %s cannot be read", paper._meta.label, paper.pk)
        return None


def _unreadable(request: AuthenticatedRequest, paper: Paper) -> HttpResponse:
    return render(request, "consultations/unreadable.html", {"paper": paper}, status=500)
