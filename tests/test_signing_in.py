"""The door: signing in and out, and the plain pages for what went wrong."""

import re

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, server_error
from pytest_django import DjangoAssertNumQueries

from tests.conftest import PASSWORD, People


def words(content: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", content.decode()).split())


def test_whoever_signs_in_comes_to_the_page_they_asked_for(people: People, client: Client) -> None:
    asked = client.get("/reports/")
    assert asked.headers["Location"] == "/login/?next=/reports/"
    assert 'name="next" value="/reports/"' in client.get(asked.headers["Location"]).content.decode()
    form = {"login": "shiraishi", "password": PASSWORD, "next": "/reports/"}
    assert client.post("/login/", form).headers["Location"] == "/reports/"


def test_nobody_is_sent_to_another_host(people: People, client: Client) -> None:
    form = {"login": "shiraishi", "password": PASSWORD, "next": "https://example.org/"}
    assert client.post("/login/", form).headers["Location"] == "/"


@pytest.mark.parametrize(("username", "password"), [("shiraishi", "sakura"), ("shiroishi", PASSWORD)])
def test_a_wrong_name_or_password_is_said_without_telling_which(
    people: People, client: Client, username: str, password: str
) -> None:
    answer = client.post("/login/", {"login": username, "password": password})
    assert "ユーザー名かパスワードが違います。" in words(answer.content)
    assert f'value="{username}"' in answer.content.decode()
    assert password not in answer.content.decode()


def test_empty_fields_are_named(people: People, client: Client) -> None:
    said = words(client.post("/login/", {"login": "shiraishi"}).content)
    assert "空いているところがあります。 パスワードを入れてください。" in said
    assert said.count("パスワードを入れてください。") == 2, "on top, and at the field"
    assert "ユーザー名を入れてください" not in said


def test_who_is_signed_in_and_sent_to_the_door_learns_why(people: People, client: Client) -> None:
    client.force_login(people.kiriyama)
    answer = client.get("/login/?next=/admin/")
    assert "桐山 翔太さんとしてサインインしています。" in words(answer.content)


def test_signing_out_closes_the_pages(people: People, client: Client) -> None:
    client.force_login(people.kiriyama)
    assert client.post("/logout/").headers["Location"] == "/login/"
    assert client.get("/").headers["Location"] == "/login/?next=/"
    assert client.post("/logout/").headers["Location"] == "/login/", "again, with the session gone"


def test_a_form_from_before_the_last_sign_in_is_sent_back(people: People) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.kiriyama)
    answer = client.post("/logout/")
    assert answer.status_code == 403
    assert "画面が古くなっています。" in words(answer.content)


def test_an_address_that_never_was_shows_the_way_home(people: People, client: Client) -> None:
    for user in (None, people.hayama):
        if user:
            client.force_login(user)
        answer = client.get("/nowhere/")
        assert answer.status_code == 404
        assert "このページは見られません。" in words(answer.content)
        assert '<a href="/">最初のページへ</a>' in answer.content.decode()


def test_what_the_admin_forbids_looks_the_same(people: People, client: Client) -> None:
    client.force_login(people.shiraishi)
    answer = client.get("/admin/consultations/municipality/add/")
    assert answer.status_code == 403
    assert "このページは見られません。" in words(answer.content)


def test_the_last_pages_need_no_database(django_assert_num_queries: DjangoAssertNumQueries, db: None) -> None:
    request = RequestFactory().get("/")
    with django_assert_num_queries(0):
        assert "ページを表示できませんでした。" in words(server_error(request).content)
        assert "送られた内容を読み取れませんでした。" in words(bad_request(request, ValueError()).content)


def test_browsers_find_the_icon_where_they_look_for_it(client: Client) -> None:
    assert client.get("/favicon.ico").headers["Location"] == "/static/icons/shingi.svg"
