"""職員: the list, one person, and the posts they take and leave."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from consultations.models import Official, Post
from consultations.queries.changes import changes
from consultations.queries.master import officials_to_show
from consultations.rosters.officials import Officials
from consultations.services.dated import end
from consultations.services.officials import appoint
from consultations.services.reference import enter_official
from consultations.views.master.asking import Done, Question, about, ask, asks, page_of, shows
from consultations.views.master.common import ending, mend
from consultations.views.master.official_forms import NewOfficialForm, PersonForm, PostForm
from consultations.views.master.rosters import roster
from consultations.views.requests import AuthenticatedRequest


@shows
def officials(request: AuthenticatedRequest) -> HttpResponse:
    said = {"rows": officials_to_show(), "today": timezone.localdate()}
    return render(request, "master/officials.html", said)


@shows
def official(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(officials_to_show(), pk=pk)
    logged = changes(row.history.all(), Post.history.filter(official=pk))
    said = {"row": row, "logged": logged, "today": timezone.localdate()}
    return render(request, "master/official.html", said)


@asks
def new_official(request: AuthenticatedRequest) -> HttpResponse:
    question = Question("職員を登録する", "登録する", back=reverse("master_officials"), above="職員")

    def act(said: dict[str, Any]) -> Done:
        person = Official(name=said.pop("name"), reading=said.pop("reading"))
        return Done(page_of(enter_official(person, [Post(**said)])), f"「{person}」を登録しました。")

    return ask(request, question, NewOfficialForm(request.POST or None), act)


@asks
def mend_official(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return mend(request, get_object_or_404(Official, pk=pk), PersonForm, "氏名と読み")


@asks
def new_post(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Official, pk=pk)

    def act(said: dict[str, Any]) -> Done:
        post = appoint(row, Post(**said), row.posts.all())
        return Done(page_of(row), f"「{post}」を登録しました。")

    return ask(request, about(row, "職を登録する", "登録する"), PostForm(request.POST or None), act)


@asks
def end_post(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("official"), pk=pk)
    return ending(request, post.official, f"職「{post}」", partial(end, post))


@asks
def officials_roster(request: AuthenticatedRequest) -> HttpResponse:
    return roster(request, Officials, "職員", reverse("master_officials"))
