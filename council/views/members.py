"""委員: the list by council, one member, and their terms and offices."""

import datetime
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from consultations.queries.changes import changes
from consultations.services.dated import end
from consultations.views.master.asking import Done, Question, about, ask, asks, page_of, shows
from consultations.views.master.common import ending, mend
from consultations.views.master.rosters import roster
from consultations.views.requests import AuthenticatedRequest
from council.models import Council, Member, MemberTerm, Office
from council.queries.members import councils_seated, members_to_show, members_without_term
from council.rosters import Members
from council.services.members import end_term, enter_member, hold, seat
from council.views.member_forms import MemberForm, NewMemberForm, OfficeForm, TermForm


@shows
def members(request: AuthenticatedRequest) -> HttpResponse:
    today = timezone.localdate()
    said = {"councils": councils_seated(today), "without_term": members_without_term(), "today": today}
    return render(request, "master/members.html", said)


@shows
def member(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(members_to_show(), pk=pk)
    logged = changes(row.history.all(), MemberTerm.history.filter(member=pk), Office.history.filter(member=pk))
    said = {"row": row, "logged": logged, "today": timezone.localdate()}
    return render(request, "master/member.html", said)


@asks
def new_member(request: AuthenticatedRequest) -> HttpResponse:
    question = Question("委員を登録する", "登録する", back=reverse("master_members"), above="委員")
    form = NewMemberForm(request.POST or None, initial={"council": Council.objects.order_by("pk").first()})

    def act(said: dict[str, Any]) -> Done:
        person = Member(name=said["name"], reading=said["reading"], affiliation=said["affiliation"])
        entered = enter_member(person, [form.term], form.offices)
        return Done(page_of(entered), f"「{entered}」を登録しました。")

    return ask(request, question, form, act)


@asks
def mend_member(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return mend(request, get_object_or_404(Member, pk=pk), MemberForm, "氏名など")


@asks
def new_term(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Another term, which in a renewal begins the day after the last."""
    row = get_object_or_404(members_to_show(), pk=pk)
    last = row.terms.first()
    given: dict[str, Any] = {"council": last.council, "category": last.category} if last else {}
    if last and last.valid_to:
        given |= {"valid_from": last.valid_to + datetime.timedelta(days=1)}
    form = TermForm(request.POST or None, initial=given)

    def act(said: dict[str, Any]) -> Done:
        seat(row, form.term, form.offices, row.terms.all(), row.offices.all())
        return Done(page_of(row), "任期を登録しました。")

    return ask(request, about(row, "任期を登録する", "登録する"), form, act)


@asks
def new_office(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(members_to_show(), pk=pk)
    form = OfficeForm(request.POST or None)

    def act(said: dict[str, Any]) -> Done:
        office = hold(row, form.office, row.terms.all(), row.offices.all())
        return Done(page_of(row), f"「{office}」を登録しました。")

    return ask(request, about(row, "役職を登録する", "登録する"), form, act)


@asks
def close_term(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    term = get_object_or_404(MemberTerm.objects.select_related("member", "council"), pk=pk)
    lead = "この審議会での役職も、同じ日に終わります。"
    return ending(request, term.member, f"任期「{term}」", partial(end_term, term), lead=lead)


@asks
def close_office(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    office = get_object_or_404(Office.objects.select_related("member", "council", "subcommittee"), pk=pk)
    return ending(request, office.member, f"役職「{office}」", partial(end, office))


@asks
def members_roster(request: AuthenticatedRequest) -> HttpResponse:
    return roster(request, Members, "委員", reverse("master_members"))
