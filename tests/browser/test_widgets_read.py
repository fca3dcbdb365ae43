"""The editor's controls and the server read the same: no text is changed, and what is typed is understood."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems, ItemList
from consultations.sections.fields.record_counts import Count, Per, RecordCounts, _number
from consultations.sections.fields.wording import split_items
from consultations.sections.fields.yes_no import Answer
from consultations.sections.reference import Reference
from tests.consultations.papers import KIND_SAMPLES, SAMPLES, read_file
from tests.consultations.test_field_types import FIELDS, WORDS

CONTEXT = Context()
GRAMMARS = {"FlowItemsType": "items", "DataItemsType": "items", "RecordCountsType": "counts", "YesNoType": "yesNo"}
READ = """([grammar, texts]) => texts.map((text) => {
  const { parse, write } = grammars[grammar];
  const model = parse(text);
  return model && write(model) === text ? model : null;
})"""
MORE_WORDS = [
    "②",
    "（ア）",
    "※",
    "。",
    "および",
    "第３の５（２）のとおり",
    "〜",
    "３月",
    "月間",
    "有",
    "無",
    "し",
    "り",
]
of_words = st.lists(st.sampled_from([*WORDS, *MORE_WORDS]), max_size=10).map("".join)
count_lines = st.tuples(
    st.sampled_from(["", "", "①", "② "]),
    st.sampled_from(["", "申込者", "令和４年度", "令和５年度以降", "（うち転入者", "１０", "二"]),
    st.sampled_from(["", "\u3000", " ", "：", "、", ": "]),
    st.sampled_from(["", "", "年間", "年間 "]),
    st.sampled_from(["約", "", "およそ "]),
    st.sampled_from(["１，２００", "1.5万", "３万 4,000", "７", "未定", ""]),
    st.sampled_from(["件", "人", "名", " 世帯"]),
    st.sampled_from(["", "（年間）", "（月）", "／年", " (1月あたり)", "以上"]),
).map("".join)
count_texts = st.lists(
    st.one_of(count_lines, st.sampled_from(["①受付業務", "②", "第３の５（２）のとおり"])), max_size=4
)
typed_texts = st.one_of(st.text(max_size=40), of_words, count_texts.map("\n".join))


@pytest.fixture(scope="module")
def pure(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page on which the pure parts of the widgets can be asked."""
    page = browser.new_page()
    page.goto(f"{live_server.url}/static/css/app.css")
    modules = {
        "items": "items_grammar",
        "counts": "counts_grammar",
        "yesNo": "yes_no_grammar",
        "tsv": "tsv",
        "cut": "text",
    }
    for name, module in modules.items():
        page.evaluate(
            "async ([name, url]) => { globalThis.grammars ??= {}; grammars[name] = await import(url) }",
            [name, f"/static/js/editor/{module}.js"],
        )
    yield page
    page.close()


def printed_texts() -> dict[str, list[str]]:
    """The texts of the sample materials by the name of their field type."""
    found: dict[str, list[str]] = {name: [] for name in GRAMMARS}
    for path in sorted([*SAMPLES.glob("*.txt"), *KIND_SAMPLES.glob("*.txt")]):
        for part in read_file(path).parts:
            for entry in part.outline:
                spec = part.body.fields.get(entry.key)
                name = type(spec.type).__name__ if spec else ""
                if spec and name in GRAMMARS:
                    found[name].append(spec.write(getattr(part.body, entry.key), CONTEXT))
    return found


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_text_of_the_samples_is_worked_on_with_controls(pure: Page, name: str) -> None:
    texts = printed_texts()[name]
    models = pure.evaluate(READ, [GRAMMARS[name], texts])
    assert len(texts) >= 4
    assert [text for text, model in zip(texts, models, strict=True) if model is None] == []
    for text, model in zip(texts, models, strict=True):
        agrees(name, text, model)


@pytest.mark.parametrize("name", GRAMMARS)
@settings(max_examples=100)
@given(texts=st.lists(typed_texts, min_size=10, max_size=30))
def test_any_text_is_read_as_the_server_reads_it_or_left_alone(pure: Page, name: str, texts: list[str]) -> None:
    for text, model in zip(texts, pure.evaluate(READ, [GRAMMARS[name], texts]), strict=True):
        if model is not None:
            agrees(name, text, model)


def agrees(name: str, text: str, model: dict[str, Any]) -> None:
    value = FIELDS[name].read(text, CONTEXT)
    {"items": agree_on_items, "counts": agree_on_counts, "yesNo": agree_on_answer}[GRAMMARS[name]](model, value, text)


def agree_on_items(model: dict[str, Any], value: DataItems | Reference, text: str) -> None:
    lists = [understood(lane) for lane in lanes(model)]
    if isinstance(value, Reference):
        assert [entry.reference for entry in lists] == [value], text
        return
    said = [entry for entry in lists if not entry.is_blank or entry.flow]
    assert [entry for entry in said if not entry.is_blank] == [
        plain(entry) for entry in value.lists if not entry.is_blank
    ], text


