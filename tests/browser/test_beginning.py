"""A paper begins: the title is proposed while one types, a text is looked at before it is kept, a copy is confirmed."""

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from consultations.models import Consultation, LegalInstrument, Provision
from tests.browser.conftest import PHONE, Desk
from tests.conftest import People
from tests.consultations.papers import SAMPLES

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "「図書館業務」における外部委託に伴う個人情報の保護措置及び外部の電子計算機との回線結合について"


@pytest.fixture
def law(people: People) -> None:
    """In force until March 2023: on a later day the basis is asked for."""
    ordinance = LegalInstrument.objects.create(title="さくら区個人情報保護条例", valid_to=datetime.date(2023, 3, 31))
    for kind, article in (("outsourcing", "第１０条"), ("line_connection", "第１７条第４号")):
        Provision.objects.create(instrument=ordinance, kind=kind, article=article)


def fill_in(page: Page) -> None:
    page.get_by_role("checkbox", name="外部委託に伴う個人情報の保護措置").check()
    page.get_by_role("checkbox", name="外部の電子計算機との回線結合").check()
    page.get_by_label("業務の名称", exact=True).fill("図書館業務")
    page.get_by_label("副題").fill("読書通帳の発行")
    page.get_by_label("諮問日").fill("2022-11-25")


@pytest.mark.usefixtures("law")
def test_the_title_follows_what_is_typed_until_someone_writes_it_otherwise(desk: Desk, people: People) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    page.get_by_role("link", name="諮問をつくる").click()
    expect(page.get_by_label("利用する業務の名称")).to_be_hidden()
    fill_in(page)
    subject, purpose = page.get_by_label("件名"), page.get_by_label("諮問の趣旨")
    expect(subject).to_have_value(TITLE)
    expect(page.get_by_role("status")).to_have_text(f"件名の案：{TITLE}")
    expect(purpose).to_have_value(re.compile("条例（以下「条例」という。）第１０条.*条例第１７条第４号", re.DOTALL))
    expect(page.get_by_text("条項が登録されていません")).to_have_count(0)

    page.get_by_label("諮問日").fill("2026-11-26")
    expect(page.get_by_text("外部委託、回線結合について、令和8年11月26日に使える条項")).to_be_visible()
    page.get_by_label("要綱", exact=True).check()
    page.get_by_label("要綱の名称と条項").fill("さくら区諮問要綱第２条")
    expect(purpose).to_have_value(re.compile("さくら区諮問要綱第２条の規定に基づき諮問する。$"))
    subject.fill("読書通帳の発行に伴う個人情報の取扱いについて")
    page.get_by_label("業務の名称", exact=True).fill("文化業務")
    expect(purpose).to_have_value(re.compile("「文化業務」"))
    expect(subject).to_have_value("読書通帳の発行に伴う個人情報の取扱いについて")

    page.get_by_role("button", name="この内容でつくる").click()
    paper = Consultation.objects.get()
    expect(page).to_have_url(f"{desk.base}/consultations/{paper.pk}/edit/")
    assert paper.subject == "読書通帳の発行に伴う個人情報の取扱いについて"


@pytest.mark.usefixtures("law")
def test_without_scripts_the_proposal_is_asked_for_with_a_button(desk: Desk, people: People) -> None:
    page = desk.page
    empty = {"body": "", "content_type": "text/javascript"}
    page.context.route(re.compile(r"proposing\.js$"), lambda route: route.fulfill(**empty))
    desk.enter_as(people.kiriyama)
    desk.go("/consultations/new/")
    fill_in(page)
    page.get_by_role("button", name="件名の案を見る").click()
    expect(page.get_by_label("件名")).to_have_value(TITLE)
    expect(page.get_by_role("checkbox", name="回線結合")).to_be_checked()
    page.get_by_role("button", name="この内容でつくる").click()
    expect(page).to_have_url(re.compile(r"/edit/$"))
    assert Consultation.objects.get().subject == TITLE


def test_what_is_missing_leads_to_its_place(desk: Desk, people: People) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    desk.go("/consultations/new/")
    page.get_by_role("button", name="この内容でつくる").click()
    alert = page.get_by_role("alert")
    alert.get_by_role("link", name="諮問の種類を一つ以上選んでください。").click()
    expect(page.locator("#id_chosen")).to_be_focused()
    expect(page.locator("#id_chosen").get_by_text("諮問の種類を一つ以上選んでください。")).to_be_visible()
    assert desk.barriers() == []


def test_a_text_is_looked_at_before_it_is_kept(desk: Desk, people: People) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    desk.go("/")
    page.get_by_role("link", name="ファイルから読み込む").click()
    page.get_by_label("テキストファイル").set_input_files(SAMPLES / "951.txt")
    page.get_by_role("button", name="読み取る").click()
    expect(page.get_by_text("まだ何も保存していません。")).to_be_visible()
    source = page.get_by_role("region", name="諮問第９５１号の文")
    expect(source.get_by_text("有限会社髙﨑商店")).to_be_attached()
    expect(page.get_by_text("すべて読み取れました")).to_be_visible()
    assert Consultation.objects.count() == 0

    page.get_by_text("読み取った文を直す").click()
    text = page.get_by_label("読み取った文", exact=True)
    text.fill(text.input_value().replace("予約資料自宅配送サービス業務委託", "予約資料宅配業務委託"))
    page.get_by_role("button", name="この内容でつくる").click()
    expect(page.get_by_text("まだ何も保存していません。")).to_be_visible()
    expect(source.get_by_text("予約資料宅配業務委託")).to_be_attached()
    page.get_by_role("button", name="この内容でつくる").click()
    expect(page).to_have_url(re.compile(r"/edit/$"))
    assert Consultation.objects.get().number_printed == ""


def test_a_copy_is_confirmed_and_can_be_an_amendment(desk: Desk, people: People, delivery: Consultation) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    desk.go(f"/consultations/{delivery.pk}/")
    page.get_by_role("link", name="写してつくる").click()
    expect(page.get_by_role("heading", name="写さないもの")).to_be_visible()
    page.get_by_role("link", name="項目の追加だけを諮問する").click()
    page.get_by_label("個人情報の保護に関する法律第129条").check()
    page.get_by_role("button", name="この内容でつくる").click()
    expect(page).to_have_url(re.compile(r"/edit/$"))
    assert Consultation.objects.latest("pk").is_amendment


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize("size", [PHONE])
def test_every_page_that_begins_a_paper_is_open_to_everybody(
    desk: Desk, people: People, delivery: Consultation, size: tuple[int, int]
) -> None:
    desk.size(size)
    desk.enter_as(people.shiraishi)
    barriers = {}
    case = f"/consultations/{delivery.pk}/"
    for address in ("/consultations/new/", f"{case}copy/", f"{case}amend/", "/reports/new/", "/consultations/import/"):
        desk.go(address)
        barriers[address] = (desk.barriers(), desk.runs_over())
    desk.page.get_by_label("審議資料の文").fill((SAMPLES / "954.txt").read_text("utf-8"))
    desk.page.get_by_role("button", name="読み取る").click()
    expect(desk.page.get_by_text("まだ何も保存していません。")).to_be_visible()
    barriers["understood"] = (desk.barriers(), desk.runs_over())
    assert barriers == dict.fromkeys(barriers, ([], 0))
