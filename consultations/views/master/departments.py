"""所管課: the list, one department, and what happens to it."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from consultations.models import Department, DepartmentName
from consultations.queries.changes import changes, said_of
from consultations.queries.departments import successors
from consultations.queries.master import departments_named_on, departments_to_show
from consultations.rosters.departments import Departments
from consultations.services.departments import end_department, rename
from consultations.services.reference import enter_department
from consultations.services.reorganisation import reorganise
from consultations.views.master.asking import Done, Question, about, ask, ask_twice, asks, page_of, shows
from consultations.views.master.common import ending, mend
from consultations.views.master.department_forms import NewDepartmentForm, ReadingForm, RenameForm, ReorganisationForm
from consultations.views.master.rosters import roster
from consultations.views.requests import AuthenticatedRequest

NAMED = Department.objects.prefetch_related("names")


@shows
def departments(request: AuthenticatedRequest) -> HttpResponse:
    today = timezone.localdate()
    return render(request, "master/departments.html", {"rows": departments_named_on(today), "today": today})


@shows
def department(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(departments_to_show(), pk=pk)
    logged = changes(row.history.all(), DepartmentName.history.filter(department=pk))
    said = {"row": row, "heirs": successors(row), "logged": logged, "today": timezone.localdate()}
    return render(request, "master/department.html", said)


@asks
def new_department(request: AuthenticatedRequest) -> HttpResponse:
    question = Question("課を登録する", "登録する", back=reverse("master_departments"), above="所管課")

    def act(said: dict[str, Any]) -> Done:
        name = DepartmentName(name=said["name"], valid_from=said["valid_from"])
        entered = enter_department(Department(reading=said["reading"]), [name])
        return Done(page_of(entered), f"「{name}」を登録しました。")

    return ask(request, question, NewDepartmentForm(request.POST or None), act)


@asks
def rename_department(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(NAMED, pk=pk)

    def act(said: dict[str, Any]) -> Done:
        name = rename(row, said["name"], said["day"], said["reading"])
        return Done(page_of(row), f"{said_of(said['day'])}からの名称「{name}」を登録しました。")

    form = RenameForm(request.POST or None, initial={"name": str(row), "reading": row.reading})
    return ask(request, about(row, "名称を変える", "名称を変える"), form, act)


@asks
def mend_department(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    return mend(request, get_object_or_404(NAMED, pk=pk), ReadingForm, "読み")


@asks
def close_department(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(NAMED, pk=pk)
    lead = "仕事を引き継ぐ課があるときは、組織改正で登録してください。この課の案件は、終わっても残ります。"
    return ending(request, row, f"「{row}」", partial(end_department, row), lead=lead)


@asks
def reorganise_departments(request: AuthenticatedRequest) -> HttpResponse:
    question = Question("組織改正を登録する", "この内容で登録する", back=reverse("master_departments"), above="所管課")
    form = ReorganisationForm(request.POST or None)
    done = Done(question.back, "組織改正を登録しました。")
    return ask_twice(request, question, form, lambda _: reorganise(form.plan), done)


@asks
def departments_roster(request: AuthenticatedRequest) -> HttpResponse:
    return roster(request, Departments, "所管課", reverse("master_departments"))
