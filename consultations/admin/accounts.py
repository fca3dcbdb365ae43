from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import ManyToManyField, QuerySet
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from consultations.admin.base import ByRole
from consultations.models import Department, User
from consultations.services.accounts import forget_second_factors


@admin.register(User)
class AccountAdmin(ByRole, SimpleHistoryAdmin, UserAdmin):  # type: ignore[misc, type-arg]  # untyped; generic in stubs
    """Who signs in. What an account may do follows from its role alone."""

    list_display = ("username", "last_name", "first_name", "role", "is_active")
    list_filter = ("role", "is_active")
    search_fields = ("username", "last_name", "first_name")
    ordering = ("username",)
    filter_horizontal = ("departments",)
    actions = ("forget_second_factors",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("本人", {"fields": ("last_name", "first_name", "email")}),
        ("できること", {"fields": ("role", "departments", "is_active")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "usable_password", "password1", "password2")}),
        ("本人", {"fields": ("last_name", "first_name")}),
        ("できること", {"fields": ("role", "departments")}),
    )

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest, **options: Any
    ) -> "forms.ModelMultipleChoiceField[Any] | None":
        if db_field.name == "departments":
            options["queryset"] = Department.objects.prefetch_related("names")
        return super().formfield_for_manytomany(db_field, request, **options)

    @admin.action(description="二つ目の確認を外す（なくした人のため）", permissions=["change"])
    def forget_second_factors(self, request: HttpRequest, queryset: "QuerySet[User]") -> None:
        forget_second_factors(queryset)
        self.message_user(
            request, f"{queryset.count()}名の二つ目の確認を外しました。パスワードだけでサインインできます。"
        )
