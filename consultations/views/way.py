"""The steps of a paper: a page that says in a sentence what will happen, and makes it happen."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from consultations.enums import PaperState
from consultations.forms.steps import ReturnForm, StepForm, WithdrawForm
from consultations.models.paper import Paper
from consultations.queries.readiness import lacking, others_typing
from consultations.rights import Act, acts_ever
from consultations.services import way
from consultations.services.editing import NotAllowed, guard
from consultations.templatetags.papers import address
from consultations.verbs import VERBS, word
from consultations.views.requests import AuthenticatedRequest, paper_of

FORMS: dict[Act, type[StepForm]] = {Act.RETURN: ReturnForm, Act.WITHDRAW: WithdrawForm}
TAKE: dict[Act, Callable[..., Any]] = {
    Act.SUBMIT: way.submit,
    Act.RETURN: way.give_back,
    Act.ACCEPT: way.accept,
    Act.ANSWER: way.answer,
    Act.NOTE: way.note,
    Act.WITHDRAW: way.withdraw,
    Act.PUBLISH: way.publish,
}


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: AuthenticatedRequest, sort: str, pk: int, act: Act) -> HttpResponse:
    """404 for those whose step it never is; who comes too late reads on the page of the paper what it is now."""
    paper = paper_of(request, sort, pk)
    if act not in acts_ever(request.user, paper):
        raise Http404
    form = FORMS.get(act, StepForm)(request.POST if request.method == "POST" else None, paper)
    try:
        guard(request.user, paper, act)
        if form.is_bound and form.is_valid():
            paper.state = request.POST.get("seen", paper.state)  # the page may have been open for long
            TAKE[act](paper, request.user, **form.asked())
            messages.success(request, VERBS[act].done)
            return redirect(address(paper))
    except NotAllowed as late:
        messages.error(request, str(late))
        return redirect(address(paper))
    except ValidationError as problem:
        form.add_error(None, problem)
    page = "return" if act == Act.RETURN else "step"
    here = {"paper": paper, "form": form, "verb": VERBS[act], "word": word(act, paper)}
    return render(request, f"consultations/{page}.html", here | _before(request, paper, act))


def _before(request: AuthenticatedRequest, paper: Paper, act: Act) -> dict[str, tuple[str, ...]]:
    """What to mend before the paper goes on, and what to know."""
    if request.method == "POST" or not (act == Act.SUBMIT or (paper.state == PaperState.DRAFT and act == Act.ACCEPT)):
        return {}
    return {"lacking": lacking(paper, request.user), "others": others_typing(paper, request.user)}
