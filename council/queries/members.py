"""Who sat in the council on a day."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office

_RANK = {title: rank for rank, title in enumerate(OfficeTitle)}


@dataclass(frozen=True)
class RosterEntry:
    """`offices` in the order of rank; empty for those who are members and nothing more."""

    member: Member
    category: str
    offices: tuple[OfficeTitle, ...]


def roster(council: Council, day: datetime.date) -> tuple[RosterEntry, ...]:
    """The chair, the deputies, then everybody by reading; two statements for any number of members."""
    offices = defaultdict(list)
    for office in Office.objects.in_force(day).filter(council=council):
        offices[office.member_id].append(OfficeTitle(office.title))
    terms = MemberTerm.objects.in_force(day).filter(council=council).select_related("member")
    entries = [
        RosterEntry(term.member, term.category, tuple(sorted(offices[term.member_id], key=_RANK.__getitem__)))
        for term in terms
    ]
    return tuple(sorted(entries, key=_place))


def _place(entry: RosterEntry) -> tuple[int, str, int]:
    rank = _RANK[entry.offices[0]] if entry.offices else len(_RANK)
    return rank, entry.member.reading, entry.member.pk
