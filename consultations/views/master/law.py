"""根拠規定: the instruments, one of them with its provisions, and how they come and end."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from consultations.models import LegalInstrument, Provision
from consultations.queries.changes import changes
from consultations.queries.master import instruments_to_show
from consultations.services.dated import end
from consultations.services.law import end_instrument, enter_provision
from consultations.services.reference import enter_instrument
from consultations.views.master.asking import Done, Question, about, ask, asks, page_of, shows
from consultations.views.master.common import ending, mend
from consultations.views.master.law_forms import InstrumentForm, ProvisionForm
from consultations.views.requests import AuthenticatedRequest


@shows
def instruments(request: AuthenticatedRequest) -> HttpResponse:
    said = {"rows": instruments_to_show(), "today": timezone.localdate()}
    return render(request, "master/instruments.html", said)


@shows
def instrument(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(instruments_to_show(), pk=pk)
    logged = changes(row.history.all(), Provision.history.filter(instrument=pk))
    said = {"row": row, "logged": logged, "today": timezone.localdate()}
    return render(request, "master/instrument.html", said)


@asks
def new_instrument(request: AuthenticatedRequest) -> HttpResponse:
    question = Question("法令・条例を登録する", "登録する", back=reverse("master_instruments"), above="根拠規定")

    def act(said: dict[str, Any]) -> Done:
        entered = enter_instrument(LegalInstrument(**said), [])
        return Done(page_of(entered), f"「{entered}」を登録しました。続けて、条項を登録できます。")

    return ask(request, question, InstrumentForm(request.POST or None), act)


@asks
def mend_instrument(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return mend(request, get_object_or_404(LegalInstrument, pk=pk), InstrumentForm, "題名など")


@asks
def close_instrument(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(LegalInstrument.objects.prefetch_related("provisions"), pk=pk)
    lead = "まだ終わっていない条項も、同じ日に終わります。"
    return ending(request, row, f"「{row}」", partial(end_instrument, row), lead=lead)


@asks
def new_provision(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(LegalInstrument, pk=pk)

    def act(said: dict[str, Any]) -> Done:
        provision = enter_provision(Provision(instrument=row, **said))
        return Done(page_of(row), f"「{provision.article}」を登録しました。")

    return ask(request, about(row, "条項を登録する", "登録する"), ProvisionForm(request.POST or None), act)


@asks
def close_provision(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    provision = get_object_or_404(Provision.objects.select_related("instrument"), pk=pk)
    return ending(request, provision.instrument, f"条項「{provision.article}」", partial(end, provision))
