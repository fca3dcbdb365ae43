"""What is asked about officials."""

from typing import Any

from django import forms
from django.utils import timezone

from consultations.models import Department
from consultations.queries.master import departments_to_choose
from consultations.views.master.department_forms import READING_HELP
from consultations.views.master.fields import DayField, MasterForm


class DepartmentField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """One of those that are not over, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Department.objects.none(), required=False, empty_label="課に属さない", **options)

    def __deepcopy__(self, memo: dict[int, Any]) -> "DepartmentField":
        """A form takes its own copy of a field, and with it what there is to choose today."""
        copy: DepartmentField = super().__deepcopy__(memo)
        copy.queryset = departments_to_choose(timezone.localdate())
        return copy


class PersonForm(MasterForm):
    name = forms.CharField(label="氏名", max_length=100, help_text="文字は入れたとおりに残ります（髙、﨑、𠮷も）。")
    reading = forms.CharField(label="読み", max_length=100, required=False, help_text=READING_HELP)


class PostForm(MasterForm):
    department = DepartmentField(label="所管課")
    title = forms.CharField(label="職名", max_length=100, help_text="例: 課長、副参事")
    valid_from = DayField("就任日", required=False)


class NewOfficialForm(PersonForm, PostForm):
    field_order = ("name", "reading", "department", "title", "valid_from")
