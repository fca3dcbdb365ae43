"""The text of the heading is the one truth: nothing of it is lost, and it is one button away."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk
from tests.browser.widgets.page import ANSWER, CITY, COUNTS, FLOWS, ITEMS, OTHERS, PERSON, TABLE, Box, Widgets

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]


@pytest.mark.parametrize(
    ("widget", "text"),
    [
        ("items", "氏名\n\n住所"),
        ("items", "・氏名\n・住所"),
        ("items", "氏名、、住所 "),
        ("counts", "未定（令和８年度に調べる。）"),
        ("counts", "１０～２０件"),
        ("yes_no", "ありません"),
        ("grid", '項目\t区分\n2"型\t任意'),
    ],
)
def test_what_is_not_understood_stays_as_it_is(desk: Desk, widget: str, text: str) -> None:
    widgets = Widgets(desk, Box(widget, "見出し", text))
    area = widgets.page.locator("#box-0")
    expect(area).to_be_visible()
    expect(widgets.page.get_by_text("この書き方は、文のまま直します。")).to_be_visible()
    expect(widgets.page.get_by_role("button")).to_have_count(0)
    assert widgets.text() == text
    area.focus()
    widgets.press("Control+End")
    widgets.type("あ")
    assert widgets.ask("() => saved.at(-1)") == f"{text}あ"


def test_the_text_itself_is_one_button_away(desk: Desk) -> None:
    widgets = Widgets(desk, ITEMS)
    widgets.page.get_by_role("button", name="文のまま直す").click()
    area = widgets.page.locator("#box-0")
    expect(area).to_be_focused()
    area.fill("氏名、\n住所")
    expect(widgets.page.get_by_text("この書き方は、文のまま直します。")).to_be_visible()
    area.fill("氏名、住所")
    widgets.page.get_by_role("button", name="項目で直す").click()
    expect(area).to_be_hidden()
    expect(widgets.page.locator(".chip")).to_have_text(["氏名", "住所"])
    assert widgets.focused_label() == "項目に項目を足す"


def test_a_text_from_elsewhere_is_shown_at_once(desk: Desk) -> None:
    widgets = Widgets(desk, ITEMS, COUNTS, ANSWER, TABLE)
    widgets.set("氏名", 0)
    expect(widgets.page.locator(".chip")).to_have_text(["氏名"])
    widgets.set("約５件", 1)
    expect(widgets.page.get_by_label("件数（1行目）")).to_have_value("約５")
    widgets.set("なし", 2)
    expect(widgets.page.get_by_role("radio", name="なし")).to_be_checked()
    widgets.set("列\n値", 3)
    expect(widgets.page.locator("td").last).to_have_text("")
    assert widgets.ask("() => saved") == [], "nothing was written back"
    widgets.set("氏名\n\n住所", 0)
    expect(widgets.page.locator("#box-0")).to_be_visible()


@pytest.mark.parametrize(("widget", "between"), [("items", "、"), ("grid", "\t"), ("grid", "\n")])
def test_far_too_much_is_all_there_as_text(desk: Desk, widget: str, between: str) -> None:
    widgets = Widgets(desk, Box(widget, "見出し"))
    widgets.press("Tab")
    pasted = between.join(["氏名"] * 60_000)
    widgets.paste(pasted)
    expect(widgets.page.locator("#box-0")).to_be_focused()
    assert widgets.ask("() => document.querySelector('#box-0').value.length") >= len(pasted)
    assert widgets.ask("() => document.querySelector('#box-0').value.match(/氏名/g).length") == 60_000
    expect(widgets.page.get_by_text("この書き方は、文のまま直します。")).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE, ZOOMED])
def test_the_widgets_are_open_to_everybody(desk: Desk, size: tuple[int, int]) -> None:
    desk.size(size)
    groups = f"①配送業務\n{CITY}\n新たな項目：氏名\n{PERSON}\n新たな項目：なし\n{OTHERS}\n上記と同項目"
    empty = [Box("items", "項目", "", FLOWS), Box("counts", "件数"), Box("yes_no", "有無"), Box("grid", "別紙")]
    plain = Box("items", "読み方の分からない項目", "氏名\n\n住所")
    boxes = [ITEMS, Box("items", "項目の組", groups, FLOWS), COUNTS, ANSWER, TABLE, *empty, plain]
    Widgets(desk, *boxes)
    assert (desk.barriers(), desk.runs_over()) == ([], 0)
