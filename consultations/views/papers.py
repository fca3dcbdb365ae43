"""One consultation or report: its page, and its paper as HTML and as PDF."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consultations.documents import document_of, document_of_report
from consultations.queries.cases import cases, consultations_to_print, provisions_cited, reports_to_print
from consultations.views.printed import as_html, as_pdf
from consultations.views.requests import AuthenticatedRequest


@require_safe
def consultation(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    case = get_object_or_404(cases(request.user), pk=pk)
    return render(request, "consultations/consultation.html", {"paper": case, "cited": provisions_cited(case)})


@require_safe
def consultation_paper(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return as_html(request, get_object_or_404(consultations_to_print(request.user), pk=pk), document_of)


@require_safe
@cache_control(private=True)
def consultation_pdf(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return as_pdf(request, get_object_or_404(consultations_to_print(request.user), pk=pk), document_of)


@require_safe
def report(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    paper = get_object_or_404(reports_to_print(request.user), pk=pk)
    return render(request, "consultations/report.html", {"paper": paper})


@require_safe
def report_paper(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return as_html(request, get_object_or_404(reports_to_print(request.user), pk=pk), document_of_report)


@require_safe
@cache_control(private=True)
def report_pdf(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return as_pdf(request, get_object_or_404(reports_to_print(request.user), pk=pk), document_of_report)
