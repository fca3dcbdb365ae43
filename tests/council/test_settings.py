"""The settings take what an env file says: an empty value is none, a list may have spaces, the key is made once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

SAY = "import council.config.settings as s; print(s.ALLOWED_HOSTS, s.DATABASES['default']['NAME'], s.SECRET_KEY)"


def said(folder: Path, **given: str) -> str:
    """By a process of its own: here the settings are read already."""
    environment = {**os.environ, "DATA_DIR": str(folder), "SECRET_KEY": "", "DATABASE_URL": "", **given}
    command = [sys.executable, "-c", SAY]
    ended = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return ended.stdout


def test_an_empty_value_is_none_and_the_key_stays(tmp_path: Path) -> None:
    first = said(tmp_path, ALLOWED_HOSTS="", DEBUG="", BEHIND_TLS="")
    key = (tmp_path / "secret-key").read_text("ascii")
    assert len(key) == 50
    assert first == f"['localhost', '127.0.0.1'] {tmp_path}/shingi.sqlite3 {key}\n"
    assert said(tmp_path, ALLOWED_HOSTS="shingi.example, localhost").startswith("['shingi.example', 'localhost'] ")
    assert (tmp_path / "secret-key").read_text("ascii") == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret-key", "static"]


MAIL = "import council.config.settings as s; print(s.EMAIL_HOST, s.EMAIL_PORT, s.DEFAULT_FROM_EMAIL, s.SITE_URL)"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({}, " 25  \n"),
        (
            {"EMAIL_HOST": "mail", "MAIL_FROM": "a@b.example", "SITE_URL": "https://s.example/", "EMAIL_USE_TLS": "1"},
            "mail 587 a@b.example https://s.example\n",
        ),
        ({"EMAIL_HOST": "mail"}, "MAIL_FROM is an address of mail"),
        ({"EMAIL_HOST": "mail", "MAIL_FROM": "a@b.example", "SITE_URL": "s.example"}, "SITE_URL one of the web"),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is a number from 1 on, not 'smtp'"),
        ({"EMAIL_USE_TLS": "1", "EMAIL_USE_SSL": "1"}, "only one is 1"),
    ],
)
def test_mail_is_set_up_whole_or_not_at_all(tmp_path: Path, given: dict[str, str], read: str) -> None:
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL", "MAIL_FROM", "SITE_URL")
    environment = {**os.environ, "DATA_DIR": str(tmp_path), **dict.fromkeys(names, ""), **given}
    ended = subprocess.run(
        [sys.executable, "-c", MAIL],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert read in ended.stdout + ended.stderr
    assert (ended.returncode == 0) == read.endswith("\n")


def test_a_limit_of_attachments_that_is_no_number_stops_the_start(tmp_path: Path) -> None:
    said(tmp_path, ATTACHMENT_MB="20", ATTACHMENT_PAGES="")
    for value in ("0", "50 MB", "-1", "五十"):
        with pytest.raises(subprocess.CalledProcessError) as stopped:
            said(tmp_path, ATTACHMENT_MB=value)
        assert "ATTACHMENT_MB is a number from 1 on" in stopped.value.stderr
