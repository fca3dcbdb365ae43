"""個人情報の項目 as chips, by keyboard and by mouse, and the text they make."""

import json

import pytest
from playwright.sync_api import Route, expect

from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems, Flow, ItemList
from consultations.sections.reference import Reference
from tests.browser.conftest import Desk
from tests.browser.widgets.page import (
    CITY,
    DELIVERY,
    FLOWS,
    ITEMS,
    OTHERS,
    PERSON,
    Box,
    Widgets,
    entry,
    focused,
    open_items,
)
from tests.consultations.test_field_types import FIELDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]


def test_a_heading_of_items_by_keyboard_alone(desk: Desk) -> None:
    widgets = open_items(desk)
    widgets.press("Tab")
    assert widgets.focused_label() == f"{FLOWS[0]}に項目を足す"
    widgets.type("氏名、")
    widgets.type("心身の状況（既往歴、服薬等）")
    widgets.press("Enter")
    widgets.paste("住所、電話番号、手数料１，０００円以上の区分。")
    assert widgets.said() == "3項目を入れました"
    widgets.press("Enter")
    assert widgets.focused_label() == f"{FLOWS[1]}に項目を足す"
    widgets.press("Alt+j")
    assert widgets.said() == f"「{FLOWS[1]}」を「上記と同項目」にしました"
    assert focused(widgets.page).inner_text() == "項目を入れる"
    widgets.press("Tab")
    widgets.press("Alt+0")
    assert widgets.text() == (
        f"{CITY}\n氏名、心身の状況（既往歴、服薬等）、住所、電話番号、手数料１，０００円以上の区分\n"
        f"{PERSON}\n上記と同項目\n{OTHERS}\nなし"
    )
    assert FIELDS["FlowItemsType"].read(widgets.text(), Context()) == DataItems(
        (
            ItemList(
                None,
                Flow.GIVEN_BY_CITY,
                ("氏名", "心身の状況（既往歴、服薬等）", "住所", "電話番号", "手数料１，０００円以上の区分"),
            ),
            ItemList(None, Flow.COLLECTED_FROM_PERSON, reference=Reference("上記と同項目")),
            ItemList(None, Flow.GIVEN_BY_OTHERS, nothing=True),
        )
    )


def test_what_is_half_typed_is_in_the_text_already(desk: Desk) -> None:
    widgets = open_items(desk, "氏名、住所", ())
    entry(widgets, "項目")
    widgets.type("電話")
    assert widgets.text() == "氏名、住所、電話"
    widgets.press("Backspace", "Backspace")
    assert widgets.text() == "氏名、住所"
    widgets.press("Backspace")
    assert focused(widgets.page).input_value() == "住所", "the last one comes back into the field"
    assert widgets.text() == "氏名、住所"
    widgets.type("・番地")
    widgets.press("Tab")
    expect(widgets.page.locator(".chip")).to_have_text(["氏名", "住所・番地"])
    assert widgets.ask("() => saved.at(-1)") == "氏名、住所・番地"


def test_chips_by_arrows_and_moved_by_alt(desk: Desk) -> None:
    widgets = Widgets(desk, ITEMS)
    entry(widgets, FLOWS[0])
    widgets.press("ArrowLeft")
    assert widgets.focused_label() == "住所を外す"
    outline = focused(widgets.page).evaluate("(button) => getComputedStyle(button.closest('.chip')).outline")
    assert "solid 3px" in outline
    widgets.press("ArrowLeft", "Alt+ArrowDown")
    assert (widgets.said(), widgets.focused_label()) == ("氏名を2番目に移しました", "氏名を外す")
    widgets.press("Alt+ArrowDown")
    assert widgets.said() == f"氏名を「{FLOWS[1]}」の1番目に移しました"
    assert widgets.text().startswith(f"{CITY}\n住所\n{PERSON}\n氏名、配送を希望する日時")
    widgets.press("End", "ArrowLeft", "Alt+ArrowDown")
    assert widgets.text().endswith(f"{OTHERS}\n受取りの方法（対面・置き配）"), "なし gives way to an item"
    widgets.press("Alt+ArrowDown")
    assert widgets.said() == "受取りの方法（対面・置き配）は、これより先へ移せません"
    widgets.press("F2")
    assert focused(widgets.page).input_value() == "受取りの方法（対面・置き配）"
    widgets.press("Control+a")
    widgets.type("置き配")
    widgets.press("Enter")
    assert widgets.text().endswith(f"{OTHERS}\n置き配")


