"""How every page of the master data answers: to the secretariat alone, and a form until it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from consultations.enums import Role
from consultations.services.rehearsal import S, perform, rehearse
from consultations.views.master.fields import MasterForm
from consultations.views.requests import AuthenticatedRequest

P = ParamSpec("P")
View = Callable[Concatenate[AuthenticatedRequest, P], HttpResponse]


@dataclass(frozen=True)
class Question:
    """A form: `back` and `above` are address and name of the page that it belongs to, `about` is whom it concerns."""

    title: str
    button: str
    back: str
    above: str
    about: str = ""
    lead: str = ""


def page_of(row: Model) -> str:
    return reverse(f"master_{row._meta.model_name}", args=[row.pk])


def about(row: Model, title: str, button: str, **more: str) -> Question:
    """What is asked about a row that has a page."""
    return Question(title, button, back=page_of(row), above=str(row), **{"about": str(row), **more})


class Done(NamedTuple):
    """Where to go on, and what to say there."""

    address: str
    sentence: str


def _secretariat_only(view: View[P]) -> View[P]:
    @wraps(view)
    def guarded(request: AuthenticatedRequest, /, *given: P.args, **named: P.kwargs) -> HttpResponse:
        if request.user.role != Role.SECRETARIAT:
            raise Http404
        return view(request, *given, **named)

    return guarded


def shows(view: View[P]) -> View[P]:
    """A page of the secretariat that only shows."""
    return _secretariat_only(require_safe(view))


def asks(view: View[P]) -> View[P]:
    """A page of the secretariat with a form."""
    return _secretariat_only(require_http_methods(["GET", "HEAD", "POST"])(view))


def ask(
    request: AuthenticatedRequest, question: Question, form: MasterForm, act: Callable[[dict[str, Any]], Done]
) -> HttpResponse:
    """The form, until what was typed is taken; what is refused stays in it."""
    if request.method == "POST" and form.is_valid():
        try:
            done = act(form.cleaned_data)
        except ValidationError as refused:
            form.refuse(refused)
        else:
            messages.success(request, done.sentence)
            return redirect(done.address)
    return render(request, form.page, {"question": question, "form": form})


def ask_twice(
    request: AuthenticatedRequest,
    question: Question,
    form: MasterForm,
    play: Callable[[dict[str, Any]], S],
    done: Done,
) -> HttpResponse:
    """As `ask`, but what would happen is shown first, and done only if it is still the same."""
    shown, is_new = None, False
    if request.method == "POST" and form.is_valid():
        try:
            if "save" in request.POST:
                shown, is_done = perform(partial(play, form.cleaned_data), request.POST.get("seal", ""))
                if is_done:
                    messages.success(request, done.sentence)
                    return redirect(done.address)
                is_new = True
            else:
                shown = rehearse(partial(play, form.cleaned_data))
        except ValidationError as refused:
            form.refuse(refused)
    return render(request, form.page, {"question": question, "form": form, "shown": shown, "is_new": is_new})