def lanes(model: dict[str, Any]) -> list[dict[str, Any]]:
    """Each lane with the group it stands under."""
    group: str | None = None
    found = []
    for lane in model["lanes"]:
        for head in lane["heads"]:
            if head["kind"] == "group":
                group = head["name"]
            elif model["outer"] == "flow":
                group = None
        found.append({**lane["body"], "group": group})
    return found


def understood(body: dict[str, Any]) -> ItemList:
    return ItemList(
        group=body["group"],
        items=tuple(body["items"]),
        nothing=bool(body["word"]),
        additions=bool(body["additions"]),
        reference=Reference(body["reference"].strip()) if body["reference"] else None,
    )


def plain(entry: ItemList) -> ItemList:
    return ItemList(entry.group, None, entry.items, entry.nothing, entry.additions, entry.reference)


def agree_on_counts(model: dict[str, Any], value: RecordCounts | Reference, text: str) -> None:
    if isinstance(value, Reference):
        assert model["reference"] == value.printed, text
        return
    rows = [(group, row) for group in model["groups"] for row in group["rows"]]
    shown = [(group["name"].strip() if group["mark"] else None, row["label"] or None) for group, row in rows]
    assert shown == [(count.group, count.label) for count in value.counts], text
    assert [_number(row["number"].removeprefix("およそ")) for _, row in rows] == [
        count.count for count in value.counts
    ], text
    assert [row["unit"] for _, row in rows] == [count.unit for count in value.counts], text
    assert [per(row) for _, row in rows] == [count.per for count in value.counts], text


def per(row: dict[str, Any]) -> Per | None:
    said = row["lead"] + row["per"]
    return Per.YEAR if "年" in said else Per.MONTH if "月" in said else None


def agree_on_answer(model: dict[str, Any], value: Answer | Reference, text: str) -> None:
    if isinstance(value, Reference):
        assert (model["word"], model["explanation"]) == ("", text)
        return
    answers = {"": None, "あり": True, "有り": True, "有": True, "なし": False, "無し": False, "無": False}
    assert answers[model["word"]] == value.yes, text


@settings(max_examples=60)
@given(texts=st.lists(typed_texts, min_size=5, max_size=30))
def test_a_sentence_is_cut_where_the_server_cuts_it(pure: Page, texts: list[str]) -> None:
    cut = pure.evaluate("(texts) => texts.map(grammars.cut.splitItems)", texts)
    assert [tuple(items) for items in cut] == [split_items(text) for text in texts]


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("氏名、住所、心身の状況（既往歴、服薬等）。", ["氏名", "住所", "心身の状況（既往歴、服薬等）"]),
        ("氏名，手数料１，０００円，住所", ["氏名", "手数料１，０００円", "住所"]),
        ("氏名\t住所\r\n電話番号\t生年月日\r\n", ["氏名", "住所", "電話番号", "生年月日"]),
        ("・氏名\n・住所\n\n・続柄", ["氏名", "住所", "続柄"]),
        ("申込みの内容（日時、\n場所）、氏名", ["申込みの内容（日時、場所）", "氏名"]),
        ("氏名（かな\n住所\n電話番号", ["氏名（かな", "住所", "電話番号"]),
        ("髙﨑の葛\U000e0100、𠮷", ["髙﨑の葛\U000e0100", "𠮷"]),
        ("、、\n", []),
    ],
)
def test_what_is_pasted_becomes_items(pure: Page, pasted: str, items: list[str]) -> None:
    assert pure.evaluate("(text) => grammars.cut.pieces(text)", pasted) == items


cells = st.one_of(
    st.sampled_from(["", "氏名", '"', "a\tb", "一\n二", 'なか"ぐち', '""', " ", "，"]), st.text(max_size=6)
)
tables = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5)


@settings(max_examples=150)
@given(rows=tables)
def test_cells_are_written_as_spreadsheets_write_them(pure: Page, rows: list[list[str]]) -> None:
    rows = [[cell.replace("\r", "") for cell in row] for row in rows]
    written = pure.evaluate("(rows) => grammars.tsv.write(rows)", rows)
    assert pure.evaluate("(text) => grammars.tsv.parse(text)", written) == rows
    if written:
        assert list(csv.reader(io.StringIO(written, newline=""), delimiter="\t", strict=True)) == rows


def test_quotes_of_other_programs_stay_quotes(pure: Page) -> None:
    parse = "(text) => grammars.tsv.parsePasted(text)"
    assert pure.evaluate(parse, '"未完\t住所\r\n2"型\t"二行の\nメモ"\r\n') == [
        ['"未完', "住所"],
        ['2"型', "二行の\nメモ"],
    ]


def test_a_count_is_what_the_row_says(pure: Page) -> None:
    write = "(rows) => grammars.counts.write({ groups: [{ mark: '', name: '', rows }], reference: '' })"
    row = {
        "mark": "",
        "label": "申込者",
        "gap": "\u3000",
        "lead": "",
        "number": "約１，２００",
        "unit": "件",
        "per": "（月間）",
    }
    text = pure.evaluate(write, [row])
    assert text == "申込者\u3000約１，２００件（月間）"
    assert FIELDS["RecordCountsType"].read(text, CONTEXT) == RecordCounts((Count("申込者", 1200, True, per=Per.MONTH),))
