"""The desk and the lists in a real browser: open to everybody at every size, without scripts, and with keys alone."""

import re

import pytest
from playwright.sync_api import expect

from consultations.models import Consultation, Report
from tests.browser.conftest import PHONE, Desk
from tests.browser.test_first_pages import tab_to
from tests.conftest import People
from tests.consultations.on_the_way import (
    accepted,
    ago,
    begun,
    days_from_now,
    published,
    remark,
    report_begun,
    returned,
    submitted,
)
from tests.consultations.test_desk import was_here

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busy(people: People, delivery: Consultation, wrong_address: Report) -> None:
    """Something of everything on every desk."""
    for user in (people.shiraishi, people.kiriyama):
        was_here(user, days=3)
    submitted(begun(people.kiriyama, "点字図書の郵送貸出"), people.kiriyama)
    again = submitted(begun(people.kiriyama, "移動図書館の停車場所の変更"), people.kiriyama)
    returned(again, people.shiraishi, "s1/free-1", "")
    submitted(again, people.kiriyama)
    again.due = days_from_now(-4)
    again.save()
    back = submitted(begun(people.kiriyama, "読書記録の返却後の保存期間の見直し"), people.kiriyama)
    returned(back, people.shiraishi, "s1/free-1", due=days_from_now(2))
    talk = accepted(submitted(begun(people.kiriyama, "自習席の予約"), people.kiriyama), people.shiraishi)
    remark(talk, people.kiriyama, "", ago(hours=2))
    remark(talk, people.shiraishi, "s1/free-1", ago(hours=1))
    begun(people.kiriyama, "郵送による利用登録")
    submitted(report_begun(people.kiriyama, "返却期限の案内はがきの誤送付について"), people.kiriyama)
    published(
        accepted(submitted(begun(people.kiriyama, "開館時間の案内"), people.kiriyama), people.shiraishi),
        people.shiraishi,
    )


@pytest.mark.parametrize("size", [PHONE])
def test_desk_and_lists_are_open_to_everybody(desk: Desk, people: People, busy: None, size: tuple[int, int]) -> None:
    desk.size(size)
    found = {}
    query = "?q=図書&state=submitted&kind=general&year=none"
    for user in (people.shiraishi, people.kiriyama, people.hayama):
        desk.enter_as(user)
        for address in ("/", f"/consultations/{query}", "/reports/?q=絵本", "/consultations/"):
            desk.go(address)
            found[user.username, address] = (desk.barriers(), desk.runs_over())
    assert found == dict.fromkeys(found, ([], 0))


def test_from_the_desk_to_a_paper_and_to_the_register(desk: Desk, people: People, busy: None) -> None:
    page = desk.page
    desk.enter_as(people.shiraishi)
    expect(page.get_by_role("navigation", name="主な画面").get_by_role("link", name="机")).to_have_attribute(
        "aria-current", "page"
    )
    late = page.get_by_role("listitem").filter(has_text="差し戻した2か所の直しを確かめる")
    expect(late).to_contain_text("4日超過")
    late.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("移動図書館の停車場所の変更")
    page.go_back()
    page.get_by_role("link", name=re.compile(r"^諮問\s提出")).click()
    expect(page.get_by_label("状態")).to_have_value("submitted")
    page.get_by_label("ことば").fill("点字")
    page.get_by_label("ことば").press("Enter")
    expect(page.get_by_text("1件　新しい順")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="諮問台帳（Excel）").click()
    assert re.fullmatch(r"諮問台帳-\d{4}-\d\d-\d\d\.xlsx", download.value.suggested_filename)
    page.get_by_role("link", name="ことば：点字").click()
    expect(page.get_by_text("2件　新しい順")).to_be_visible()
    page.get_by_role("link", name="絞り込みを外す").click()
    expect(page).to_have_url(re.compile(r"/consultations/$"))
    expect(page.get_by_label("状態")).to_have_value("")


def test_a_list_is_narrowed_with_the_keyboard_and_without_scripts(desk: Desk, people: People, busy: None) -> None:
    page = desk.page
    page.context.route(re.compile(r"\.js$"), lambda route: route.fulfill(body=""))
    desk.enter_as(people.kiriyama)
    tab_to(page, "諮問・報告")
    page.keyboard.press("Enter")
    page.get_by_label("ことば").focus()
    page.keyboard.type("開館時間")
    page.keyboard.press("Tab")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("状態")).to_have_value("answered")
    tab_to(page, "絞り込む")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row").filter(has_text="開館時間の案内")).to_be_visible()
    expect(page.get_by_text("1件　新しい順")).to_be_visible()
