"""What all admin pages of reference data have in common."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from consultations.models.dated import refuse_overlaps

PERIOD = ("valid_from", "valid_to")


class ByRole:
    """Whoever may enter the site may edit what is on it; there is no second table of permissions."""

    admin_site: admin.AdminSite

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)


class ReferenceAdmin(ByRole, SimpleHistoryAdmin):  # type: ignore[misc]  # it ships no types
    """A list of reference data with its history; a form asks first what it is, then since when."""

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return sorted(super().get_fields(request, obj), key=PERIOD.__contains__)


class ReferenceInline(ByRole, admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs only
    extra = 0


class OneAtATime(BaseInlineFormSet):  # type: ignore[type-arg]  # generic in the stubs only
    """The dated rows of one parent; those that are `alike` never hold on the same day."""

    def clean(self) -> None:
        super().clean()
        if not any(self.errors):
            refuse_overlaps(self.rows())

    def rows(self) -> list[Any]:
        """What there will be once the form is saved."""
        return [
            form.instance
            for form in self.forms
            if (form.has_changed() or form.instance.pk) and not form.cleaned_data.get("DELETE")
        ]
