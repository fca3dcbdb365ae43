"""The invented ward into an empty database, or new passwords for its accounts; everything or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction

from consultations.models import User
from consultations.queries.municipality import current_municipality
from consultations.services.accounts import give_password
from council.queries.installation import is_in_use
from council.samples import stories, ward
from council.samples.days import working_days_ago
from council.samples.entering import enter

FIXTURES: Path = settings.BASE_DIR / "fixtures"


class OtherData(Exception):
    """The database is somebody's already, as the text says (「かえで市」の); nothing was changed."""


@dataclass(frozen=True)
class Loaded:
    """The accounts with their new passwords; `is_new` where everything else was entered too."""

    municipality: str
    accounts: tuple[tuple[User, str], ...]
    is_new: bool


@transaction.atomic
def load_samples() -> Loaded:
    """Raises OtherData."""
    sample = ward.read(FIXTURES / "sakura.json")
    accounts = _accounts(sample)
    is_new = not accounts and not is_in_use()
    if is_new:
        with working_days_ago(20, 9):
            enter(sample, materials())
        accounts = _accounts(sample)
        stories.tell({account.username: account for account in accounts}, _texts())
    elif not accounts or current_municipality().name != sample.municipality.name:
        entered = current_municipality().name
        raise OtherData(f"「{entered}」の" if entered else "別の")
    return Loaded(sample.municipality.name, tuple((user, give_password(user)) for user in accounts), is_new)


def materials() -> Sequence[tuple[str, bytes]]:
    """The invented papers as files, (name, content), in the order of their numbers."""
    return [(path.name, path.read_bytes()) for path in sorted(FIXTURES.glob("materials/*.txt"))]


def _texts() -> dict[str, str]:
    """What is being written in the ward, by the name of the file."""
    return {path.stem: path.read_text("utf-8") for path in FIXTURES.glob("desk/*.txt")}


def _accounts(sample: ward.Ward) -> Sequence[User]:
    """Those of the sample accounts that are there, in the order of the sample."""
    there = User.objects.in_bulk([each.username for each in sample.accounts], field_name="username")
    return [there[each.username] for each in sample.accounts if each.username in there]
