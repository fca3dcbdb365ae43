"""The council, its subcommittees and its members in the admin."""

from django.contrib import admin

from consultations.admin.base import PERIOD, OneAtATime, ReferenceAdmin, ReferenceInline
from council.models import Council, Member, MemberTerm, Office, Subcommittee
from council.models.terms import refuse_outside_terms


class SubcommitteeInline(ReferenceInline):
    model = Subcommittee
    formset = OneAtATime
    fields = ("name", *PERIOD)


class Terms(OneAtATime):
    """Leaves with the member what their terms will be, for the offices, which are looked at next."""

    def clean(self) -> None:
        super().clean()
        if not any(self.errors):
            self.instance.terms_entered = self.rows()


class Offices(OneAtATime):
    def clean(self) -> None:
        super().clean()
        terms = getattr(self.instance, "terms_entered", None)  # None: the terms are refused, and with them everything
        if terms is not None and not any(self.errors):
            refuse_outside_terms(self.rows(), terms)


class TermInline(ReferenceInline):
    model = MemberTerm
    formset = Terms
    fields = ("council", "category", *PERIOD)


class OfficeInline(ReferenceInline):
    model = Office
    formset = Offices
    fields = ("title", "council", "subcommittee", *PERIOD)


@admin.register(Council)
class CouncilAdmin(ReferenceAdmin):
    list_display = ("name",)
    inlines = (SubcommitteeInline,)


@admin.register(Member)
class MemberAdmin(ReferenceAdmin):
    list_display = ("name", "reading", "affiliation")
    search_fields = ("name", "reading", "affiliation")
    inlines = (TermInline, OfficeInline)
