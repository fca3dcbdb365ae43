"""Enter the council, its subcommittees and its members, with their terms, offices and accounts."""

import datetime
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models import User
from consultations.models.dated import refuse_overlaps
from consultations.services import dated
from consultations.services.rows import store
from council.models import Council, Member, MemberTerm, Office, Subcommittee
from council.models.terms import refuse_outside_terms


@transaction.atomic
def enter_council(council: Council, subcommittees: Sequence[Subcommittee] = ()) -> Council:
    refuse_overlaps(subcommittees)
    store(council)
    for part in subcommittees:
        part.council = council
        store(part)
    return council


@transaction.atomic
def enter_member(member: Member, terms: Sequence[MemberTerm], offices: Sequence[Office] = ()) -> Member:
    """A person with all terms and offices."""
    refuse_overlaps(terms)
    refuse_overlaps(offices)
    refuse_outside_terms(offices, terms)
    store(member)
    for term in terms:
        term.member = member
        store(term)
    for office in offices:
        office.member = member
        store(office)
    return member


@transaction.atomic
def give_account(member: Member, account: User) -> Member:
    """Tie a member to the account they read the papers with; ValidationError where it is another member's."""
    if member.user and member.user != account:
        raise ValidationError(f"「{member}」には、すでに利用者が結び付いています。先にその利用者を外してください。")
    member.user = account
    return store(member)


@transaction.atomic
def seat(
    member: Member,
    term: MemberTerm,
    with_it: Iterable[Office],
    terms: Iterable[MemberTerm],
    offices: Iterable[Office],
    *,
    changed: bool = False,
) -> MemberTerm:
    """Store a term, new or changed, and the offices that come or change `with_it`, beside all that the member has.

    The member is stored first where new or `changed`.
    """
    if changed or member.pk is None:
        store(member)
    term.member = member
    held = [*terms] if term in terms else [*terms, term]
    dated.keep(term, held)
    for office in with_it:
        hold(member, office, held, offices)
    refuse_outside_terms([office for office in offices if office.pk], held)
    return term


@transaction.atomic
def hold(member: Member, office: Office, terms: Iterable[MemberTerm], offices: Iterable[Office]) -> Office:
    """Store an office, new or changed, within the `terms` of the member."""
    office.member = member
    refuse_outside_terms([office], [*terms])
    return dated.keep(office, offices)


@transaction.atomic
def end_term(term: MemberTerm, last_day: datetime.date) -> list[Office]:
    """The offices that the member holds in this council longer end with it and are given back."""
    first = term.valid_from or datetime.date.min
    held = [
        office
        for office in Office.objects.filter(member=term.member_id, council=term.council_id)
        if (office.valid_from or first) <= last_day and (office.valid_to is None or office.valid_to > last_day)
    ]
    dated.end(term, last_day)
    ended = [dated.end(office, last_day) for office in held]
    refuse_outside_terms(Office.objects.filter(member=term.member_id), MemberTerm.objects.filter(member=term.member_id))
    return ended
