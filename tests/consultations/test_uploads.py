"""A whole server gets uploads that are too large: it says so, and neither its memory nor its disk fills."""

import http.client
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from consultations.models import Consultation, User
from tests.browser.own_server import OwnServer
from tests.conftest import People
from tests.consultations.attached import address
from tests.paper.attached.pdfs import drawn, stream

pytestmark = pytest.mark.django_db(transaction=True)

MEGABYTE = 1024**2
TOKEN = "a" * 32
BEFORE = b'--b\r\nContent-Disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n'
AFTER = b"\r\n--b--\r\n"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the server puts what it gets before it knows what to do with it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def server(settings: Settings, temporary: Path) -> Iterator[OwnServer]:
    server = OwnServer()
    server.start()
    yield server
    server.kill()


def memory(server: OwnServer) -> float:
    """The most that its process ever took, in megabytes."""
    status = Path(f"/proc/{server.process.pid}/status").read_text("ascii")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert peak
    return int(peak[1]) / 1024


def sent(server: OwnServer, user: User, address: str, parts: list[bytes], temporary: Path) -> tuple[int, Any, int]:
    """The status, what it says, and the most bytes that lay on the disk meanwhile."""
    client = Client()
    client.force_login(user)
    session = client.cookies[configured.SESSION_COOKIE_NAME].value
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.putrequest("POST", address)
    connection.putheader("Cookie", f"{configured.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}")
    connection.putheader("X-CSRFToken", TOKEN)
    connection.putheader("X-Typed-By", str(user.pk))
    connection.putheader("Content-Type", "multipart/form-data; boundary=b")
    connection.putheader("Content-Length", str(len(BEFORE) + sum(map(len, parts)) + len(AFTER)))
    connection.endheaders()
    on_the_disk = 0
    for part in (BEFORE, *parts, AFTER):
        connection.send(part)
        on_the_disk = max(on_the_disk, sum(path.stat().st_size for path in temporary.iterdir()))
    answer = connection.getresponse()
    said = json.loads(answer.read())
    connection.close()
    return answer.status, said, on_the_disk


def emptied(temporary: Path) -> bool:
    """A server tidies up after the answer has gone out."""
    until = time.monotonic() + 20
    while any(temporary.iterdir()) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(temporary.iterdir())


def test_300_megabytes_are_refused_with_a_sentence(
    people: People, delivery: Consultation, server: OwnServer, temporary: Path
) -> None:
    where = address(delivery)
    small = [b"%PDF-1.7 and nothing more"]
    assert sent(server, people.shiraishi, where, small, temporary)[0] == 422
    before = memory(server)

    status, said, on_the_disk = sent(server, people.shiraishi, where, [bytes(MEGABYTE)] * 300, temporary)
    assert (status, on_the_disk) == (413, 0)
    assert said["sentence"].startswith("このファイルは50 MBを超えています。")

    status, said, _ = sent(server, people.shiraishi, where, [bytes(MEGABYTE)] * 55, temporary)
    assert status == 422
    assert said["sentence"].startswith("このファイルは50 MBを超えています。")

    whole = drawn(stream(b" " * (48 * MEGABYTE)))
    status, said, _ = sent(server, people.shiraishi, where, [whole], temporary)
    assert status == 201
    assert said["attachments"][0]["size"] == len(whole)
    assert memory(server) - before < 20
    assert emptied(temporary)


def test_the_files_of_nobody_are_not_kept(
    people: People, delivery: Consultation, server: OwnServer, temporary: Path
) -> None:
    """To the door anybody may send a form, but no file with it."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    headers = {"Cookie": f"csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "Content-Type": "multipart/form-data; boundary=b"}
    body = BEFORE + bytes(20 * MEGABYTE)
    connection.putrequest("POST", "/login/")
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.putheader("Content-Length", str(len(body) + len(AFTER)))
    connection.endheaders()
    connection.send(body)
    assert sum(path.stat().st_size for path in temporary.iterdir()) == 0
    connection.send(AFTER)
    assert connection.getresponse().status == 200
    connection.close()
