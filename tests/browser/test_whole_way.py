"""A consultation from its first word to its acceptance and back in time, in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from consultations.documents import material_of
from consultations.enums import PaperState
from consultations.models import Consultation, Revision
from consultations.sections.places import places
from paper import pdf
from tests.browser.conftest import Desk
from tests.browser.hands import Hands, Keyboard, Mouse
from tests.conftest import PASSWORD, People

pytestmark = pytest.mark.django_db(transaction=True)

SCOPE = "区立図書館の利用登録者のうち、自宅への配送を申し込んだ者"

REASONS = {
    "対象となる個人の範囲": "範囲に家族を含むか書いてください。",
    "件数（見込み）": "件数の根拠を確かめてください。",
}


@pytest.fixture
def attachment(tmp_path: Path) -> Path:
    file = tmp_path / "配送の流れ.pdf"
    file.write_bytes(pdf.render("<html lang='ja'><title>配送の流れ</title><body><p>窓口から自宅まで</p></body></html>"))
    return file


@pytest.mark.parametrize("hands", [Mouse, Keyboard])
def test_from_the_first_word_to_acceptance_and_back(desk: Desk, people: People, attachment: Path, hands: Hands) -> None:
    hand = hands(desk.page)
    page = desk.page
    desk.keep_pdfs()
    sign_in(desk, hand, people.kiriyama.username)
    begin(page, hand)
    paper = Consultation.objects.get()
    fill(page, hand, paper, attachment)
    look_at_the_paper(page)
    take(page, hand, "提出する")
    sign_out(page, hand)

    sign_in(desk, hand, people.shiraishi.username)
    return_at_two_headings(page, hand)
    sign_out(page, hand)

    sign_in(desk, hand, people.kiriyama.username)
    mend(page, hand)
    take(page, hand, "再提出する")
    sign_out(page, hand)

    sign_in(desk, hand, people.shiraishi.username)
    hand.press(page.get_by_role("link", name="直しを見る"))
    take(page, hand, "受理する")
    assert Consultation.objects.get().state == PaperState.ACCEPTED
    with page.expect_download() as kept:
        hand.press(page.get_by_role("link", name="PDF", exact=True))
    assert kept.value.path().read_bytes().startswith(b"%PDF")
    bring_back(page, hand, paper)


def sign_in(desk: Desk, hand: Mouse, name: str) -> None:
    desk.go("/login/")
    hand.write(desk.page.get_by_label("ユーザー名"), name)
    hand.write(desk.page.get_by_label("パスワード", exact=True), PASSWORD)
    hand.press(desk.page.get_by_role("button", name="サインインする", exact=True))
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("机")


def sign_out(page: Page, hand: Mouse) -> None:
    hand.press(page.get_by_role("button", name="サインアウト"))
    expect(page.get_by_label("ユーザー名")).to_be_visible()


def begin(page: Page, hand: Mouse) -> None:
    hand.press(page.get_by_role("link", name="諮問をつくる"))
    for kind in (
        "外部委託に伴う個人情報の保護措置",
        "新たな個人情報の項目の電子計算機への記録",
        "外部の電子計算機との回線結合",
    ):
        hand.press(page.get_by_role("checkbox", name=re.compile(kind)))
    hand.write(page.get_by_label("業務の名称", exact=True), "図書館業務")
    hand.write(page.get_by_label("副題", exact=True), "予約資料の自宅配送サービスの実施")
    hand.press(page.get_by_role("button", name="件名の案を見る"))
    expect(page.get_by_label("件名", exact=True)).to_have_value(
        re.compile("「図書館業務」における外部委託に伴う.*及び.*について")
    )
    expect(page.get_by_text("使える条項が登録されていません。何に基づいて諮問するかを選んでください。")).to_be_visible()
    hand.press(page.get_by_role("radio", name=re.compile("あとで書く")))
    hand.press(page.get_by_role("button", name="この内容でつくる"))
    page.wait_for_selector("html[data-ready=editor]")


def item(page: Page, place: str) -> Locator:
    return page.locator(f'.item[data-place="{place}"]')


def opened(page: Page, hand: Mouse, place: str) -> Locator:
    hand.press(item(page, place).locator(".item__open"))
    expect(item(page, place)).to_have_class(re.compile("is-open"))
    return item(page, place)


def closed(page: Page, place: str) -> None:
    page.keyboard.press("Escape")
    expect(item(page, place)).not_to_have_class(re.compile("is-open"))


def typed(page: Page, hand: Mouse, place: str, text: str) -> None:
    hand.write(opened(page, hand, place).locator(".typed > textarea"), text)
    closed(page, place)
    expect(item(page, place).locator(".item__text")).to_have_text(text)


def fill(page: Page, hand: Mouse, paper: Consultation, attachment: Path) -> None:
    first, second, _ = (part.key for part in material_of(paper).parts)
    typed(page, hand, f"{first}/content", "予約資料の集荷、配送及び返却資料の回収を委託する。")
    typed(page, hand, f"{first}/data_subject_scope", SCOPE)

    items = opened(page, hand, f"{first}/data_items")
    hand.write(items.get_by_role("combobox").first, "氏名、住所、電話番号（自宅、携帯）、")
    expect(items.locator(".chip").first).to_contain_text("氏名")
    closed(page, f"{first}/data_items")
    assert "氏名、住所、電話番号（自宅、携帯）" in text_of(paper, f"{first}/data_items")

    counts = opened(page, hand, f"{first}/record_counts")
    hand.write(counts.get_by_label("件数（1行目）", exact=True), "１，２００")
    closed(page, f"{first}/record_counts")
    assert "１，２００件" in text_of(paper, f"{first}/record_counts")

    scope = opened(page, hand, f"{second}/data_subject_scope")
    area = scope.locator(".typed > textarea")
    expect(area).to_be_focused()
    page.keyboard.press("Alt+R")
    expect(page.get_by_role("combobox", name="見出しを探す")).to_be_focused()
    page.keyboard.insert_text("対象となる個人の範囲")
    page.keyboard.press("Enter")
    expect(area).to_have_value(re.compile("のとおり$"))
    closed(page, f"{second}/data_subject_scope")
    number = places(material_of(fresh(paper)))[f"{first}/data_subject_scope"].number
    assert text_of(paper, f"{second}/data_subject_scope") == f"{number}のとおり"

    hand.press(page.get_by_role("button", name="別紙を足す"))
    annex = page.locator(".part[data-sort=annex]")
    expect(annex).to_be_visible()
    table = f"{annex.get_attribute('data-place')}/table"
    grid = opened(page, hand, table)
    hand.press(grid.get_by_role("button", name="文のまま直す"))
    hand.write(grid.locator(".typed > textarea"), "区分\t項目\n申込み\t氏名\n\t住所")
    closed(page, table)

    hand.bring(attachment, page.get_by_label("PDFを選ぶか、ここへ落としてください。"))
    expect(page.get_by_role("link", name="配送の流れ")).to_be_visible(timeout=60_000)  # it is looked into first


def look_at_the_paper(page: Page) -> None:
    paper = page.frame_locator("#sheet")
    expect(paper.get_by_text(SCOPE)).to_be_visible()
    expect(paper.get_by_role("cell", name="住所")).to_be_visible()
    expect(page.locator("#extent")).to_contain_text("ページ")


def take(page: Page, hand: Mouse, step: str) -> None:
    """A step of the way: from where it is offered, through the page that asks, to the word that it was done."""
    hand.press(page.get_by_role("link", name=step))
    hand.press(page.get_by_role("button", name=step))
    expect(page.get_by_role("status").first).to_contain_text(step.removeprefix("再").removesuffix("する"))


def return_at_two_headings(page: Page, hand: Mouse) -> None:
    hand.press(page.get_by_role("link", name="確かめる"))
    hand.press(page.get_by_role("link", name="差し戻す"))
    for heading, reason in REASONS.items():
        hand.press(page.locator("summary", has_text=heading).first)
        hand.write(page.locator("details[open] textarea").last, reason)
    hand.press(page.get_by_role("button", name="差し戻す"))
    expect(page.locator(".way [aria-current]")).to_have_text(re.compile(r"差戻し\s*2か所"))


def mend(page: Page, hand: Mouse) -> None:
    hand.press(page.get_by_role("link", name=re.compile("^直す")))
    page.wait_for_selector("html[data-ready=editor]")
    first = page.locator(".part[data-section]").first.get_attribute("data-section")
    scope = opened(page, hand, f"{first}/data_subject_scope")
    expect(scope.get_by_text("範囲に家族を含むか書いてください。")).to_be_visible()
    hand.write(scope.locator(".typed > textarea"), f"{SCOPE}及びその同居の家族")
    closed(page, f"{first}/data_subject_scope")
    counts = opened(page, hand, f"{first}/record_counts")
    hand.write(counts.get_by_label("件数（1行目）", exact=True), "９００")
    closed(page, f"{first}/record_counts")


def bring_back(page: Page, hand: Mouse, paper: Consultation) -> None:
    hand.press(page.get_by_role("link", name="履歴"))
    change = page.locator(".told", has_text="対象となる個人の範囲").first
    expect(change.locator("ins")).to_contain_text("及びその同居の家族")
    hand.press(change.get_by_role("button", name="この見出しを前の状態に戻す"))
    expect(page.get_by_role("status").first).to_contain_text("戻しました")
    first = material_of(fresh(paper)).parts[0].key
    assert text_of(paper, f"{first}/data_subject_scope") == SCOPE
    assert Revision.objects.latest("pk").act == "restored"


def fresh(paper: Consultation) -> Consultation:
    return Consultation.objects.get(pk=paper.pk)


def text_of(paper: Consultation, place: str) -> str:
    return places(material_of(fresh(paper)))[place].text
