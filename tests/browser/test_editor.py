"""The editor in a real browser: what is typed stays, whatever happens."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from consultations.documents import material_of
from consultations.enums import PaperState
from consultations.models import Consultation, Draft, Revision
from consultations.sections.places import places
from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk, opened
from tests.browser.own_server import OwnServer
from tests.conftest import People

pytestmark = pytest.mark.django_db(transaction=True)

PLACE = "s1/place"


@pytest.fixture
def returned(delivery: Consultation) -> Consultation:
    """In the hands of its department, and open to the secretariat too."""
    delivery.state = PaperState.RETURNED
    delivery.save()
    return delivery


def edit(desk: Desk, paper: Consultation) -> Page:
    desk.go(f"/consultations/{paper.pk}/edit/")
    desk.page.wait_for_selector("html[data-ready=editor]")
    return desk.page


def item(page: Page, place: str = PLACE) -> Locator:
    return page.locator(f'.item[data-place="{place}"]')


def open_(page: Page, place: str = PLACE) -> Locator:
    item(page, place).locator(".item__open").click()
    return item(page, place).locator(".typed > textarea")


def saved(page: Page) -> None:
    expect(page.locator("#saved-words")).to_have_text(re.compile(r"\d+時\d+分に保存"))


def text_of(paper: Consultation, place: str = PLACE) -> str:
    return places(material_of(Consultation.objects.get(pk=paper.pk)))[place].text


def test_typing_saves_itself_and_closing_puts_it_in(desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    before = text_of(returned)
    open_(page).fill("中央図書館及び委託先の倉庫")
    saved(page)
    assert Draft.objects.get().text == "中央図書館及び委託先の倉庫"
    assert text_of(returned) == before, "nobody else sees it yet"
    expect(page.frame_locator("#sheet").get_by_text("委託先の倉庫")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(item(page)).not_to_have_class(re.compile("is-open"))
    expect(item(page).locator(".item__text")).to_have_text("中央図書館及び委託先の倉庫")
    assert text_of(returned) == "中央図書館及び委託先の倉庫"
    assert not Draft.objects.exists()
    assert Revision.objects.latest("pk").by == people.kiriyama


def test_two_people_in_one_heading(desk: Desk, other_desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    other_desk.enter_as(people.shiraishi)
    mine, theirs = edit(desk, returned), edit(other_desk, returned)
    open_(mine).fill("図書館の文")
    open_(theirs).fill("事務局の文")
    saved(theirs)
    theirs.keyboard.press("Control+Enter")
    expect(item(theirs).locator(".item__text")).to_have_text("事務局の文")
    saved(mine)
    mine.keyboard.press("Control+Enter")
    conflict = item(mine)
    expect(conflict.get_by_text("この見出しを、2人が同時に変えました。")).to_be_visible()
    expect(conflict).to_contain_text("図書館の文")
    expect(conflict).to_contain_text("事務局の文")
    assert text_of(returned) == "事務局の文", "nothing is overwritten silently"
    assert desk.barriers() == []
    conflict.get_by_role("button", name="つなげて直す").click()
    area = item(mine).locator(".typed > textarea")
    expect(area).to_have_value("事務局の文\n図書館の文")
    mine.keyboard.press("Escape")
    item(mine).get_by_role("button", name=re.compile("^閉じる")).click()
    expect(item(mine).locator(".item__text")).to_have_text("事務局の文\n図書館の文")
    assert text_of(returned) == "事務局の文\n図書館の文"


def test_the_text_not_chosen_stays_in_the_timeline(
    desk: Desk, other_desk: Desk, people: People, returned: Consultation
) -> None:
    desk.enter_as(people.kiriyama)
    other_desk.enter_as(people.shiraishi)
    mine, theirs = edit(desk, returned), edit(other_desk, returned)
    open_(mine).fill("図書館の文")
    open_(theirs).fill("事務局の文")
    theirs.keyboard.press("Control+Enter")
    expect(item(theirs)).not_to_have_class(re.compile("is-open"))
    mine.keyboard.press("Control+Enter")
    item(mine).get_by_role("button", name="白石 由衣さんの文を使う").click()
    expect(item(mine)).not_to_have_class(re.compile("is-open"))
    expect(item(mine).locator(".item__text")).to_have_text("事務局の文")
    assert Revision.objects.latest("pk").note == "図書館の文"


def test_the_others_change_arrives_and_leaves_what_is_typed_alone(
    desk: Desk, other_desk: Desk, people: People, returned: Consultation
) -> None:
    desk.enter_as(people.kiriyama)
    other_desk.enter_as(people.shiraishi)
    mine, theirs = edit(desk, returned), edit(other_desk, returned)
    open_(mine).press_sequentially("い")
    open_(theirs, "s1/content").fill("事務局が直した内容")
    theirs.keyboard.press("Control+Enter")
    expect(item(theirs, "s1/content")).not_to_have_class(re.compile("is-open"))
    item(mine).locator("textarea").press_sequentially("ろ")
    mine.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as when one comes back to the window
    expect(item(mine, "s1/content").locator(".item__text")).to_have_text("事務局が直した内容")
    expect(item(mine).locator(".typed > textarea")).to_have_value(re.compile("いろ"))
    expect(item(mine).locator(".typed > textarea")).to_be_focused()
    expect(mine.locator("#who")).to_have_attribute("aria-label", re.compile("白石 由衣（事務局"))


def test_the_session_ends_while_typing(desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    area = open_(page)
    page.context.clear_cookies(name="sessionid")
    area.fill("セッションが切れてから打った文")
    expect(page.locator("#notice")).to_contain_text("サインインし直してください。入力は残っています。")
    assert not Draft.objects.exists()
    area.fill("セッションが切れてから打った文の続き")
    desk.enter_as(people.kiriyama)  # goes to another page: the editor is left with what was typed
    page = edit(desk, returned)
    expect(item(page).locator(".typed > textarea")).to_have_value("セッションが切れてから打った文の続き")
    saved(page)
    assert Draft.objects.get().text == "セッションが切れてから打った文の続き"


def test_another_person_on_the_same_browser_sees_none_of_it(desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    area = open_(page)
    page.context.clear_cookies(name="sessionid")
    area.fill("桐山の書きかけ")
    expect(page.locator("#notice")).to_contain_text("サインインし直して")
    desk.enter_as(people.shiraishi)
    page = edit(desk, returned)
    expect(page.locator(".item.is-open")).to_have_count(0)
    assert "桐山の書きかけ" not in page.content()
    assert not Draft.objects.exists()
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    expect(item(page).locator(".typed > textarea")).to_have_value("桐山の書きかけ")
    saved(page)
    assert Draft.objects.get().user == people.kiriyama


def test_a_page_left_open_writes_nothing_in_another_persons_name(
    desk: Desk, people: People, returned: Consultation
) -> None:
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    area = open_(page)
    second = Desk(page.context.new_page(), desk.base, desk.complaints)
    second.enter_as(people.shiraishi)
    area.fill("桐山の文")
    expect(page.locator("#notice")).to_contain_text("サインインし直して")
    assert not Draft.objects.exists()
    desk.complaints.clear()  # the browser notes the refused request


def test_no_network_while_typing(desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    area = open_(page)
    page.context.set_offline(True)
    area.fill("つながらない間の文")
    expect(page.locator("#notice")).to_contain_text("つながっていません。入力はこの端末に残り、つながると保存します。")
    page.context.set_offline(False)
    saved(page)
    assert Draft.objects.get().text == "つながらない間の文"
    desk.complaints.clear()  # the browser notes each request that found no network


def test_the_server_is_stopped_while_typing_and_started_again(
    browser: Browser, people: People, returned: Consultation
) -> None:
    server = OwnServer()
    server.start()
    try:
        with opened(browser, server.url) as desk:
            desk.enter_as(people.kiriyama)
            page = edit(desk, returned)
            area = open_(page)
            server.kill()
            area.fill("サーバーが止まっている間の文")
            expect(page.locator("#notice")).to_contain_text("入力はこの端末に残り、つながると保存します。")
            page.keyboard.press("Control+Enter")
            expect(item(page)).to_have_class(re.compile("is-open"))  # it does not close before it is in
            server.start()
            saved(page)
            assert Draft.objects.get().text == "サーバーが止まっている間の文"
            page.keyboard.press("Control+Enter")
            expect(item(page).locator(".item__text")).to_have_text("サーバーが止まっている間の文")
            desk.complaints.clear()  # the browser notes each request that nobody answered
    finally:
        server.kill()
    assert text_of(returned) == "サーバーが止まっている間の文"


def test_three_megabytes_are_pasted(desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    area = open_(page)
    text = "配送の記録を三年間保存する。\n" * 75_000
    assert len(text.encode()) > 3_000_000
    area.evaluate(
        "(area, text) => { area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })) }", text
    )
    expect(page.locator("#saved-words")).to_have_text(re.compile("に保存"), timeout=30_000)
    assert Draft.objects.get().text == text
    page.keyboard.press("Control+Enter")
    expect(item(page)).not_to_have_class(re.compile("is-open"), timeout=60_000)
    assert text_of(returned) == text


def test_the_back_button_loses_nothing(desk: Desk, people: People, returned: Consultation) -> None:
    desk.enter_as(people.kiriyama)
    desk.go(f"/consultations/{returned.pk}/")
    page = edit(desk, returned)
    open_(page).fill("戻る前に打った文")
    page.go_back()
    page.wait_for_load_state()
    page.go_forward()
    expect(item(page).locator(".typed > textarea")).to_have_value("戻る前に打った文")
    saved(page)


@pytest.mark.parametrize("size", [DESKTOP, PHONE, ZOOMED])
def test_everybody_can_use_it(desk: Desk, people: People, returned: Consultation, size: tuple[int, int]) -> None:
    desk.size(size)
    desk.enter_as(people.kiriyama)
    page = edit(desk, returned)
    open_(page)
    open_(page, "s1/data_items")
    assert desk.barriers() == []
    assert desk.runs_over() == 0
