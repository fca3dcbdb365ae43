"""Departments to choose from: those that are not over."""

from typing import Any, Self, TypeVar

from django import forms
from django.utils import timezone

from consultations.models import Department
from consultations.queries.master import departments_to_choose

F = TypeVar("F", bound="forms.ModelChoiceField[Department]")


class DepartmentField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """One, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Department.objects.none(), required=False, empty_label="課に属さない", **options)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return _of_today(super().__deepcopy__(memo))


class DepartmentsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """Any number, each with its box."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Department.objects.none(), widget=forms.CheckboxSelectMultiple, **options)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return _of_today(super().__deepcopy__(memo))


def _of_today(field: F) -> F:
    """A form takes its own copy of a field, and with it what there is to choose when it is asked."""
    field.queryset = departments_to_choose(timezone.localdate())
    return field
