"""The history in the browser: the timeline is read, two states are compared, a heading goes back."""

import re

import pytest
from playwright.sync_api import expect

from consultations.enums import PaperState, RevisionAct
from consultations.models import Comment, Consultation
from consultations.models.of_paper import owner
from consultations.queries.revisions import material_at
from consultations.sections.edits import AddHeading, Move, Remove
from consultations.sections.places import places
from consultations.services.drafts import keep_draft, set_draft_aside
from consultations.services.editing import commit
from consultations.services.materials import begin_consultation
from tests.browser.conftest import PHONE, Desk
from tests.conftest import People
from tests.consultations.test_history import PAPER, now, step, there, write

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worked_on(people: People) -> Consultation:
    """A consultation of the library that came back with reasons and was worked on since."""
    paper, kiriyama = begin_consultation(PAPER, people.kiriyama), people.kiriyama
    write(paper, kiriyama, "annex/a1/table", "区分\t項目\n利用者\t氏名、住所\n職員\t氏名\n委託先\t担当者の氏名")
    step(paper, kiriyama, RevisionAct.SUBMITTED, PaperState.SUBMITTED)
    Comment.objects.create(**owner(paper), place="s1/data_items", by=people.shiraishi, text="詳しく", is_reason=True)
    step(paper, people.shiraishi, RevisionAct.RETURNED, PaperState.RETURNED)
    write(paper, kiriyama, "s1/purpose", "図書館に来ることが難しい人の家へ、予約した資料を届ける。")
    write(
        paper,
        kiriyama,
        "s1/purpose",
        "図書館に来ることが難しい区民の家へ、予約した資料を届け、読み終えた資料を受け取る。",
    )
    commit(paper, kiriyama, [Move("s1/start_and_duration", "s1/purpose"), Move("s2", "s1")])
    commit(paper, kiriyama, [AddHeading("s1", title="そのほか", text="運用の手引を別に定める。", new="x")])
    commit(paper, kiriyama, [Remove("preface/p1", places(now(paper))["preface/p1"].mark)])
    keep_draft(paper, kiriyama, "s1/purpose", "使わなかったほうの文。", "x")
    set_draft_aside(paper, kiriyama, "s1/purpose")
    return paper


def test_a_heading_is_found_in_the_timeline_and_goes_back(desk: Desk, people: People, worked_on: Consultation) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    desk.go(f"/consultations/{worked_on.pk}/history/")
    page.get_by_label("見出し", exact=True).select_option("s1/purpose")
    page.get_by_role("button", name="この見出しの履歴を見る").click()
    expect(page.locator(".log > li")).to_have_count(4)
    latest = page.locator(".log > li").nth(1)
    expect(latest.locator("ins").last).to_contain_text("受け取")
    latest.get_by_role("button", name="この見出しを前の状態に戻す").click()
    expect(page.get_by_role("status")).to_contain_text("見出しを版5の状態に戻しました。")
    assert there(worked_on)["s1/purpose"].text == "図書館に来ることが難しい人の家へ、予約した資料を届ける。"
    page.get_by_role("button", name="見出しごと入れ直す").click()
    expect(page.get_by_role("status")).to_contain_text("に戻しました。")
    assert "preface/p1" in there(worked_on)


def test_two_states_are_chosen_and_compared(desk: Desk, people: People, worked_on: Consultation) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    desk.go(f"/consultations/{worked_on.pk}/history/")
    page.get_by_label("比べる", exact=True).select_option("1")
    page.get_by_label("と", exact=True).select_option("now")
    page.get_by_role("button", name="比べる").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"版1（.*）といまの違い"))
    expect(page.get_by_text("から移動").first).to_be_visible()
    row = page.get_by_role("row").filter(has_text="担当者の氏名")
    expect(row.locator("ins").first).to_contain_text("委託先")
    added = page.locator("ins").first
    assert "underline" in added.evaluate("each => getComputedStyle(each).textDecorationLine")
    assert "line-through" in page.locator("del").first.evaluate("each => getComputedStyle(each).textDecorationLine")
    folded = page.locator("details", has_text="変わっていません").first
    expect(folded.locator("p").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("p").first).to_be_visible()


def test_a_whole_state_is_looked_at_and_brought_back(desk: Desk, people: People, worked_on: Consultation) -> None:
    page = desk.page
    desk.enter_as(people.kiriyama)
    desk.go(f"/consultations/{worked_on.pk}/history/")
    page.get_by_role("link", name="版1の全体を見る").click()
    expect(page.get_by_text("いまの内容ではありません。")).to_be_visible()
    paper = page.frame_locator("iframe")
    expect(paper.get_by_text("《事業の概要》")).to_be_visible()
    page.get_by_role("button", name="全体をこの状態に戻す").click()
    expect(page.get_by_role("status")).to_contain_text("全体を版1の状態に戻しました。")
    assert places(now(worked_on)) == places(material_at(worked_on, 1))


@pytest.mark.parametrize("size", [PHONE])
def test_the_history_is_open_to_everybody(
    desk: Desk, people: People, worked_on: Consultation, size: tuple[int, int]
) -> None:
    desk.size(size)
    desk.enter_as(people.kiriyama)
    history = f"/consultations/{worked_on.pk}/history/"
    found = {}
    for name, address in (("timeline", ""), ("compare", "compare/?from=1"), ("state", "1/")):
        desk.go(f"{history}{address}")
        found[name] = (desk.barriers(), desk.runs_over())
    desk.go(f"{history}6/")
    write(worked_on, people.kiriyama, "head/subtitle", "新しい副題")
    desk.page.get_by_role("button", name="全体をこの状態に戻す").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("この案件は、そのあいだに変わりました。")
    found["asked"] = (desk.barriers(), desk.runs_over())
    desk.complaints[:] = [each for each in desk.complaints if "409" not in each]  # the browser logs the status
    assert found == dict.fromkeys(found, ([], 0))
