"""別紙 as a table: pasted from a spreadsheet, typed, large."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Desk
from tests.browser.widgets.page import TABLE, Box, Widgets, focused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]


def test_a_table_pasted_from_a_spreadsheet(desk: Desk) -> None:
    widgets = Widgets(desk, Box("grid", "別紙"))
    widgets.press("Tab")
    assert widgets.focused_label() == "1列目の題"
    widgets.press("Tab", "Tab")
    widgets.paste('項目\t区分\t備考\r\n氏名\t必須\t"二行の\nメモ"\r\n')
    assert widgets.text() == '項目\t区分\t備考\n氏名\t必須\t"二行の\nメモ"'
    assert (widgets.said(), widgets.focused_label()) == ("2行を貼り付けました", "1列目の題")
    widgets.press("Tab", "Tab", "ArrowDown")
    assert widgets.focused_label() == "1行目　備考"
    widgets.press("Enter")
    assert widgets.focused_label() == "2行目　備考"
    widgets.paste("a\tb\nc\td")
    assert widgets.text() == '項目\t区分\t備考\t\n氏名\t必須\t"二行の\nメモ"\t\n\t\ta\tb\n\t\tc\td'
    widgets.page.get_by_role("button", name="元に戻す").click()
    assert widgets.text().endswith('\t"二行の\nメモ"\n\t\t')


def test_a_table_by_keyboard(desk: Desk) -> None:
    widgets = Widgets(desk, TABLE)
    widgets.press("Tab", "ArrowDown")
    assert widgets.focused_label() == "1行目　項目"
    widgets.press("Alt+ArrowDown")
    assert (widgets.said(), widgets.focused_label()) == ("2行目に移しました", "2行目　項目")
    assert widgets.text() == "項目\t区分\n住所\t任意\n氏名\t必須"
    widgets.press("Alt+ArrowDown")
    assert widgets.said() == "これより先へは移せません"
    widgets.press("Alt+l")
    widgets.type("電話")
    widgets.press("Alt+Enter")
    widgets.type("番号")
    widgets.press("Alt+k")
    assert widgets.text() == '項目\t\t区分\n住所\t\t任意\n氏名\t\t必須\n"電話\n番号"\t\t'
    widgets.press("Alt+Shift+Delete")
    assert (widgets.said(), widgets.focused_label()) == ("2列目を外しました", "3行目　区分")
    widgets.press("Shift+Tab", "ArrowLeft")
    widgets.press("Alt+Delete")
    assert widgets.text() == "項目\t区分\n住所\t任意\n氏名\t必須"
    widgets.type("本人")
    widgets.press("Escape")
    assert widgets.text() == "項目\t区分\n住所\t任意\n氏名\t必須"
    widgets.press("End", "Tab", "Tab")
    assert focused(widgets.page).inner_text().startswith("行を足す"), "the table does not hold the focus"
    widgets.press("Shift+Tab")
    assert widgets.focused_label() == "2行目　区分"


def test_a_thousand_rows_of_ten_cells_stay_usable(desk: Desk) -> None:
    widgets = Widgets(desk, Box("grid", "別紙"))
    widgets.press("Tab")
    block = "\r\n".join("\t".join(f"{row}の{column}" for column in range(10)) for row in range(1000))
    pasted = widgets.ask("(text) => timed(() => paste(text))", block)
    expect(widgets.page.locator("tr")).to_have_count(1000)
    widgets.page.locator("tr").nth(500).locator("td").nth(5).click()
    keys = [widgets.ask("() => timed(() => document.execCommand('insertText', false, '字'))") for _ in range(3)]
    assert widgets.text().split("\n")[500].split("\t")[5] == "500の5字字字"
    print(f"paste {pasted:.0f} ms, key {min(keys):.0f} ms")  # shown by pytest -s
    assert pasted < 1000
    assert min(keys) < 150
