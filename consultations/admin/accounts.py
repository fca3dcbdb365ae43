"""Who signs in, and in which role."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.db.models import ManyToManyField, Model, QuerySet
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from consultations.admin.base import ByRole
from consultations.models import Department, User
from consultations.models.accounts import refuse_without_department
from consultations.services.accounts import forget_second_factors


class HasDepartment(forms.BaseForm):
    """A form that looks at role and departments together; the row alone does not know its departments yet."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        refuse_without_department(self.cleaned_data.get("role", ""), self.cleaned_data.get("departments", ()))
        return self.cleaned_data


class NewAccountForm(HasDepartment, AdminUserCreationForm):  # type: ignore[type-arg]  # generic in the stubs only
    pass


class AccountForm(HasDepartment, UserChangeForm):  # type: ignore[type-arg]  # generic in the stubs only
    pass


@admin.register(User)
class AccountAdmin(ByRole, SimpleHistoryAdmin, UserAdmin):  # type: ignore[misc, type-arg]  # untyped; generic in stubs
    """What an account may do follows from its role alone. Who leaves is made inactive: the history names them."""

    form = AccountForm
    add_form = NewAccountForm
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

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

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
