"""Two questions that are the same about every row: what it should say instead, and when it ends."""

import datetime
from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpResponse

from consultations.queries.changes import said_of
from consultations.services.rows import store
from consultations.views.master.asking import Done, about, ask, page_of
from consultations.views.master.fields import EndForm, MasterForm
from consultations.views.requests import AuthenticatedRequest


def mend(request: AuthenticatedRequest, row: Model, form: type[MasterForm], what: str) -> HttpResponse:
    """`what` is mended: the fields of the form, which are fields of the row."""

    def act(said: dict[str, Any]) -> Done:
        for name, value in said.items():
            setattr(row, name, value)
        return Done(page_of(store(row)), f"{what}を直しました。")

    given = {name: getattr(row, name) for name in form.base_fields}
    return ask(request, about(row, f"{what}を直す", "直す"), form(request.POST or None, initial=given), act)


def ending(
    request: AuthenticatedRequest, row: Model, what: str, end: Callable[[datetime.date], object], **more: str
) -> HttpResponse:
    """`what`, which is of the row or the row itself, holds until a day."""

    def act(said: dict[str, Any]) -> Done:
        end(said["day"])
        return Done(page_of(row), f"{what}は、{said_of(said['day'])}で終わります。")

    return ask(request, about(row, f"{what}を終える", "終える", **more), EndForm(request.POST or None), act)
