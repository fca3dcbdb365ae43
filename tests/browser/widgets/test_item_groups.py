"""Items by groups and flows: ① and 新たな項目 by one key each."""

import pytest
from playwright.sync_api import expect

from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import Flow
from tests.browser.conftest import Desk
from tests.browser.widgets.page import CITY, DELIVERY, FLOWS, ITEMS, OTHERS, PERSON, Widgets, entry, open_items
from tests.consultations.test_field_types import FIELDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]


def test_new_items_and_groups(desk: Desk) -> None:
    widgets = open_items(desk, "氏名、住所", ())
    entry(widgets, "項目")
    widgets.press("Alt+n")
    assert widgets.text() == "新たな項目：氏名、住所"
    assert widgets.said() == "「項目」を「新たな項目」にしました"
    expect(widgets.page.locator(".chip--new")).to_have_count(2)
    widgets.press("Alt+g")
    assert widgets.focused_label() == "①の名前"
    assert widgets.said() == "①を足しました。名前を入れてください。"
    widgets.type("納税義務者")
    widgets.press("Alt+g")
    widgets.type("扶養親族")
    widgets.press("Enter")
    assert widgets.focused_label() == "②扶養親族に項目を足す"
    widgets.type("続柄")
    assert widgets.text() == "①納税義務者\n新たな項目：氏名、住所\n②扶養親族\n続柄"
    widgets.page.get_by_label("①納税義務者を外す").click()
    assert widgets.text() == "①扶養親族\n続柄"
    widgets.page.get_by_label("①扶養親族を外す").click()
    assert widgets.text() == "続柄", "the last group leaves its items behind"


def test_a_group_has_the_flows_of_the_form(desk: Desk) -> None:
    widgets = Widgets(desk, ITEMS)
    entry(widgets, FLOWS[0])
    widgets.press("Alt+g")
    widgets.type("配送業務")
    widgets.press("Alt+g")
    widgets.type("回収業務")
    assert widgets.text() == f"①配送業務\n{DELIVERY}\n②回収業務\n{CITY}\n{PERSON}\n{OTHERS}"
    value = FIELDS["FlowItemsType"].read(widgets.text(), Context())
    assert [(entry.group, entry.flow) for entry in value.lists] == [
        (group, flow) for group in ("配送業務", "回収業務") for flow in Flow
    ]


def test_groups_under_each_flow(desk: Desk) -> None:
    widgets = open_items(desk, f"{CITY}\n①本人\n氏名\n②家族\n続柄\n{PERSON}\n①本人\n住所")
    entry(widgets, "②家族")
    widgets.press("Alt+g")
    widgets.type("代理人")
    widgets.press("Enter")
    widgets.type("氏名")
    assert widgets.text() == f"{CITY}\n①本人\n氏名\n②家族\n続柄\n③代理人\n氏名\n{PERSON}\n①本人\n住所"
    widgets.page.get_by_label("①本人を外す").first.click()
    assert widgets.text() == f"{CITY}\n①家族\n続柄\n②代理人\n氏名\n{PERSON}\n①本人\n住所"


def test_a_whole_text_pasted_into_an_empty_heading(desk: Desk) -> None:
    widgets = open_items(desk)
    widgets.press("Tab")
    widgets.paste(
        "①登録業務\r\n　・区から委託先へ提供するもの\r\n　　氏名、住所\r\n\r\n②捜索業務\r\n登録番号、呼び名\r\n"
    )
    assert widgets.text() == f"①登録業務\n{CITY}\n氏名、住所\n②捜索業務\n登録番号、呼び名"
    assert widgets.said() == "4項目を入れました"
