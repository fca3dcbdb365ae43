"""The form of a new consultation, and what it proposes while it is filled in."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms

from consultations.models import User
from consultations.sections import beginnings, proposals
from consultations.sections.base import Kind
from consultations.sections.house import House
from consultations.sections.kinds import KINDS, kind
from consultations.sections.material import Material
from consultations.sections.proposals import Plan
from consultations.views.making.bases import BasisForm
from consultations.views.making.heads import Offer, lines


@dataclass(frozen=True)
class KindLabel:
    title: str
    about: str

    def __str__(self) -> str:
        return self.title


class NewConsultation(BasisForm):
    """Its 件名 and 諮問の趣旨 follow the proposal until someone writes them otherwise.

    `subject_proposed` and `purpose_proposed` come back with the form and say what was proposed when it was shown.
    """

    chosen = forms.MultipleChoiceField(
        label="諮問の種類",
        choices=[(each.kind, KindLabel(each.title, each.about)) for each in KINDS],
        required=False,
    )
    businesses = forms.CharField(label="業務の名称", required=False, max_length=1000, widget=forms.Textarea)
    using = forms.CharField(label="利用する業務の名称", required=False, max_length=200)
    subtitle = forms.CharField(label="副題", required=False, max_length=500)
    subject = forms.CharField(label="件名", max_length=2000, widget=forms.Textarea)
    purpose = forms.CharField(label="諮問の趣旨", required=False, max_length=20_000, widget=forms.Textarea)
    subject_proposed = forms.CharField(required=False, widget=forms.HiddenInput)
    purpose_proposed = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ("chosen", "businesses", "using", "subtitle", "date", "departments", "others", "basis")

    def __init__(self, user: User, house: House, data: Any = None) -> None:
        self.shown: Any = data.copy() if data else None
        super().__init__(user, house, self.shown)

    @property
    def offered_kinds(self) -> list[Offer]:
        return self.offered("chosen")

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(kind(name) for name in self.cleaned_data.get("chosen", ())) if self.is_bound else ()

    def propose(self) -> None:
        """Show the proposals of what is filled in by now wherever nobody has written anything else."""
        if not self.is_bound:
            return
        self.full_clean()
        for name, proposal in self._proposals().items():
            if self._is_untouched(name):
                self.shown[name] = proposal
            self.shown[f"{name}_proposed"] = proposal

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not self.kinds and "chosen" not in self.errors:
            self.add_error("chosen", "諮問の種類を一つ以上選んでください。")
        words = "".join(each.fragment + each.clause for each in self.kinds)
        if "{business}" in words and not values.get("businesses"):
            self.add_error("businesses", "業務の名称を入れてください。")
        if "{using}" in words and not values.get("using"):
            self.add_error("using", "利用する業務の名称を入れてください。")
        for name, proposal in self._proposals().items():
            if self._is_untouched(name) and _typed(self.data.get(name)) != proposal and not self.errors:
                self.add_error(name, f"{self.fields[name].label}の案が変わりました。確かめてください。")
        return values

    def material(self) -> Material:
        return beginnings.consultation(
            self.kinds,
            _typed(self.cleaned_data["purpose"]),
            subject="".join(lines(self.cleaned_data["subject"])),
            subtitle=self.cleaned_data["subtitle"],
            date=self.calendar_date,
            departments=self.printed,
            house=self.house,
        )

    def _proposals(self) -> dict[str, str]:
        values = self.cleaned_data
        plan = Plan(self.kinds, lines(values.get("businesses", "")), values.get("using", ""))
        purposes = proposals.purposes(plan, self.bases)
        return {"subject": proposals.subject(plan), "purpose": proposals.together(purposes.values())}

    def _is_untouched(self, name: str) -> bool:
        shown = _typed(self.data.get(name))
        return not shown or shown == _typed(self.data.get(f"{name}_proposed"))


def _typed(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").strip()
