"""The second factor: set up by oneself, asked for at the door, and demanded of the secretariat."""

import datetime
import html
import re
from collections.abc import Iterator

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import Settings

from consultations.models import Consultation, User
from council.config.second_factor import SETTING_UP
from tests.conftest import PASSWORD, People
from tests.consultations.attached import lying_there
from tests.second_factors import code, recovery_codes, with_app
from tests.test_access import ROUTES, address
from tests.test_signing_in import words

OWN_PAGES = [f"/{route}" for route in ROUTES if route.startswith("security/") and "<" not in route]


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC), tick=False) as travelled:
        yield travelled


@pytest.fixture
def required(settings: Settings) -> None:
    settings.REQUIRE_MFA = True


def at_the_second_question(user: User) -> Client:
    client = Client()
    answer = client.post("/login/", {"login": user.username, "password": PASSWORD})
    assert answer.headers["Location"] == "/login/code/"
    return client


def signed_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def confirmed(user: User) -> Client:
    """Signed in, and just asked for the password again."""
    client = Client()
    client.force_login(user)
    assert client.post("/security/confirm/", {"password": PASSWORD}).status_code == 302
    return client


@pytest.mark.django_db(transaction=True)  # what was done is said once it is committed
def test_an_app_is_set_up_and_then_asked_for(people: People, clock: time_machine.Traveller) -> None:
    client = Client()
    client.force_login(people.kiriyama)
    assert client.get("/security/app/").headers["Location"].startswith("/security/confirm/")
    answer = client.post("/security/confirm/", {"password": PASSWORD, "next": "/security/app/"}, follow=True)
    page = answer.content.decode()
    assert "この図を読み取ってください" in page
    assert 'src="data:image/svg+xml;base64,' in page
    shown = re.search(r'class="secret">(\w+)<', page)
    assert shown
    answer = client.post("/security/app/", {"code": "000000"})
    assert "確認できませんでした。" in words(answer.content)
    answer = client.post("/security/app/", {"code": code(shown[1])}, follow=True)
    said = words(answer.content)
    assert "認証アプリを設定しました。" in said
    codes = re.findall(r"<li>(\d{8})</li>", answer.content.decode())
    assert codes == recovery_codes(people.kiriyama)
    assert len(codes) == 10

    clock.shift(60)
    client = at_the_second_question(people.kiriyama)
    assert not signed_in(client), "the password alone is not enough any more"
    answer = client.post("/login/code/", {"code": "000000"})
    assert "今出ている番号を入れてください。" in words(answer.content)
    assert client.post("/login/code/", {"code": code(shown[1])}).headers["Location"] == "/"
    assert signed_in(client)


def test_a_code_opens_once(people: People, clock: time_machine.Traveller) -> None:
    with_app(people.kiriyama)
    for status in (302, 200):
        assert at_the_second_question(people.kiriyama).post("/login/code/", {"code": code()}).status_code == status


def test_a_recovery_code_opens_once(people: People) -> None:
    with_app(people.kiriyama)
    first = recovery_codes(people.kiriyama)[0]
    for status in (302, 200):
        assert at_the_second_question(people.kiriyama).post("/login/code/", {"code": first}).status_code == status
    client = confirmed(people.kiriyama)
    assert "残り9個" in words(client.get("/security/").content)
    assert first not in client.get("/security/codes/").content.decode()


def test_codes_cannot_be_guessed(people: People, clock: time_machine.Traveller) -> None:
    with_app(people.kiriyama)
    client = at_the_second_question(people.kiriyama)
    for _ in range(5):
        client.post("/login/code/", {"code": "000000"})
    answer = client.post("/login/code/", {"code": code()})
    assert "違う番号が続いたので、受け付けを止めています。15分たったら" in words(answer.content)
    clock.shift(15 * 60 + 1)
    assert client.post("/login/code/", {"code": code()}).status_code == 302


def test_the_page_asked_for_is_reached_through_both_questions(people: People, clock: time_machine.Traveller) -> None:
    with_app(people.kiriyama)
    client = Client()
    client.post("/login/", {"login": "kiriyama", "password": PASSWORD, "next": "/reports/"})
    assert client.post("/login/code/", {"code": code()}).headers["Location"] == "/reports/"


@pytest.mark.django_db(transaction=True)
def test_new_recovery_codes_end_the_old(people: People) -> None:
    with_app(people.kiriyama)
    before = recovery_codes(people.kiriyama)
    client = confirmed(people.kiriyama)
    assert "残っている10個のコードは使えなくなります。" in words(client.get("/security/codes/new/").content)
    answer = client.post("/security/codes/new/", follow=True)
    assert "新しい回復コードを作りました。" in words(answer.content)
    assert not set(before) & set(recovery_codes(people.kiriyama))


def test_without_another_factor_the_recovery_codes_go_with_the_app(people: People) -> None:
    client = confirmed(with_app(people.kiriyama))
    assert "外すと、アプリの番号ではサインインできなくなります。" in words(client.get("/security/app/remove/").content)
    answer = client.post("/security/app/remove/", follow=True)
    assert "認証アプリを外しました。" in words(answer.content)
    assert not Authenticator.objects.exists()


