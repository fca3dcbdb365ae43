"""Enter the council, its subcommittees and its members, with their terms, offices and accounts."""

import datetime
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.enums import Role
from consultations.models import User
from consultations.models.dated import refuse_overlaps
from consultations.services.rows import refuse_overlaps_alike, store
from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office, Subcommittee

_HELD_BY_ONE = {OfficeTitle.CHAIR, OfficeTitle.SUBCOMMITTEE_CHAIR}


@transaction.atomic
def enter_council(council: Council, subcommittees: Sequence[Subcommittee] = ()) -> Council:
    refuse_overlaps_alike(subcommittees, lambda part: part.name)
    store(council)
    for part in subcommittees:
        part.council = council
        store(part)
    return council


@transaction.atomic
def enter_member(member: Member, terms: Sequence[MemberTerm], offices: Sequence[Office] = ()) -> Member:
    """A person with all terms and offices; an office of the council is held by who sits in it, a chair by one alone."""
    refuse_overlaps_alike(terms, lambda term: term.council_id)
    refuse_overlaps_alike(offices, lambda office: (office.council_id, office.subcommittee_id, office.title))
    for office in offices:
        _guard_office(office, [term for term in terms if term.council_id == office.council_id])
    store(member)
    for term in terms:
        term.member = member
        store(term)
    for office in offices:
        office.member = member
        store(office)
    return member


def _guard_office(office: Office, terms: Sequence[MemberTerm]) -> None:
    if office.title in _HELD_BY_ONE:
        same = Office.objects.filter(council=office.council, subcommittee=office.subcommittee, title=office.title)
        refuse_overlaps([office, *same])
    if office.council and not _is_covered(office, terms):
        raise ValidationError(f"「{office}」の期間に、任期の外の日があります。役職の期間を任期に合わせてください。")


def _is_covered(office: Office, terms: Sequence[MemberTerm]) -> bool:
    """Whether the office lies within terms that follow each other without a gap."""
    day = office.valid_from or datetime.date.min
    last = office.valid_to or datetime.date.max
    for term in sorted(terms, key=lambda term: term.valid_from or datetime.date.min):
        end = term.valid_to or datetime.date.max
        if (term.valid_from or datetime.date.min) <= day <= end:
            if last <= end:
                return True
            day = end + datetime.timedelta(days=1)
    return False


@transaction.atomic
def give_account(member: Member, account: User) -> Member:
    """Tie a member to the account they read the papers with; ValidationError where it is another member's."""
    if account.role != Role.MEMBER:
        raise ValidationError(f"「{account}」は委員の利用者ではありません。役割が「委員」の利用者を選んでください。")
    if member.user and member.user != account:
        raise ValidationError(f"「{member}」には、すでに利用者が結び付いています。先にその利用者を外してください。")
    member.user = account
    return store(member)
