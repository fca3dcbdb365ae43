"""Five wrong passwords close the door to that name from that address, for a quarter of an hour; nobody else notices."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client, RequestFactory
from pytest_django import Settings

from consultations.models import User
from council.config.lockout import client_address
from tests.conftest import PASSWORD, People
from tests.test_signing_in import words

MORNING = datetime.datetime(2026, 6, 1, 9, 12, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as travelled:
        yield travelled


def sign_in(client: Client, name: str, password: str, address: str = "10.0.0.7") -> int:
    return client.post("/login/", {"login": name, "password": password}, REMOTE_ADDR=address).status_code


def test_five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour(
    people: People, client: Client, clock: time_machine.Traveller
) -> None:
    assert [sign_in(client, "kiriyama", "sakura") for _ in range(5)] == [200, 200, 200, 200, 429]
    answer = client.post("/login/", {"login": "kiriyama", "password": PASSWORD}, REMOTE_ADDR="10.0.0.7")
    assert answer.status_code == 429, "even the right one"
    said = words(answer.content)
    assert "しばらくサインインできません。" in said
    assert "違うパスワードが5回続いたので、この端末からのサインインを止めています。 9時28分 になったら" in said
    clock.shift(datetime.timedelta(minutes=14, seconds=50))
    assert sign_in(client, "kiriyama", PASSWORD) == 429
    clock.move_to(MORNING.replace(minute=28, second=0))
    assert sign_in(client, "kiriyama", PASSWORD) == 302, "at the minute the page named, however often they tried"


def test_others_and_other_machines_still_come_in(people: People, client: Client) -> None:
    for _ in range(5):
        sign_in(client, "kiriyama", "sakura")
    assert sign_in(Client(), "kubodera", PASSWORD) == 302
    assert sign_in(Client(), "kiriyama", PASSWORD, address="10.0.0.8") == 302
    assert sign_in(Client(), "kiriyama", PASSWORD) == 429, "which opens nothing for the first"


def test_a_name_is_counted_however_it_is_written(people: People, client: Client) -> None:
    spellings = ("kiriyama", "KIRIYAMA", "Kiriyama", " kiriyama ", "kIRIYAMA")
    assert [sign_in(client, name, "sakura") for name in spellings] == [200, 200, 200, 200, 429]
    assert sign_in(client, "kiriyama", PASSWORD) == 429


def test_another_browser_on_the_same_machine_is_no_way_round(people: People, client: Client) -> None:
    for number in range(5):
        form = {"login": "kiriyama", "password": "sakura"}
        answer = client.post("/login/", form, headers={"user-agent": f"browser {number}"})
    assert answer.status_code == 429


def test_a_name_that_is_nobodys_is_closed_alike(people: People, client: Client) -> None:
    assert [sign_in(client, "dareka", "sakura") for _ in range(5)] == [200, 200, 200, 200, 429]


def test_the_right_password_forgets_the_wrong_ones(people: People, client: Client) -> None:
    for _ in range(4):
        sign_in(client, "kiriyama", "sakura")
    assert sign_in(client, "kiriyama", PASSWORD) == 302
    assert [sign_in(Client(), "kiriyama", "sakura") for _ in range(4)] == [200] * 4


def test_only_one_of_the_two_counts(people: People, client: Client) -> None:
    """Thirty people behind one address sign in within a minute; allauth by itself would turn the last away."""
    for number in range(30):
        person = User.objects.create(username=f"staff{number}", password=people.kiriyama.password)
        assert sign_in(Client(), person.username, PASSWORD) == 302
    assert sign_in(client, "kiriyama", PASSWORD) == 302


def test_confirming_with_wrong_passwords_is_counted_too(people: People, client: Client) -> None:
    client.force_login(people.kiriyama)
    statuses = [client.post("/security/confirm/", {"password": "sakura"}).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(settings: Settings) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.9, 10.0.0.7")
    assert client_address(request) == "10.0.0.1", "without a proxy anybody could write that line"
    settings.BEHIND_TLS = True
    assert client_address(request) == "10.0.0.7"
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1")) == "10.0.0.1"
