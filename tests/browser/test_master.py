"""The secretariat keeps what papers refer to: by hand, and with a table pasted from a spreadsheet."""

import datetime

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from consultations.models import Consultation, Department, DepartmentName, Official, Post
from council.models import Member
from tests.browser.conftest import PHONE, Desk
from tests.conftest import People

pytestmark = pytest.mark.django_db(transaction=True)

TABLE = """氏名\t読み\t所属\t職名\t就任日\t退任日\t内線
髙橋 葵\tたかはし あおい\t教育部中央図書館\t館長\t\tR8.3.31\t100
𠮷田 薫\tよしだ かおる\t教育部中央図書館\t館長\t令和8年4月1日\t\t100
"""


def roster_of(page: Page, table: str) -> None:
    page.get_by_label("表", exact=True).fill(table)
    page.get_by_role("button", name="内容を確かめる").click()


def test_a_pasted_roster_is_shown_before_it_is_taken_in(desk: Desk, people: People) -> None:
    library = people.kiriyama.departments.get()
    Official.objects.create(name="髙橋 葵", reading="たかはし あおい").posts.create(title="館長", department=library)
    desk.enter_as(people.shiraishi)
    page = desk.page
    page.get_by_role("link", name="管理").click()
    page.get_by_role("link", name="職員").click()
    page.get_by_role("link", name="表を貼り付ける").click()

    roster_of(page, TABLE.replace("R8.3.31", "三月末"))
    expect(page.get_by_role("alert")).to_contain_text("2行目 退任日の「三月末」を読めませんでした。")
    expect(page.get_by_role("button", name="この内容で登録する")).to_have_count(0)
    page.get_by_role("alert").get_by_role("link", name="2行目").click()
    expect(page.get_by_label("表", exact=True)).to_be_focused()

    roster_of(page, TABLE)
    ended = page.get_by_role("row", name="髙橋 葵")
    expect(ended).to_contain_text("終わる")
    expect(ended.locator("ins")).to_have_text("追加：令和8年3月31日")
    expect(page.get_by_role("row", name="𠮷田 薫")).to_contain_text("新しく加わる")
    expect(page.get_by_text("「内線」の列は読みません。")).to_be_visible()
    assert Post.objects.count() == 1
    page.get_by_role("button", name="この内容で登録する").click()
    expect(page.get_by_role("status")).to_contain_text("職員の表を登録しました。")
    page.get_by_role("link", name="𠮷田 薫").click()
    expect(page.get_by_text("令和8年4月1日から")).to_be_visible()
    expect(page.get_by_role("region", name="変更の記録")).to_contain_text("白石 由衣 職「館長」を登録")


@pytest.mark.parametrize("size", [PHONE])
@pytest.mark.usefixtures("lists")
def test_every_page_is_open_to_everybody_of_the_secretariat(
    desk: Desk, people: People, delivery: Consultation, size: tuple[int, int]
) -> None:
    desk.size(size)
    desk.enter_as(people.shiraishi)
    fill_the_ward(people)
    barriers = {}
    for name, address in addresses().items():
        desk.go(address)
        barriers[name] = (desk.barriers(), desk.runs_over())
    for name in ("master_officials_roster", "master_reorganise"):
        desk.go(reverse(name))
        ask(desk.page, name)
        barriers[f"{name} shown"] = (desk.barriers(), desk.runs_over())
        desk.page.get_by_label("表", exact=True).or_(desk.page.get_by_label("引き継ぐ日")).fill("あ")
        desk.page.get_by_role("button", name="内容を確かめる").click()
        expect(desk.page.get_by_role("alert").first).to_be_visible()
        barriers[f"{name} refused"] = (desk.barriers(), desk.runs_over())
    assert barriers == dict.fromkeys(barriers, ([], 0))


def fill_the_ward(people: People) -> None:
    """Something in every table of every page."""
    library = people.kiriyama.departments.get()
    library.names.update(valid_to=datetime.date(2026, 3, 31))
    DepartmentName.objects.create(department=library, name="教育部中央図書館サービス課", valid_from="2026-04-01")
    Official.objects.get().posts.create(title="館長", department=library, valid_to="2023-03-31")


def addresses() -> dict[str, str]:
    plain = (
        "master",
        "master_departments",
        "master_new_department",
        "master_departments_roster",
        "master_reorganise",
        "master_officials",
        "master_officials_roster",
        "master_instruments",
        "master_members",
        "master_new_member",
    )
    rows = {
        "master_department": Department,
        "master_rename": Department,
        "master_official": Official,
        "master_new_post": Official,
        "master_member": Member,
        "master_new_office": Member,
    }
    found = {name: reverse(name) for name in plain}
    found |= {name: reverse(name, args=[model._default_manager.earliest("pk").pk]) for name, model in rows.items()}
    return found


def ask(page: Page, name: str) -> None:
    if name == "master_reorganise":
        page.get_by_label("引き継ぐ日").fill("R9.4.1")
        page.get_by_role("group", name="前の課", exact=True).get_by_label("教育部中央図書館サービス課").check()
        page.get_by_label("新しくできる後継の課").fill("教育部図書館課 としょかんか")
        page.get_by_role("button", name="内容を確かめる").click()
    else:
        roster_of(page, TABLE)
    expect(page.get_by_role("heading", name="登録すると、こうなります")).to_be_visible()
