"""A new consultation from its kinds, and a new report."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from consultations.documents import house
from consultations.models import User
from consultations.queries.lists import works_on_papers
from consultations.sections import beginnings
from consultations.services.materials import begin_consultation, begin_report
from consultations.views.making.beginning import NewConsultation
from consultations.views.making.heads import HeadForm, Offer
from consultations.views.requests import AuthenticatedRequest


def only_who_makes_papers(request: AuthenticatedRequest) -> None:
    """404 for everybody else, as for a page that is not there."""
    if not works_on_papers(request.user):
        raise Http404


@require_http_methods(["GET", "POST"])
def consultation(request: AuthenticatedRequest) -> HttpResponse:
    only_who_makes_papers(request)
    form = NewConsultation(request.user, house(), request.POST or None)
    creates = request.POST.get("act") == "create"
    if creates and form.is_valid():
        return redirect("consultation_edit", begin_consultation(form.material(), request.user).pk)
    form.propose()
    return render(request, "consultations/making/new.html", {"form": form, "tells": creates})


class NewReport(HeadForm):
    subject = forms.CharField(label="件名", max_length=2000)
    subtitle = forms.CharField(label="副題", required=False, max_length=500)
    headings = forms.MultipleChoiceField(
        label="見出し",
        choices=[(each, each) for each in beginnings.REPORT_HEADINGS],
        initial=["経過", "対応", "再発の防止"],
        required=False,
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(user, data)
        self.fields["date"].label = "報告日"

    @property
    def offered_headings(self) -> list[Offer]:
        return self.offered("headings")


@require_http_methods(["GET", "POST"])
def report(request: AuthenticatedRequest) -> HttpResponse:
    only_who_makes_papers(request)
    form = NewReport(request.user, request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        material = beginnings.report(
            tuple(said["headings"]),
            subject=said["subject"],
            subtitle=said["subtitle"],
            date=form.calendar_date,
            departments=form.printed,
            house=house(),
        )
        return redirect("report_edit", begin_report(material, request.user).pk)
    return render(request, "consultations/making/new_report.html", {"form": form, "tells": form.is_bound})
