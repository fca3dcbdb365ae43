"""The municipality and its number series."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from consultations.admin.base import ReferenceAdmin
from consultations.models import Municipality, NumberSeries


@admin.register(Municipality)
class MunicipalityAdmin(ReferenceAdmin):
    """An installation serves one municipality: the row is entered once and changed, never deleted."""

    list_display = ("name", "noun", "executive_title", "material_digits", "minutes_digits")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_add_permission(request, obj) and not Municipality.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(NumberSeries)
class NumberSeriesAdmin(ReferenceAdmin):
    list_display = ("council_name", "sort", "printed", "last")
    list_filter = ("sort",)
    search_fields = ("council_name",)