def test_recovery_codes_come_after_the_factor_they_stand_in_for(people: People) -> None:
    client = confirmed(people.kiriyama)
    answer = client.post("/security/codes/new/")
    assert "認証アプリかパスキーを設定してから作れます。" in words(answer.content)
    assert client.get("/security/codes/").status_code == 404


def test_somebody_elses_passkey_is_not_there(people: People) -> None:
    key = Authenticator.objects.create(user=people.kubodera, type="webauthn", data={"name": "鍵", "credential": {}})
    client = confirmed(people.kiriyama)
    for page in ("name", "remove"):
        for method in (client.get, client.post):
            assert method(f"/security/passkeys/{key.pk}/{page}/").status_code == 404


def test_the_password_is_changed_with_the_old_one(people: People) -> None:
    client = Client()
    client.force_login(people.kiriyama)
    new = "kawazu-tobikomu-17"
    form = {"oldpassword": "sakura", "password1": new, "password2": new + "!"}
    said = words(client.post("/security/password/", form).content)
    assert "今のパスワードが違います。" in said
    assert "2回の新しいパスワードが違います。" in said
    form = {"oldpassword": PASSWORD, "password1": "sakura", "password2": ""}
    said = words(client.post("/security/password/", form).content)
    assert "新しいパスワード（もう一度）を入れてください。" in said
    assert "最低 12 文字以上必要です。" in said
    answer = client.post(
        "/security/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}, follow=True
    )
    assert answer.redirect_chain == [("/security/", 302)]
    assert "パスワードを変えました。" in words(answer.content)
    assert signed_in(client), "here the work goes on"
    assert Client().post("/login/", {"login": "kiriyama", "password": new}).status_code == 302


def test_who_has_no_password_has_none_to_change(people: People) -> None:
    people.kiriyama.set_unusable_password()
    people.kiriyama.save()
    client = Client()
    client.force_login(people.kiriyama)
    assert client.get("/security/password/").status_code == 404
    assert "パスワードを変える" not in client.get("/security/").content.decode()


def test_a_closed_account_is_told_so_and_stays_outside(people: People, client: Client) -> None:
    people.kiriyama.is_active = False
    people.kiriyama.save()
    answer = client.post("/login/", {"login": "kiriyama", "password": PASSWORD}, follow=True)
    assert "この利用者は使えません。" in words(answer.content)
    assert not signed_in(client)
    said = words(client.post("/login/", {"login": "kiriyama", "password": "sakura"}).content)
    assert "ユーザー名かパスワードが違います。" in said, "only to whom the account belongs"


@pytest.mark.usefixtures("required", "lists")
def test_the_secretariat_sets_up_a_second_factor_before_anything_else(people: People, delivery: Consultation) -> None:
    lying_there(delivery, people.shiraishi)
    client = Client()
    client.force_login(people.shiraishi)
    led = {}
    for route in ROUTES:
        answer = client.get(
            "/" + re.sub(r"<int:pk>", "1", route) if route.startswith("security/") else address(route, delivery)
        )
        led[route] = answer.status_code == 302 and answer.headers["Location"] == "/security/"
    free = {route for route, there in led.items() if not there}
    assert free == {
        "favicon.ico",
        "logout/",
        "security/",
        "security/app/",
        "security/passkeys/add/",
        "security/confirm/",
    }
    assert len(free) == len(SETTING_UP)
    said = words(client.get("/security/").content)
    assert "先に、二つ目の確認を設定してください。" in said
    assert "パスワードを変える" not in said
    assert client.post("/logout/").headers["Location"] == "/login/"


@pytest.mark.usefixtures("required")
def test_with_a_second_factor_the_secretariat_works_on(people: People, client: Client) -> None:
    with_app(people.shiraishi)
    client.force_login(people.shiraishi)
    assert signed_in(client)
    assert "先に、二つ目の確認を" not in words(client.get("/security/").content)


@pytest.mark.usefixtures("required")
def test_of_others_none_is_demanded(people: People) -> None:
    for user in (people.kiriyama, people.kubodera, people.hayama, people.morishita):
        client = Client()
        client.force_login(user)
        assert signed_in(client)


@pytest.mark.usefixtures("required")
def test_a_superuser_is_no_exception(people: People, client: Client) -> None:
    User.objects.filter(pk=people.hayama.pk).update(is_superuser=True)
    client.force_login(people.hayama)
    assert client.get("/").headers["Location"] == "/security/"


def test_every_sentence_is_japanese(people: People) -> None:
    """No English word is left on a page of one's own, with everything set up and with nothing."""
    for user in (people.kubodera, with_app(people.kiriyama)):
        client = confirmed(user)
        for page in (*OWN_PAGES, "/security/confirm/", "/login/"):
            answer = client.get(page, follow=True)
            if answer.status_code == 404:
                continue
            body = re.sub(r"<script.*?</script>|<code.*?</code>", "", answer.content.decode(), flags=re.DOTALL)
            english = re.findall(r"[A-Za-z]{2,}", html.unescape(words(body.encode())))
            assert set(english) <= {"USB"}, page
