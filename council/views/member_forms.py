"""What is asked about members."""

from typing import Any

from django import forms

from consultations.views.master.department_forms import READING_HELP
from consultations.views.master.fields import DayField, MasterForm
from council.enums import OfficeTitle
from council.models import Council, MemberTerm, Office, Subcommittee

NO_OFFICE = ("", "役職なし")
WITH_THE_TERM = (OfficeTitle.CHAIR, OfficeTitle.VICE_CHAIR, OfficeTitle.ACTING_CHAIR)
_IN_A_SUBCOMMITTEE = (OfficeTitle.SUBCOMMITTEE_CHAIR, OfficeTitle.MEMBER)


class TermForm(MasterForm):
    council = forms.ModelChoiceField(Council.objects.order_by("pk"), label="審議会", empty_label=None)
    category = forms.CharField(label="区分", max_length=50, required=False, help_text="例: 学識経験者、公募委員")
    title = forms.ChoiceField(
        label="役職", choices=[NO_OFFICE, *((title.value, title.label) for title in WITH_THE_TERM)], required=False
    )
    valid_from = DayField("任期の開始日")
    valid_to = DayField("任期の終了日", required=False)

    @property
    def term(self) -> MemberTerm:
        said = self.cleaned_data
        return MemberTerm(council=said["council"], category=said["category"], **self._period)

    @property
    def offices(self) -> list[Office]:
        """The office held for the whole term, if there is one."""
        title, council = self.cleaned_data["title"], self.cleaned_data["council"]
        return [Office(council=council, title=title, **self._period)] if title else []

    @property
    def _period(self) -> dict[str, Any]:
        return {"valid_from": self.cleaned_data["valid_from"], "valid_to": self.cleaned_data["valid_to"]}


class MemberForm(MasterForm):
    name = forms.CharField(label="氏名", max_length=100, help_text="文字は入れたとおりに残ります（髙、﨑、𠮷も）。")
    reading = forms.CharField(label="読み", max_length=100, required=False, help_text=READING_HELP)
    affiliation = forms.CharField(label="役職・所属団体等", max_length=200, required=False)


class NewMemberForm(MemberForm, TermForm):
    field_order = ("name", "reading", "affiliation", "council", "category", "title", "valid_from", "valid_to")


class OfficeForm(MasterForm):
    """An office that begins or ends within a term, or one in a subcommittee."""

    place = forms.ChoiceField(label="どこの", choices=lambda: list(_places()))
    valid_from = DayField("始まる日")
    valid_to = DayField("終わる日", required=False, help_text="任期の中の日にします。例: 令和8年5月31日")

    @property
    def office(self) -> Office:
        title, body, pk = self.cleaned_data["place"].split(":")
        period = {"valid_from": self.cleaned_data["valid_from"], "valid_to": self.cleaned_data["valid_to"]}
        return Office(title=title, **{f"{body}_id": int(pk)}, **period)


def _places() -> list[tuple[str, str]]:
    """Every office there is, in every council and subcommittee."""
    councils = [
        (f"{title}:council:{council.pk}", f"{council} {title.label}")
        for council in Council.objects.order_by("pk")
        for title in WITH_THE_TERM
    ]
    return councils + [
        (f"{title}:subcommittee:{part.pk}", f"{part} {title.label}")
        for part in Subcommittee.objects.order_by("pk")
        for title in _IN_A_SUBCOMMITTEE
    ]
