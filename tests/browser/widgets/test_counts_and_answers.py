"""件数 as rows, あり and なし as a choice."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Desk
from tests.browser.widgets.page import ANSWER, COUNTS, Box, Widgets

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]


def test_counts_as_rows(desk: Desk) -> None:
    widgets = Widgets(desk, COUNTS)
    number = widgets.page.get_by_label("件数（2行目）")
    number.fill("約4500")
    widgets.press("Tab")
    assert widgets.text() == "①申込者　約１，２００件（年間）\n②受取人　約４，５００件"
    widgets.page.get_by_label("期間（2行目）").select_option(label="月間")
    number.press("Enter")
    assert (widgets.focused_label(), widgets.said()) == ("だれの件数か（3行目）", "1行足しました")
    widgets.type("転入者")
    widgets.press("Tab")
    widgets.type("３")
    widgets.press("Alt+ArrowUp")
    assert widgets.said() == "2行目に移しました"
    assert widgets.text() == ("①申込者　約１，２００件（年間）\n②転入者　３件\n③受取人　約４，５００件（月間）")
    widgets.page.get_by_label("1行目を外す").click()
    widgets.page.get_by_label("1行目を外す").click()
    assert widgets.text() == "受取人　約４，５００件（月間）"
    widgets.page.get_by_role("button", name="元に戻す").click()
    assert widgets.text() == "①転入者　３件\n②受取人　約４，５００件（月間）"


def test_an_empty_count_and_one_under_groups(desk: Desk) -> None:
    grouped = Box("counts", "件数の内訳", "①登録業務\n申込者 約６０件（月）\n②保険業務\n登録者　年間約１０件")
    widgets = Widgets(desk, Box("counts", "件数"), grouped, Box("counts", "別の件数", "第３の５（２）のとおり"))
    boxes = widgets.page.locator(".typed")
    boxes.nth(0).get_by_label("件数（1行目）").fill("約７００")
    assert widgets.text(0) == "約７００件"
    boxes.nth(1).get_by_label("件数（1行目）").fill("約７０")
    assert widgets.text(1) == "①登録業務\n申込者 約７０件（月）\n②保険業務\n登録者　年間約１０件"
    boxes.nth(1).get_by_label("期間（2行目）").select_option(label="期間なし")
    assert widgets.text(1).endswith("登録者　約１０件")
    boxes.nth(1).get_by_label("①の名前").fill("登録")
    assert widgets.text(1).startswith("①登録\n申込者")
    boxes.nth(2).get_by_role("button", name="件数を入れる").click()
    assert (widgets.text(2), widgets.focused_label()) == ("", "だれの件数か（1行目）")


def test_yes_or_no(desk: Desk) -> None:
    widgets = Widgets(desk, ANSWER, Box("yes_no", "電算処理の有無"))
    answers = widgets.page.get_by_role("group", name="共用の有無")
    expect(answers.get_by_role("radio", name="あり")).to_be_checked()
    answers.get_by_role("radio", name="なし").check()
    assert widgets.text() == "なし\n委託先の他の業務と共用する。"
    widgets.page.get_by_label("共用の有無の説明").fill("")
    assert widgets.text() == "なし"
    widgets.page.get_by_label("電算処理の有無の説明").fill("登録システムを用いる。")
    assert widgets.text(1) == "登録システムを用いる。"
    widgets.page.get_by_role("group", name="電算処理の有無").get_by_role("radio", name="あり").focus()
    widgets.press("Space")
    assert widgets.text(1) == "あり\n登録システムを用いる。"
