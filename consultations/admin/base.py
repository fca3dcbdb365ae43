"""What all admin pages of reference data have in common."""

from collections import defaultdict
from typing import ClassVar

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
    """Rows of one parent, alike in `alike`, that never hold on the same day.

    Looked at together, so that ending one row and beginning the next are a single step.
    """

    alike: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        rows = defaultdict(list)
        for form in self.forms:
            if (form.has_changed() or form.instance.pk) and not form.cleaned_data.get("DELETE"):
                rows[tuple(getattr(form.instance, field) for field in self.alike)].append(form.instance)
        for together in rows.values():
            refuse_overlaps(together)
