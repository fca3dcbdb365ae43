"""Headings, sections and 別紙 in the editor: moved, renamed, left out, brought back, added; by keyboard and by hand."""

import re

import pytest
from playwright.sync_api import Page, expect

from consultations.documents import material_of
from consultations.enums import PaperState
from consultations.models import Consultation
from consultations.sections.places import places
from tests.browser.conftest import Desk
from tests.browser.test_editor import edit, item, open_
from tests.conftest import People

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(desk: Desk, people: People, certificates: Consultation) -> Page:
    """The editor of a paper of four sections."""
    certificates.state = PaperState.RETURNED
    certificates.save()
    desk.enter_as(people.kubodera)
    return edit(desk, certificates)


def now() -> list[str]:
    return list(places(material_of(Consultation.objects.get())))


def spoken(page: Page, words: str) -> None:
    expect(page.locator("#spoken")).to_have_text(words)


def test_headings_move_by_keyboard_and_by_hand(page: Page) -> None:
    before = now()
    content, scope = "s1/content", "s1/data_subject_scope"
    item(page, content).locator(".item__open").focus()
    page.keyboard.press("Alt+ArrowUp")
    spoken(page, "1番目に移しました。")
    assert now().index(content) == before.index(content) - 1
    expect(item(page, content).locator("h3 > span")).to_have_text("１")
    page.keyboard.press("Alt+ArrowUp")
    spoken(page, "いちばん上です。")
    page.keyboard.press("Alt+ArrowDown")
    spoken(page, "2番目に移しました。")
    assert now() == before
    item(page, scope).hover()
    item(page, scope).locator(".grip").drag_to(item(page, "s1/outsourcing_title"))
    spoken(page, "1番目に移しました。")
    assert now().index(scope) == before.index("s1/outsourcing_title")


def test_sections_move_and_their_references_follow(page: Page) -> None:
    card = page.locator(".part[data-section=s1]")
    card.get_by_role("button", name=re.compile("を下へ$")).first.click()
    spoken(page, "2番目に移しました。")
    parts = [part.key for part in material_of(Consultation.objects.get()).parts]
    assert parts[:2] == ["s2", "s1"]
    expect(page.locator(".part[data-section=s1] h2")).to_contain_text("第２")


def test_a_heading_is_renamed_left_out_and_brought_back(page: Page) -> None:
    place = "s1/transfer_method"
    open_(page, place)
    item(page, place).get_by_role("button", name="見出しを変える").click()
    item(page, place).get_by_label("見出し", exact=True).fill("授受の方法（予定）")
    item(page, place).get_by_role("button", name="この見出しにする").click()
    spoken(page, "見出しを変えました。")
    text = places(material_of(Consultation.objects.get()))[place].text
    item(page, place).get_by_role("button", name="外す").click()
    spoken(page, "外しました。履歴から戻せます。")
    assert place not in now()
    page.get_by_role("button", name="「委託先との個人情報の授受の方法」を入れる").click()
    expect(item(page, place)).to_have_class(re.compile("is-open"))
    assert places(material_of(Consultation.objects.get()))[place].text == text


def test_free_headings_sections_and_prefaces_are_added_and_opened(page: Page) -> None:
    before = set(now())
    page.locator(".part[data-section=s1]").get_by_role("button", name="見出しを足す").click()
    expect(page.locator(".item.is-open .rename input")).to_be_visible()
    (added,) = set(now()) - before
    assert added.startswith("s1/free-")
    page.get_by_label("足す部の種類").select_option("indirect_collection")
    page.get_by_role("button", name="部を足す").click()
    expect(page.locator(".part[data-section]")).to_have_count(5)
    assert len(material_of(Consultation.objects.get()).parts) == 5
