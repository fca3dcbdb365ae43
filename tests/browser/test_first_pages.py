"""From the door to the paper, as people go: with the mouse, with the keyboard, on a phone, with large print."""

import re

import pytest
from playwright.sync_api import Page, expect

from consultations.models import Consultation, Report
from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk
from tests.conftest import PASSWORD, People

pytestmark = pytest.mark.django_db(transaction=True)

DELIVERY = "予約資料の自宅配送サービス業務委託の実施"


def focused(page: Page) -> str:
    text: str = page.evaluate("() => document.activeElement.innerText ?? ''")
    return text.strip()


def tab_to(page: Page, text: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if focused(page) == text:
            return
    raise AssertionError(f"「{text}」 cannot be reached with the keyboard")


def test_from_the_door_to_the_pdf(desk: Desk, people: People, delivery: Consultation) -> None:
    page = desk.page
    desk.go("/")
    page.get_by_label("ユーザー名").fill("kiriyama")
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="サインインする", exact=True).click()
    page.get_by_role("link", name=DELIVERY).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DELIVERY)
    paper = page.frame_locator("iframe[title='印刷と同じ紙面']")
    expect(paper.get_by_text("審議資料Ｎｏ．１")).to_be_visible()
    expect(paper.get_by_role("heading", level=1)).to_contain_text("「図書館業務」における外部委託")
    desk.keep_pdfs()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename == "諮問第951号.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    page.get_by_role("button", name="サインアウト").click()
    expect(page.get_by_role("heading", name="サインイン")).to_be_visible()


def test_the_same_with_the_keyboard_alone(desk: Desk, people: People, delivery: Consultation) -> None:
    page = desk.page
    desk.go("/login/")
    page.keyboard.press("Tab")  # the name of the application, a link home
    page.keyboard.press("Tab")
    page.keyboard.type("kiriyama")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="所管課の机")).to_be_visible()

    page.keyboard.press("Tab")
    assert focused(page) == "本文へ移る"
    page.keyboard.press("Enter")
    tab_to(page, DELIVERY)
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outline")
    assert "solid 3px" in outline
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(DELIVERY)
    tab_to(page, "PDF")
    desk.keep_pdfs()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "諮問第951号.pdf"
    tab_to(page, "サインアウト")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="サインイン")).to_be_visible()


def test_a_mistake_at_the_door_leads_back_to_the_field(desk: Desk, people: People) -> None:
    desk.go("/login/")
    page = desk.page
    page.get_by_label("ユーザー名").fill("kiriyama")
    page.get_by_role("button", name="サインインする", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("空いているところがあります。")
    assert desk.barriers() == []
    page.get_by_role("alert").get_by_role("link", name="パスワードを入れてください。").click()
    expect(page.get_by_label("パスワード")).to_be_focused()
    expect(page.get_by_label("ユーザー名")).to_have_value("kiriyama")


@pytest.mark.parametrize("size", [PHONE])
def test_every_page_is_open_to_everybody(
    desk: Desk, people: People, certificates: Consultation, wrong_address: Report, size: tuple[int, int]
) -> None:
    desk.size(size)
    consultation, report = f"/consultations/{certificates.pk}/", f"/reports/{wrong_address.pk}/"
    desk.go("/login/")
    barriers = {"/login/": (desk.barriers(), desk.runs_over())}
    desk.enter_as(people.shiraishi)
    for address in ("/consultations/", consultation, f"{consultation}paper/", "/reports/", report, f"{report}paper/"):
        desk.go(address)
        barriers[address] = (desk.barriers(), desk.runs_over())
    desk.enter_as(people.hayama)
    barriers["home"] = (desk.barriers(), desk.runs_over())
    assert barriers == dict.fromkeys(barriers, ([], 0))


@pytest.mark.parametrize("size", [DESKTOP, PHONE, ZOOMED])
def test_the_closed_page_is_open_to_everybody_too(desk: Desk, people: People, size: tuple[int, int]) -> None:
    desk.size(size)
    desk.enter_as(people.hayama)
    desk.go("/consultations/1/")
    assert (desk.barriers(), desk.runs_over()) == ([], 0)
    assert len(desk.complaints) == 1
    assert "404" in desk.complaints.pop(), "the browser itself logs the status of the page"


def test_the_paper_stands_as_a_sheet_beside_its_facts_and_scrolls_with_the_page(
    desk: Desk, people: People, certificates: Consultation
) -> None:
    desk.enter_as(people.shiraishi)
    address = f"/consultations/{certificates.pk}/"
    for size in (DESKTOP, PHONE):
        desk.size(size)
        desk.go(address)
        paper = desk.page.frames[1]
        over = "() => document.documentElement.scrollHeight - document.documentElement.clientHeight"
        paper.wait_for_function(f"({over})() === 0")
        width = paper.evaluate("() => document.querySelector('.leaf').getBoundingClientRect().width")
        frame = desk.page.locator("iframe").bounding_box()
        facts = desk.page.get_by_role("region", name="この案件について").bounding_box()
        assert frame
        assert facts
        if size == DESKTOP:
            assert width == pytest.approx(210 / 25.4 * 96, abs=1), "a whole sheet of A4"
            assert facts["x"] >= frame["x"] + frame["width"]
        else:
            assert width == frame["width"]
            assert facts["y"] < frame["y"]


def test_the_checks_themselves_see_what_is_wrong(desk: Desk, people: People) -> None:
    desk.go("/login/")
    desk.page.evaluate('() => { document.body.innerHTML = \'<img src="data:," style="width: 2000px">\' }')
    assert "image-alt" in " ".join(desk.barriers())
    desk.page.evaluate("() => { document.body.style.width = '2000px' }")
    assert desk.runs_over() > 0
    assert "Content Security Policy" in " ".join(desk.complaints), "the inline style was refused"
    desk.page.context.route("https://example.org/**", lambda route: route.fulfill(body=""))
    desk.page.goto("https://example.org/")
    assert "leaves the host: https://example.org/" in desk.complaints
    desk.complaints.clear()


def test_without_scripts_the_paper_scrolls_in_its_frame(desk: Desk, people: People, certificates: Consultation) -> None:
    desk.page.context.route(re.compile(r"\.js$"), lambda route: route.fulfill(body=""))
    desk.enter_as(people.shiraishi)
    desk.go(f"/consultations/{certificates.pk}/")
    frame = desk.page.locator("iframe").bounding_box()
    assert frame
    assert frame["height"] == pytest.approx(0.8 * DESKTOP[1])
    expect(desk.page.frame_locator("iframe").get_by_text("別紙２", exact=False).last).to_be_attached()
