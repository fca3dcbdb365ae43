"""The law with its provisions, contract riders, and the lists that come with the application."""

from django import forms
from django.contrib import admin

from consultations.admin.base import PERIOD, OneAtATime, ReferenceAdmin, ReferenceInline
from consultations.models import (
    AssessmentThreshold,
    ContractRider,
    DeliberationPoint,
    LegalInstrument,
    Provision,
    ReviewViewpoint,
)
from consultations.sections.kinds import KINDS


def kinds() -> list[tuple[str, str]]:
    return [("", "---------"), *((kind.kind, kind.title) for kind in KINDS)]


class KindForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """The kind is chosen by its title; the column knows no list, so that a new kind needs no migration."""

    kind = forms.ChoiceField(label="諮問の種類", choices=kinds)


class OptionalKindForm(KindForm):
    kind = forms.ChoiceField(label="諮問の種類", choices=kinds, required=False)


class ProvisionInline(ReferenceInline):
    model = Provision
    form = KindForm
    formset = OneAtATime
    fields = ("kind", "article", *PERIOD)


@admin.register(LegalInstrument)
class LegalInstrumentAdmin(ReferenceAdmin):
    list_display = ("title", "short_name", "number", *PERIOD)
    search_fields = ("title", "short_name", "number", "provisions__article")
    inlines = (ProvisionInline,)


@admin.register(DeliberationPoint)
class DeliberationPointAdmin(ReferenceAdmin):
    form = OptionalKindForm
    list_display = ("number", "label", "is_confirmed", *PERIOD)
    list_display_links = ("number", "label")
    list_filter = ("is_confirmed",)


@admin.register(ContractRider)
class ContractRiderAdmin(ReferenceAdmin):
    list_display = ("name", *PERIOD)
    search_fields = ("name", "text")


@admin.register(ReviewViewpoint)
class ReviewViewpointAdmin(ReferenceAdmin):
    list_display = ("number", "aspect", "text", "is_confirmed", *PERIOD)
    list_display_links = ("number", "text")
    list_filter = ("aspect", "is_confirmed")
    search_fields = ("text",)


@admin.register(AssessmentThreshold)
class AssessmentThresholdAdmin(ReferenceAdmin):
    list_display = ("__str__", "handlers_at_least_500", "incident", "level", *PERIOD)
