"""A new consultation from one that is there: a copy, or a paper that only adds items to it."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from consultations.documents import material_of
from consultations.models import Consultation, User
from consultations.queries.cases import consultations_to_print
from consultations.queries.departments import name_on
from consultations.queries.law import provisions_ended
from consultations.sections.amendments import amendment, can_be_amended, copied
from consultations.sections.base import Kind
from consultations.sections.material import Material
from consultations.sections.proposals import plan_of, purposes
from consultations.services.materials import begin_consultation
from consultations.views.making.bases import BasisForm
from consultations.views.making.heads import HeadForm
from consultations.views.making.new import only_who_makes_papers
from consultations.views.requests import AuthenticatedRequest


@require_http_methods(["GET", "POST"])
def copy(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    source = _source(request, pk)
    material = material_of(source)
    form = HeadForm(request.user, request.POST or None)
    if form.is_valid():
        paper = replace(copied(material), date=form.calendar_date, departments=form.printed)
        return _begun(paper, source, request.user)
    _propose_departments(form, source)
    says = {"can_be_amended": can_be_amended(material), "ended": provisions_ended(source, timezone.localdate())}
    return render(request, "consultations/making/copy.html", _page(form, source, material) | says)


@require_http_methods(["GET", "POST"])
def amend(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    source = _source(request, pk)
    material = material_of(source)
    if not can_be_amended(material):
        raise Http404
    form = Amendment(request.user, material, request.POST or None)
    if form.is_valid():
        paper = replace(form.material(), date=form.calendar_date, departments=form.printed)
        return _begun(paper, source, request.user)
    _propose_departments(form, source)
    page = _page(form, source, material) | {"after": amendment(material, {})}
    return render(request, "consultations/making/amend.html", page)


class Amendment(BasisForm):
    """Its basis is the one of today: the earlier paper's may have ended."""

    def __init__(self, user: User, source: Material, data: Any = None) -> None:
        self.source = source
        super().__init__(user, source.house, data)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(part.kind for part in self.source.parts)

    def material(self) -> Material:
        plan = plan_of(self.kinds, self.source.subject)
        return amendment(self.source, purposes(plan, self.bases, additions=True))


def _source(request: AuthenticatedRequest, pk: int) -> Consultation:
    only_who_makes_papers(request)
    return get_object_or_404(consultations_to_print(request.user), pk=pk)


def _begun(material: Material, source: Consultation, by: User) -> HttpResponse:
    note = f"{source.number_printed or source.subtitle or source.subject}からつくりました。"
    return redirect("consultation_edit", begin_consultation(material, by, note=note).pk)


def _propose_departments(form: HeadForm, source: Consultation) -> None:
    """The secretariat copies for whoever asked before; a department for itself."""
    if form.chooses:
        rows = list(source.departments.all())
        known = [row.department_id for row in rows if row.department_id in form.known]
        form.initial["departments"] = [pk for pk in known if name_on(form.known[pk], form.day)]
        form.initial["others"] = "\n".join(row.printed for row in rows if row.department_id not in known)


def _page(form: HeadForm, source: Consultation, material: Material) -> dict[str, Any]:
    return {"form": form, "paper": source, "material": material, "tells": form.is_bound}
