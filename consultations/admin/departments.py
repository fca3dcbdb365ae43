"""Departments with their names and successors, officials with their posts."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest

from consultations.admin.base import PERIOD, OneAtATime, ReferenceAdmin, ReferenceInline
from consultations.models import Department, DepartmentName, DepartmentSuccession, Official, Post


class DepartmentChoices(ReferenceInline):
    """Rows in which a department is chosen by name."""

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **options: Any
    ) -> "forms.ModelChoiceField[Any] | None":
        if db_field.related_model is Department:
            options["queryset"] = Department.objects.prefetch_related("names")
        return super().formfield_for_foreignkey(db_field, request, **options)


class NameInline(ReferenceInline):
    model = DepartmentName
    formset = OneAtATime
    fields = ("name", *PERIOD)


class SuccessionInline(DepartmentChoices):
    model = DepartmentSuccession
    fk_name = "predecessor"


class PostInline(DepartmentChoices):
    model = Post
    formset = OneAtATime
    fields = ("department", "title", *PERIOD)


@admin.register(Department)
class DepartmentAdmin(ReferenceAdmin):
    list_display = ("__str__", "reading", *PERIOD)
    search_fields = ("names__name", "reading")
    inlines = (NameInline, SuccessionInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Department]:
        return super().get_queryset(request).prefetch_related("names")  # type: ignore[no-any-return]  # untyped base


@admin.register(Official)
class OfficialAdmin(ReferenceAdmin):
    list_display = ("name", "reading")
    search_fields = ("name", "reading", "posts__title")
    inlines = (PostInline,)
