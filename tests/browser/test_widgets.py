"""The typed widgets of the editor, by keyboard and by mouse: what people do, and the text it makes."""

import json

import pytest
from playwright.sync_api import Route, expect

from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems, Flow, ItemList
from consultations.sections.reference import Reference
from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk
from tests.browser.widgets.page import FLOWS, Box, Widgets, focused
from tests.conftest import People
from tests.consultations.test_field_types import FIELDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("people")]

CITY, PERSON, OTHERS = (f"・{title}" for title in FLOWS)
DELIVERY = f"{CITY}\n氏名、住所\n{PERSON}\n配送を希望する日時、受取りの方法（対面・置き配）\n{OTHERS}\nなし"
ITEMS = Box("items", "個人情報の項目", DELIVERY, FLOWS)
COUNTS = Box("counts", "件数（見込み）", "①申込者　約１，２００件（年間）\n②受取人　約３００件", digits="full")
ANSWER = Box("yes_no", "共用の有無", "あり\n委託先の他の業務と共用する。")
TABLE = Box("grid", "別紙", "項目\t区分\n氏名\t必須\n住所\t任意")


def open_items(desk: Desk, text: str = "", flows: tuple[str, ...] = FLOWS) -> Widgets:
    return Widgets(desk, Box("items", "個人情報の項目", text, flows))


def entry(widgets: Widgets, lane: str) -> None:
    widgets.page.get_by_label(f"{lane}に項目を足す").focus()


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
    paste = "(text) => document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: (() => { const d = new DataTransfer(); d.setData('text/plain', text); return d })(), bubbles: true, cancelable: true }))"
    until_drawn = "const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
    timed = f"async (text) => {{ {until_drawn}; const start = performance.now(); ({paste})(text); await drawn(); return performance.now() - start }}"
    pasted = widgets.ask(timed, block)
    widgets.page.locator("tr").nth(500).locator("td").nth(5).click()
    key = widgets.ask(
        f"async () => {{ {until_drawn}; const start = performance.now(); document.execCommand('insertText', false, '字'); await drawn(); return performance.now() - start }}"
    )
    assert widgets.text().split("\n")[500].split("\t")[5] == "500の5字"
    print(f"paste {pasted:.0f} ms, key {key:.0f} ms")
    assert pasted < 1000
    assert key < 150


@pytest.mark.parametrize("size", [DESKTOP, PHONE, ZOOMED])
def test_the_widgets_are_open_to_everybody(desk: Desk, size: tuple[int, int]) -> None:
    desk.size(size)
    groups = f"①配送業務\n{CITY}\n新たな項目：氏名\n{PERSON}\n新たな項目：なし\n{OTHERS}\n上記と同項目"
    empty = [Box("items", "項目", "", FLOWS), Box("counts", "件数"), Box("yes_no", "有無"), Box("grid", "別紙")]
    plain = Box("items", "読み方の分からない項目", "氏名\n\n住所")
    boxes = [ITEMS, Box("items", "項目の組", groups, FLOWS), COUNTS, ANSWER, TABLE, *empty, plain]
    Widgets(desk, *boxes)
    assert (desk.barriers(), desk.runs_over()) == ([], 0)


@pytest.mark.parametrize(("widget", "between"), [("items", "、"), ("grid", "\t"), ("grid", "\n")])
def test_three_megabytes_pasted_are_all_there_as_text(desk: Desk, widget: str, between: str) -> None:
    widgets = Widgets(desk, Box(widget, "見出し"))
    widgets.press("Tab")
    pasted = between.join(["氏名"] * 1_000_000)
    widgets.paste(pasted)
    expect(widgets.page.locator("#box-0")).to_be_focused()
    assert widgets.ask("() => document.querySelector('#box-0').value.length") >= len(pasted)
    assert widgets.ask("() => document.querySelector('#box-0').value.match(/氏名/g).length") == 1_000_000
    expect(widgets.page.get_by_text("この書き方は、文のまま直します。")).to_be_visible()
