"""The form above a list: what it is narrowed to stands in the address."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.http import urlencode

from consultations.enums import PaperState
from consultations.queries.narrowing import NO_DATE
from consultations.queries.offered import departments_offered, fiscal_years
from consultations.sections.kinds import SHORT
from paper.digits import Digits
from paper.wareki import CalendarDate, write

_OF_THE_OTHER_SORT = {"consultation": PaperState.NOTED, "report": PaperState.ANSWERED}


class Chip(NamedTuple):
    """One thing a list is narrowed to, and the query string of the list without it."""

    label: str
    value: str
    without: str


class NarrowingForm(forms.Form):
    """Reads an address as far as it makes sense: a value that nobody offers narrows nothing."""

    q = forms.CharField(label="ことば", required=False, max_length=100)
    state = forms.ChoiceField(label="状態", required=False)
    kind = forms.ChoiceField(label="種類", required=False)
    department = forms.ChoiceField(label="所管課", required=False)
    year = forms.ChoiceField(label="年度", required=False)

    def __init__(self, address: QueryDict, sort: str, papers: QuerySet[Any]) -> None:
        super().__init__(address)
        self.address = address
        years = {str(year): write(CalendarDate(year, fiscal=True), Digits.HALF) for year in fiscal_years(papers)}
        self.offered: dict[str, Mapping[str, str]] = {
            "state": {state: state.label for state in PaperState if state != _OF_THE_OTHER_SORT[sort]},
            "kind": SHORT,
            "department": {str(key): name for key, name in departments_offered().items()},
            "year": years | {NO_DATE: "日は未定"},
        }
        for name, choices in self.offered.items():
            self.fields[name] = forms.ChoiceField(
                label=self.fields[name].label, required=False, choices=[("", "すべて"), *choices.items()]
            )
        if sort == "report":
            del self.fields["kind"]

    def wanted(self) -> Mapping[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @cached_property
    def chips(self) -> list[Chip]:
        return [
            Chip(str(self.fields[name].label), self.offered.get(name, {}).get(value, value), self._without(name))
            for name, value in self.wanted().items()
        ]

    def _without(self, name: str) -> str:
        rest: dict[str, str] = {
            key: str(value) for key, value in self.address.items() if value and key not in {name, "page"}
        }
        return f"?{urlencode(rest)}"