def test_an_item_in_the_middle_is_mended_at_its_place(desk: Desk) -> None:
    widgets = open_items(desk, "氏名、じゅうしょ、電話番号", ())
    widgets.page.locator(".chip").get_by_text("じゅうしょ").click()
    assert focused(widgets.page).input_value() == "じゅうしょ"
    widgets.press("Control+a")
    widgets.type("住所")
    widgets.page.get_by_label("電話番号を外す").click()
    assert widgets.text() == "氏名、住所", "the click counts although the typing became an item"
    expect(widgets.page.locator(".chip")).to_have_text(["氏名", "住所"])


def test_what_was_taken_away_can_be_put_back(desk: Desk) -> None:
    widgets = Widgets(desk, ITEMS)
    widgets.page.get_by_label("氏名を外す").click()
    assert widgets.text().startswith(f"{CITY}\n住所\n")
    assert (widgets.said(), widgets.focused_label()) == ("氏名を外しました", "住所を外す")
    widgets.page.get_by_role("button", name="元に戻す").click()
    assert widgets.text() == DELIVERY
    entry(widgets, FLOWS[1])
    widgets.press("Alt+0")
    assert widgets.text() == f"{CITY}\n氏名、住所\n{PERSON}\nなし\n{OTHERS}\nなし"
    widgets.page.get_by_role("button", name="元に戻す").click()
    assert widgets.text() == DELIVERY
    expect(widgets.page.get_by_role("button", name="元に戻す")).to_be_hidden()


def test_the_last_item_gone_leaves_an_empty_heading(desk: Desk) -> None:
    widgets = open_items(desk)
    widgets.press("Tab")
    widgets.type("氏名")
    widgets.press("Enter", "Backspace", "Control+a", "Delete")
    assert widgets.text() == ""
    widgets.press("Alt+j")
    assert widgets.said() == "この上に、同じ項目を指せるものがありません。"


def test_a_conversion_in_progress_ends_nothing(desk: Desk) -> None:
    widgets = open_items(desk, "", ())
    entry(widgets, "項目")
    session = widgets.page.context.new_cdp_session(widgets.page)
    session.send("Input.imeSetComposition", {"text": "しめい、", "selectionStart": 4, "selectionEnd": 4})
    expect(widgets.page.locator(".chip")).to_have_count(0)
    session.send("Input.insertText", {"text": "氏名、"})
    expect(widgets.page.locator(".chip")).to_have_text(["氏名"])
    assert widgets.text() == "氏名"


def test_a_word_typed_as_an_item_is_what_it_says(desk: Desk) -> None:
    widgets = open_items(desk)
    widgets.press("Tab")
    widgets.type("なし")
    widgets.press("Enter")
    expect(widgets.page.locator(".chip--none")).to_have_text(["なし"])
    widgets.page.get_by_role("button", name="項目を入れる").click()
    assert widgets.focused_label() == f"{FLOWS[0]}に項目を足す"


def test_items_used_before_are_offered(desk: Desk) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.split("q=")[1])
        route.fulfill(body=json.dumps({"items": ["電話番号", "電子メールアドレス"]}), content_type="application/json")

    desk.page.route("**/suggest/?q=*", answer)
    widgets = Widgets(desk, Box("items", "個人情報の項目", "氏名", suggest="/suggest/"))
    entry(widgets, "項目")
    widgets.type("電")
    expect(widgets.page.locator("datalist option")).to_have_count(2)
    assert len(asked) == 1
    desk.page.unroute("**/suggest/?q=*")
    desk.page.route("**/suggest/?q=*", lambda route: route.abort())
    with desk.page.expect_event("requestfailed"):
        widgets.type("話")
    expect(widgets.page.locator("datalist option")).to_have_count(0)
    assert widgets.text() == "氏名、電話"
    assert "ERR_FAILED" in desk.complaints.pop(), "the browser itself logs it; nobody is told"
