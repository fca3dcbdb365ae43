"""References picked from the outline with Alt R."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Desk
from tests.browser.widgets.page import Box, Widgets, entry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]


def test_a_reference_is_picked_from_the_outline(desk: Desk) -> None:
    widgets = Widgets(desk, Box("items", "個人情報の項目"))
    after = widgets.page.get_by_label("次の見出し")
    after.focus()
    widgets.press("Alt+r")
    dialog = widgets.page.get_by_role("dialog", name="参照する見出しを選ぶ")
    expect(dialog.get_by_role("option")).to_have_count(4)
    assert desk.barriers() == []
    widgets.type("項目")
    widgets.press("ArrowDown", "Enter")
    expect(dialog).to_have_count(0)
    expect(after).to_be_focused()
    assert after.input_value() == "第３の３（１）のとおり"
    after.fill("対象は、の者とする。")
    after.evaluate("(area) => area.setSelectionRange(4, 4)")
    widgets.press("Alt+r")
    widgets.type("1の3")
    expect(dialog.get_by_role("option")).to_have_text(["第１の３諮問の趣旨"])
    widgets.press("Enter")
    widgets.type("の２")
    assert after.input_value() == "対象は、第１の３の２の者とする。"
    widgets.press("Alt+r")
    widgets.type("ないことば")
    expect(dialog.get_by_text("そのことばの見出しはありません。")).to_be_visible()
    widgets.press("Enter", "Escape")
    expect(dialog).to_have_count(0)
    expect(after).to_be_focused()
    assert after.input_value() == "対象は、第１の３の２の者とする。"
    entry(widgets, "項目")
    widgets.press("Alt+r", "Enter", "Enter")
    assert widgets.text() == "第１の３のとおり"
    expect(widgets.page.locator(".chip--refers")).to_have_text(["第１の３のとおり"])
