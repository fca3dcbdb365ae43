"""The talk about a paper: all of it on one page, and the addresses where a word is said, settled and taken up again."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_POST

from consultations.forms.comments import CommentForm
from consultations.models import Comment, User
from consultations.models.paper import Paper
from consultations.queries.comments import open_comments, thread_at, threads
from consultations.queries.participants import takes_part
from consultations.queries.readiness import places_of
from consultations.rights import Act, acts
from consultations.services.comments import reopen, resolve, say
from consultations.services.editing import NotAllowed
from consultations.templatetags.papers import address
from consultations.views.requests import AuthenticatedRequest, paper_of


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """All threads; a POST says something: {place, text}."""
    paper = _talked_about(request, sort, pk)
    form = CommentForm(request.POST if request.method == "POST" else None)
    try:
        if form.is_bound and form.is_valid():
            say(paper, request.user, **form.cleaned_data)
            return _said(request, paper, form.cleaned_data["place"])
    except NotAllowed as late:
        return _late(request, paper, late)
    except ValidationError as problem:
        form.add_error(None, problem)
    if form.errors and _by_script(request):
        return JsonResponse({"sentence": next(iter(form.errors.values()))[0]}, status=422)
    return render(request, "consultations/comments.html", _all(request, paper, form))


@require_POST
def settle(request: AuthenticatedRequest, sort: str, pk: int, comment: int) -> HttpResponse:
    return _mark(request, sort, pk, comment, resolve)


@require_POST
def take_up(request: AuthenticatedRequest, sort: str, pk: int, comment: int) -> HttpResponse:
    return _mark(request, sort, pk, comment, reopen)


def _mark(
    request: AuthenticatedRequest, sort: str, pk: int, comment: int, act: Callable[[Comment, User], None]
) -> HttpResponse:
    paper = _talked_about(request, sort, pk)
    word = get_object_or_404(Comment.objects.of(paper), pk=comment)
    try:
        act(word, request.user)
    except NotAllowed as late:
        return _late(request, paper, late)
    return _said(request, paper, word.place)


def _talked_about(request: AuthenticatedRequest, sort: str, pk: int) -> Paper:
    """404 for people who may read a published paper, but not what was said about it."""
    paper = paper_of(request, sort, pk)
    if not takes_part(request.user, paper):
        raise Http404
    return paper


def _by_script(request: AuthenticatedRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _said(request: AuthenticatedRequest, paper: Paper, place: str) -> HttpResponse:
    """To a script {place, html, open, all}: the thread as it is now, what is open in it and in the whole paper."""
    if not _by_script(request):
        return redirect(f"{address(paper, 'comments')}#talk-{place}")
    here = places_of(paper)
    thread = threads(paper, here).get(place) or thread_at(place, here)
    shown = {"paper": paper, "thread": thread, "may_talk": _may_talk(request, paper)}
    html = render_to_string("consultations/talk.html", shown, request)
    return JsonResponse({"place": place, "html": html, "open": thread.open, "all": open_comments(paper)})


def _late(request: AuthenticatedRequest, paper: Paper, late: NotAllowed) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"sentence": str(late)}, status=409)
    messages.error(request, str(late))
    return redirect(address(paper))


def _all(request: AuthenticatedRequest, paper: Paper, form: CommentForm) -> dict[str, object]:
    """Every thread, and those that could begin: of the whole paper, and where something was not sent."""
    here = places_of(paper)
    offered = dict.fromkeys(["", form["place"].value() or ""])
    found = {place: thread_at(place, here) for place in offered} | threads(paper, here)
    return {"paper": paper, "threads": found.values(), "form": form, "may_talk": _may_talk(request, paper)}


def _may_talk(request: AuthenticatedRequest, paper: Paper) -> bool:
    return Act.COMMENT in acts(request.user, paper)
