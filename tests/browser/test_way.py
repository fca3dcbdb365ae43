"""Sending a paper back, as a secretary does it: heading by heading, with the count in sight, on any screen."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from consultations.documents import material_of
from consultations.models import Comment, Consultation
from consultations.services import way
from consultations.services.materials import begin_consultation
from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk
from tests.conftest import People

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def submitted(people: People, certificates: Consultation) -> Consultation:
    """Three sections of the registry, handed in."""
    draft = begin_consultation(replace(material_of(certificates), number="", slip=""), people.kubodera)
    return way.submit(draft, people.kubodera)


def test_two_headings_go_back_and_the_department_reads_why(desk: Desk, people: People, submitted: Consultation) -> None:
    page = desk.page
    desk.enter_as(people.shiraishi)
    desk.go(f"/consultations/{submitted.pk}/")
    page.get_by_role("link", name="差し戻す").click()
    status = page.get_by_role("status")
    expect(status).to_have_text("理由を書いた見出しを差し戻します。理由は所管課にそのまま届きます。")
    page.get_by_role("button", name="差し戻す").click()
    expect(page.get_by_role("alert")).to_contain_text("理由がまだありません。")

    for heading, reason in (("第１の３", "期間を書き足してください。"), ("第２の２", "項目を確かめてください。")):
        page.locator("summary", has_text=heading).first.press("Enter")
        page.keyboard.type(reason)
    expect(status).to_have_text("2か所を差し戻します。理由は所管課にそのまま届きます。")
    page.get_by_label("直しの期限").fill("2020-01-01")
    page.get_by_role("button", name="差し戻す").click()
    page.get_by_role("link", name="直しの期限が、今日より前です。日付を確かめてください。").click()
    expect(page.get_by_label("直しの期限")).to_be_focused()
    page.get_by_label("直しの期限").fill("2099-03-31")
    page.get_by_role("button", name="差し戻す").click()
    expect(page.get_by_role("status")).to_have_text("差し戻しました。理由は所管課に届いています。")
    expect(page.locator(".way [aria-current]")).to_have_text(re.compile("差戻し\\s*2か所"))

    desk.enter_as(people.kubodera)
    desk.go(f"/consultations/{submitted.pk}/")
    page.get_by_role("link", name="やり取り").click()
    talk = page.get_by_role("region", name="第１の３", exact=False)
    expect(talk).to_contain_text("期間を書き足してください。")
    talk.get_by_role("textbox").fill("書き足しました。")
    talk.get_by_role("button", name="送る").click()
    talk.get_by_role("button", name="解決にする").click()
    expect(talk.get_by_role("button", name="まだ解決していないことにする")).to_be_visible()
    assert Comment.objects.filter(resolved_at=None).count() == 1


@pytest.mark.parametrize("size", [DESKTOP, PHONE, ZOOMED])
def test_the_pages_of_the_way_are_open_to_everybody(
    desk: Desk, people: People, submitted: Consultation, size: tuple[int, int]
) -> None:
    desk.size(size)
    desk.enter_as(people.shiraishi)
    address = f"/consultations/{submitted.pk}/"
    found = {}

    def look(name: str) -> None:
        found[name] = (desk.barriers(), desk.runs_over())

    for step in ("accept", "return", "withdraw"):
        desk.go(f"{address}{step}/")
        look(step)
    for heading in ("第１の３", "第２の２"):
        desk.go(f"{address}return/") if heading == "第１の３" else None
        desk.page.locator("summary", has_text=heading).first.click()
        desk.page.keyboard.type("項目を確かめてください。")
    look("return, filled in")
    desk.page.get_by_role("button", name="差し戻す").click()
    look("returned")
    desk.go(f"{address}comments/")
    look("talk")
    desk.go(f"{address}withdraw/")
    desk.page.get_by_role("button", name="取り下げる").click()
    look("withdraw, refused")
    assert found == dict.fromkeys(found, ([], 0))


def test_without_scripts_a_paper_is_returned_all_the_same(desk: Desk, people: People, submitted: Consultation) -> None:
    desk.page.context.route(re.compile(r"\.js$"), lambda route: route.fulfill(body="", content_type="text/javascript"))
    desk.enter_as(people.shiraishi)
    desk.go(f"/consultations/{submitted.pk}/return/")
    desk.page.locator("summary", has_text="第１の３").first.click()
    desk.page.get_by_label("理由（第１の３", exact=False).first.fill("項目を確かめてください。")
    desk.page.get_by_role("button", name="差し戻す").click()
    expect(desk.page.get_by_role("status")).to_have_text("差し戻しました。理由は所管課に届いています。")
