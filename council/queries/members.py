"""Who sat in the council on a day."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office

_RANK = {title: rank for rank, title in enumerate(OfficeTitle)}


@dataclass(frozen=True)
class RosterEntry:
    """`offices` in the order of rank; empty for those who are members and nothing more."""

    member: Member
    term: MemberTerm
    offices: tuple[OfficeTitle, ...]

    @property
    def category(self) -> str:
        return self.term.category


def roster(council: Council, day: datetime.date) -> tuple[RosterEntry, ...]:
    """The chair, the deputies, then everybody by reading; two statements for any number of members."""
    offices = defaultdict(list)
    for office in Office.objects.in_force(day).filter(council=council):
        offices[office.member_id].append(OfficeTitle(office.title))
    terms = MemberTerm.objects.in_force(day).filter(council=council).select_related("member")
    entries = [
        RosterEntry(term.member, term, tuple(sorted(offices[term.member_id], key=_RANK.__getitem__))) for term in terms
    ]
    return tuple(sorted(entries, key=_place))


def _place(entry: RosterEntry) -> tuple[int, str, int]:
    rank = _RANK[entry.offices[0]] if entry.offices else len(_RANK)
    return rank, entry.member.reading, entry.member.pk


@dataclass(frozen=True)
class Seated:
    """A council with its roster of a day, and those who sat before or will sit, once each, with their last term."""

    council: Council
    entries: tuple[RosterEntry, ...]
    others: tuple[MemberTerm, ...]


def councils_seated(day: datetime.date) -> tuple[Seated, ...]:
    """Every council; three statements each, and councils are few."""
    return tuple(_seated(council, day) for council in Council.objects.order_by("pk"))


def members_without_term() -> QuerySet[Member]:
    return Member.objects.filter(terms=None)


def members_to_show() -> QuerySet[Member]:
    """Terms and offices, the latest first."""
    terms = MemberTerm.objects.select_related("council").order_by("-valid_from", "pk")
    offices = Office.objects.select_related("council", "subcommittee").order_by("-valid_from", "pk")
    return Member.objects.prefetch_related(Prefetch("terms", terms), Prefetch("offices", offices))


def _seated(council: Council, day: datetime.date) -> Seated:
    entries = roster(council, day)
    present = {entry.member.pk for entry in entries}
    terms = MemberTerm.objects.filter(council=council).select_related("member").order_by("valid_from", "pk")
    latest = {term.member_id: term for term in terms if term.member_id not in present}
    others = sorted(latest.values(), key=lambda term: (term.member.reading, term.member_id))
    return Seated(council, entries, tuple(others))
