"""manage.py load_samples: fills an empty database, renews passwords on its own, leaves any other alone."""

import re
import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from pytest_django import Settings

from consultations.models import Consultation, Municipality, User
from consultations.services.accounts import give_password, open_account
from consultations.services.importing import Refused, import_materials
from council.queries.installation import is_in_use
from council.samples import loading

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """A generated password is hashed anew at its first use, with the first of these."""
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]


def run() -> tuple[dict[str, tuple[str, str]], str]:
    """({username: (role, password)}, what standard error says)."""
    out, err = StringIO(), StringIO()
    call_command("load_samples", stdout=out, stderr=err)
    lines = [line.split("\t") for line in out.getvalue().splitlines()]
    return {username: (role, password) for role, username, password in lines}, err.getvalue()


def refused() -> str:
    """What it says when it ends with status 1."""
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("load_samples", stdout=out, stderr=err)
    assert end.value.code == 1
    assert out.getvalue() == ""
    return err.getvalue()


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the application's tables with its history, passwords apart."""
    models = [model for label in ("consultations", "council") for model in apps.get_app_config(label).get_models(True)]
    rows = {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}
    for account in rows["User"]:
        del account["password"]
    return rows


def test_a_second_run_changes_nothing_but_the_passwords() -> None:
    first, said = run()
    assert said == "見本のデータ（さくら区）を入れ、利用者にパスワードを付けました。\n"
    assert {role for role, _ in first.values()} == {"secretariat", "department", "member", "reader"}
    entered = everything()
    for name in (
        "Department",
        "Post",
        "Provision",
        "MemberTerm",
        "Office",
        "Consultation",
        "Section",
        "Report",
        "Comment",
        "Attachment",
        "User",
    ):
        begun = [row["id"] for row in entered[f"Historical{name}"] if row["history_type"] == "+"]
        assert sorted(begun) == [row["id"] for row in entered[name]] != []

    second, said = run()
    assert said == "見本のデータ（さくら区）はすでに入っています。利用者のパスワードだけを新しくしました。\n"
    assert everything() == entered
    assert second.keys() == first.keys()
    for account in User.objects.all():
        (role, old), (_, new) = first[account.username], second[account.username]
        assert account.role == role
        assert re.fullmatch(r"\S{14,}", new)
        assert account.check_password(new)
        assert not account.check_password(old)


def test_the_database_of_another_municipality_is_left_alone() -> None:
    Municipality.objects.create(name="かえで市", noun="市", executive_title="市長")
    before = everything()
    said = refused()
    assert "「かえで市」のデータが入っているので" in said
    assert "何も変えていません" in said
    assert everything() == before


def test_imported_papers_are_somebodys_too() -> None:
    import_materials(loading.materials()[:1], None, keep=True)
    assert "別のデータが入っているので" in refused()
    assert Consultation.objects.count() == 1


def test_an_account_that_has_a_sample_name_keeps_its_password() -> None:
    account = open_account(User(username="toda"))
    password = give_password(account)
    assert "別のデータが入っているので" in refused()
    account.refresh_from_db()
    assert account.check_password(password)


def test_samples_that_do_not_fit_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(loading.FIXTURES, tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "materials" / "951.txt", tmp_path / "materials" / "999.txt")
    monkeypatch.setattr(loading, "FIXTURES", tmp_path)
    with pytest.raises(Refused, match=re.escape("999.txt:3: 諮問第９５１号は、すでに登録されています。")):
        loading.load_samples()
    assert not is_in_use()
    assert not User.objects.exists()
