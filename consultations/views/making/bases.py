"""What a consultation rests on: the provision in force that day; where there is none, a person says it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.db import models

from consultations.models import User
from consultations.queries.law import provisions_to_propose
from consultations.sections.base import Kind
from consultations.sections.house import House
from consultations.sections.proposals import Basis
from consultations.views.making.heads import HeadForm, Offer, said


class Resting(models.TextChoices):
    ACT = "act", "個人情報の保護に関する法律第129条"
    GUIDELINE = "guideline", "要綱"
    OTHER = "other", "そのほか"
    LATER = "later", "あとで書く"


class BasisForm(HeadForm):
    """Asks for a basis where `kinds` has one for which no provision is in force (法第129条 leaves it to the city)."""

    basis = forms.ChoiceField(label="根拠", choices=Resting.choices, required=False)
    guideline = forms.CharField(label="要綱の名称と条項", required=False, max_length=200)
    other = forms.CharField(label="根拠の表記", required=False, max_length=200)

    def __init__(self, user: User, house: House, data: Any = None) -> None:
        super().__init__(user, data)
        self.house = house

    @property
    def kinds(self) -> tuple[Kind, ...]:
        raise NotImplementedError

    @cached_property
    def in_force(self) -> Mapping[str, Basis]:
        found = provisions_to_propose([kind.kind for kind in self.kinds], self.day) if self.kinds else {}
        return {kind: Basis(each.instrument.title, each.article) for kind, each in found.items()}

    @property
    def lacking(self) -> list[str]:
        """The kinds, as people call them, for which a basis is asked."""
        return [kind.short() for kind in dict.fromkeys(self.kinds) if kind.kind not in self.in_force]

    @property
    def offered_bases(self) -> list[Offer]:
        return self.offered("basis")

    @property
    def said_day(self) -> str:
        return said(self.day)

    @property
    def bases(self) -> dict[str, Basis]:
        """Of each kind that has one; a provision in force before what was typed."""
        asked = self._asked()
        named = {kind.kind: asked for kind in self.kinds} if asked else {}
        return {**named, **self.in_force}

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if self.lacking and "basis" not in self.errors:
            if not values.get("basis"):
                self.add_error("basis", "根拠を選んでください。")
            elif values["basis"] in {Resting.GUIDELINE, Resting.OTHER} and not values.get(values["basis"]):
                self.add_error(values["basis"], f"{self.fields[values['basis']].label}を入れてください。")
        return values

    def _asked(self) -> Basis | None:
        match self.cleaned_data.get("basis"):
            case Resting.ACT:
                return Basis("個人情報の保護に関する法律", f"第{self.house.digits.write(129)}条")
            case Resting.GUIDELINE | Resting.OTHER as chosen:
                named = self.cleaned_data.get(chosen, "")
                return Basis(named) if named else None
        return None
