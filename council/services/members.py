"""Enter the council, its subcommittees and its members, with their terms, offices and accounts."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models import User
from consultations.models.dated import refuse_overlaps
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
