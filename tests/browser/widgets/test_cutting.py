"""Sentences cut into items, blocks of cells into cells."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from consultations.sections.fields.wording import split_items
from tests.browser.widgets.test_reading import typed_texts


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
