"""Open accounts and give them passwords."""

import secrets
from collections.abc import Iterable, Sequence

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from consultations.models import Department, User
from consultations.models.accounts import refuse_without_department
from consultations.services.rows import store

_LETTERS = "acdefhjkprtuwxy34789"
"""None of which is taken for another, in print or in handwriting: no 0 o, 1 i l, 2 z, 5 s, 6 b, g q, m n, v."""
_GROUPS, _GROUP = 4, 4

_ROUNDS = 20_000
"""Many are for passwords people think up. These are 69 bits of chance; the first sign-in hashes them anew in full."""


@transaction.atomic
def open_account(account: User, departments: Sequence[Department] = ()) -> User:
    """An account without a password: nobody signs in with it before `give_password`."""
    refuse_without_department(account.role, departments)
    account.set_unusable_password()
    store(account)
    if departments:
        account.departments.set(departments)
    return account


@transaction.atomic
def give_password(account: User) -> str:
    """A new generated password, to be told to its owner; the old one ends, and so do the account's sessions."""
    password = "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    validate_password(password, account)
    hasher = PBKDF2PasswordHasher()
    account.password = hasher.encode(password, hasher.salt(), iterations=_ROUNDS)
    account.save(update_fields=["password"])
    return password


def forget_second_factors(accounts: Iterable[User]) -> None:
    """For people who lost theirs, recovery codes included: the password alone lets them in again."""
    Authenticator.objects.filter(user__in=accounts).delete()
