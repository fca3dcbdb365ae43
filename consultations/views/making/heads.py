"""What every new paper is asked: its day, and whose it is."""

import datetime
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone

from consultations.enums import Role
from consultations.models import User
from consultations.queries.departments import departments_of, name_on
from paper.digits import Digits
from paper.wareki import CalendarDate, write


def said(date: datetime.date) -> str:
    return write(CalendarDate.of(date), Digits.HALF)


def no_odd_year(date: datetime.date) -> None:
    try:
        CalendarDate.of(date)
    except ValueError as error:
        raise forms.ValidationError("年を確かめてください。1868年から2199年までの日を入れられます。") from error


class Offer(NamedTuple):
    value: str
    label: Any
    is_chosen: bool


class HeadForm(forms.Form):
    """The day of the meeting, which may be open still, and the departments, one at least."""

    date = forms.DateField(
        label="諮問日",
        required=False,
        validators=[no_odd_year],
        error_messages={"invalid": "日付の形を「2026-11-26」にそろえてください。"},
    )
    departments = forms.TypedMultipleChoiceField(label="所管課", coerce=int, required=False)
    others = forms.CharField(label="このほかの表記", required=False, max_length=1000, widget=forms.Textarea)

    def __init__(self, user: User, data: Any = None) -> None:
        self.chooses = user.role == Role.SECRETARIAT
        super().__init__(data)
        self.day = self._day()
        self.known = {department.pk: department for department in departments_of(user, self.day)}
        self._departments().choices = [(pk, str(known)) for pk, known in self.known.items()]
        if not self.chooses:
            del self.fields["others"]
            self.initial["departments"] = list(self.known)

    @property
    def calendar_date(self) -> CalendarDate | None:
        date = self.cleaned_data.get("date")
        return CalendarDate.of(date) if date else None

    @property
    def printed(self) -> tuple[str, ...]:
        """The lines of the paper: the names of that day, then what was typed."""
        names = (name_on(self.known[pk], self.day) for pk in self.cleaned_data.get("departments", ()))
        return (*(name for name in names if name), *lines(self.cleaned_data.get("others", "")))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        chosen = values.get("departments", ())
        if nameless := [str(self.known[pk]) for pk in chosen if name_on(self.known[pk], self.day) is None]:
            raise_at = f"{said(self.day)}には「{nameless[0]}」という課がありません。諮問日を確かめてください。"
            self.add_error("date", raise_at)
        elif not self.printed and "departments" not in self.errors:
            self.add_error("departments", "所管課を一つ以上選んでください。")
        return values

    def offered(self, name: str) -> list[Offer]:
        """The choices of a field, each with whether it is chosen."""
        field: Any = self.fields[name]
        value = self[name].value()
        chosen = {str(each) for each in (value if isinstance(value, list | tuple) else [value])}
        return [Offer(str(value), label, str(value) in chosen) for value, label in field.choices]

    @property
    def offered_departments(self) -> list[Offer]:
        return self.offered("departments")

    def _day(self) -> datetime.date:
        """The one whose names and law count: of the meeting, or today."""
        try:
            date = forms.DateField(required=False, validators=[no_odd_year]).clean(self.data.get("date"))
        except forms.ValidationError:
            date = None
        return date if isinstance(date, datetime.date) else timezone.localdate()

    def _departments(self) -> Any:
        return self.fields["departments"]


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
