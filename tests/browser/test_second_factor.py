"""Passkeys with a virtual authenticator, and one's own security settings, in a real browser."""

import os
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, expect

from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk
from tests.conftest import PASSWORD, People
from tests.second_factors import SECRET, code, with_app

pytestmark = pytest.mark.django_db(transaction=True)


def give_authenticator(desk: Desk) -> CDPSession:
    """As a laptop with a fingerprint reader, whose owner always agrees."""
    session = desk.page.context.new_cdp_session(desk.page)
    session.send("WebAuthn.enable", {"enableUI": False})
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    options |= {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def confirm(desk: Desk) -> None:
    desk.page.get_by_label("パスワード").fill(PASSWORD)
    desk.page.get_by_role("button", name="確認する").click()


def lasting_code(desk: Desk, secret: str = SECRET) -> str:
    """One that the app goes on showing while it is typed."""
    if (gone := time.time() % 30) > 20:
        desk.page.wait_for_timeout(1000 * (30 - gone))
    return code(secret)


def sign_out(desk: Desk) -> None:
    desk.page.get_by_role("button", name="サインアウト").click()
    expect(desk.page.get_by_role("heading", name="サインイン")).to_be_visible()


def looked_at(desk: Desk, name: str) -> list[tuple[str, list[str], int]]:
    """What stands in the way on this page, at every size; PICTURES names a folder for pictures of it."""
    found: list[tuple[str, list[str], int]] = []
    text = desk.page.locator("body").inner_text()
    if english := set(re.findall(r"(?<![A-Z0-9])[A-Za-z]{2,}(?![A-Z0-9])", text)) - {"USB"}:
        found.append((f"{name} in English", sorted(english), 0))
    for size in (DESKTOP, PHONE, ZOOMED):
        desk.size(size)
        if folder := os.environ.get("PICTURES"):
            desk.page.screenshot(path=Path(folder, f"{name}-{size[0]}.png"), full_page=True)
        barriers, over = desk.barriers(), desk.runs_over()
        if barriers or over:
            found.append((f"{name} {size[0]}", barriers, over))
    desk.size(DESKTOP)
    return found


def test_a_passkey_is_added_signs_in_alone_and_is_removed(desk: Desk, people: People) -> None:
    give_authenticator(desk)
    page = desk.page
    desk.enter_as(people.kiriyama)
    page.get_by_role("link", name="桐山 翔太").click()
    page.get_by_role("link", name="パスキーを追加する").click()
    confirm(desk)
    page.get_by_label("名前").fill("窓口の端末")
    page.get_by_role("button", name="追加する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("回復コード")
    expect(page.get_by_role("main")).to_contain_text("パスキーを追加しました。")
    page.get_by_role("link", name="控えたので、安全の設定に戻る").click()
    expect(page.get_by_role("main")).to_contain_text("窓口の端末")

    sign_out(desk)
    desk.go("/reports/")
    page.get_by_role("button", name="パスキーでサインインする").click()
    page.wait_for_url("**/reports/")

    sign_out(desk)
    page.get_by_label("ユーザー名").fill("kiriyama")
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="サインインする", exact=True).click()
    page.get_by_role("button", name="パスキーで確認する").click()
    expect(page.get_by_role("heading", name="所管課の机")).to_be_visible()

    desk.go("/security/")
    page.get_by_role("link", name="窓口の端末の名前を変える").click()
    page.get_by_role("link", name="パスキーで確認する").click()
    page.get_by_role("button", name="パスキーで確認する").click()
    page.get_by_label("名前").fill("書庫の端末")
    page.get_by_role("button", name="名前を変える").click()
    page.get_by_role("link", name="書庫の端末を外す").click()
    page.get_by_role("button", name="パスキーを外す").click()
    expect(page.get_by_role("main")).to_contain_text("パスキーを外しました。")
    expect(page.get_by_role("main")).not_to_contain_text("書庫の端末")


def test_a_browser_that_gives_no_passkey_leaves_the_page_and_its_words(desk: Desk, people: People) -> None:
    session = give_authenticator(desk)
    desk.go("/login/")
    session.send("WebAuthn.disable")
    desk.page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    )
    desk.page.get_by_role("button", name="パスキーでサインインする").click()
    expect(desk.page.get_by_text("パスキーを使わずに閉じました。もう一度押すと、やり直せます。")).to_be_visible()
    expect(desk.page.get_by_label("ユーザー名")).to_be_visible()


def test_every_page_of_the_door_is_open_to_everybody(desk: Desk, people: People) -> None:
    page = desk.page
    people.hayama.is_active = False
    people.hayama.save()
    desk.go("/login/")
    found = looked_at(desk, "login")
    page.get_by_label("ユーザー名").fill("hayama")
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="サインインする", exact=True).click()
    found += looked_at(desk, "closed")
    with_app(people.kiriyama)
    desk.go("/login/")
    page.get_by_label("ユーザー名").fill("kiriyama")
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="サインインする", exact=True).click()
    page.get_by_label("番号").fill("000000")
    page.get_by_role("button", name="サインインする").click()
    found += looked_at(desk, "code")
    page.get_by_label("番号").fill(lasting_code(desk))
    page.get_by_role("button", name="サインインする").click()
    desk.go("/login/?next=/admin/")
    found += looked_at(desk, "again")
    page.get_by_role("button", name="サインアウトして").click()
    for _ in range(5):
        page.get_by_label("ユーザー名").fill("kubodera")
        page.get_by_label("パスワード").fill("sakura")
        page.get_by_role("button", name="サインインする", exact=True).click()
    found += looked_at(desk, "locked")
    assert found == []
    assert len(desk.complaints) == 1
    assert "429" in desk.complaints.pop(), "the browser itself logs the status of the page"


def test_every_page_of_ones_own_is_open_to_everybody(desk: Desk, people: People) -> None:
    give_authenticator(desk)
    page = desk.page
    desk.enter_as(people.shiraishi)
    desk.go("/security/")
    found = looked_at(desk, "own-empty")
    page.get_by_role("link", name="認証アプリを設定する").click()
    page.get_by_label("パスワード").fill("sakura")
    page.get_by_role("button", name="確認する").click()
    found += looked_at(desk, "confirm")
    confirm(desk)
    found += looked_at(desk, "app")
    page.get_by_label("6けたの番号").fill(lasting_code(desk, page.locator(".secret").inner_text()))
    page.get_by_role("button", name="設定する").click()
    expect(page.get_by_role("main")).to_contain_text("認証アプリを設定しました。")
    found += looked_at(desk, "codes")
    desk.go("/security/passkeys/add/")
    found += looked_at(desk, "add")
    page.get_by_role("button", name="追加する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("安全の設定")
    found += looked_at(desk, "own")
    for name, link in (("name", "の名前を変える"), ("remove", "パスキー1を外す"), ("app-remove", "認証アプリを外す")):
        page.get_by_role("link", name=link).click()
        found += looked_at(desk, name)
        desk.go("/security/")
    page.get_by_role("link", name="回復コードを作り直す").click()
    found += looked_at(desk, "codes-new")
    desk.go("/security/confirm/code/")
    found += looked_at(desk, "confirm-code")
    desk.go("/security/confirm/passkey/")
    found += looked_at(desk, "confirm-passkey")
    desk.go("/security/password/")
    page.get_by_role("button", name="パスワードを変える").click()
    found += looked_at(desk, "password")
    assert found == []
