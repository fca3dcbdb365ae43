"""The council, its subcommittees and its members in the admin."""

from django.contrib import admin

from consultations.admin.base import PERIOD, OneAtATime, ReferenceAdmin, ReferenceInline
from council.models import Council, Member, MemberTerm, Office, Subcommittee


class SubcommitteeInline(ReferenceInline):
    model = Subcommittee
    fields = ("name", *PERIOD)


class OneTermAtATime(OneAtATime):
    alike = ("council_id",)


class TermInline(ReferenceInline):
    model = MemberTerm
    formset = OneTermAtATime
    fields = ("council", "category", *PERIOD)


class OfficeInline(ReferenceInline):
    model = Office
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
