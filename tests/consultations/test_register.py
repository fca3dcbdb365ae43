"""The register (諮問・報告台帳) as a workbook and as CSV: what it holds, and that no text becomes a formula."""

import csv
import datetime
import io
from urllib.parse import quote

import pytest
import time_machine
from django.http import FileResponse
from django.test import Client
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pytest_django import DjangoAssertNumQueries

from consultations.enums import PaperState
from consultations.models import Consultation, Report, User
from consultations.spreadsheets import Cell, Column, Sheet, comma_separated, xlsx
from tests.conftest import People, taken_in
from tests.consultations.browsing import signed_in
from tests.consultations.many import many_consultations, many_reports
from tests.consultations.on_the_way import begun

HEADER = (
    *("番号", "件名", "副題", "種類", "所管課", "年度", "諮問日", "諮問日の表記"),
    *("根拠", "先の諮問", "状態", "公開した日"),
)


def kept(user: User, address: str) -> bytes:
    return fetched(signed_in(user), address)


def fetched(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert isinstance(answer, FileResponse)
    return bytes(answer.getvalue())


def workbook(content: bytes) -> Worksheet:
    page = load_workbook(io.BytesIO(content)).active
    assert isinstance(page, Worksheet)
    return page


def table(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "by its byte order mark Excel knows UTF-8"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_workbook_has_real_dates_and_what_a_secretary_looks_up(people: People, certificates: Consultation) -> None:
    certificates.relations.create(sort="amends", cited_as="諮問第１２号")
    page = workbook(kept(people.shiraishi, "/consultations/register.xlsx"))
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == HEADER
    assert rows[1] == (
        "諮問第９５８号",
        certificates.subject,
        "コンビニエンスストア等における住民票の写し等の交付の実施",
        "外部委託、電子計算機への記録、回線結合",
        "区民部戸籍住民課",
        "令和4年度",
        datetime.datetime(2022, 11, 25),  # a workbook knows no time zones
        "令和４年１１月２５日",
        "、".join(f"さくら区個人情報保護条例{article}" for article in ("第１０条", "第１６条第２項", "第１７条第４号")),
        "諮問第１２号（変更する）",
        "受理",
        None,
    )
    assert page["G2"].is_date
    assert page.title == "諮問台帳"


def test_the_workbook_is_ready_to_work_with(people: People, certificates: Consultation) -> None:
    page = workbook(kept(people.shiraishi, "/consultations/register.xlsx"))
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:L2"
    assert page.column_dimensions["B"].width > page.column_dimensions["A"].width > 8
    assert {cell.font.name for row in page.iter_rows() for cell in row if cell.value} == {"游ゴシック"}
    assert page["A1"].font.b
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.print_title_rows) == ("landscape", 9, "$1:$1")


def test_csv_says_the_same(people: People, certificates: Consultation, wrong_address: Report) -> None:
    content = kept(people.shiraishi, "/consultations/register.csv")
    rows = table(content)
    assert tuple(rows[0]) == HEADER
    assert rows[1][4:8] == ["区民部戸籍住民課", "令和4年度", "2022-11-25", "令和４年１１月２５日"]
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    header, row = table(kept(people.kiriyama, "/reports/register.csv"))
    assert header == ["番号", "件名", "副題", "所管課", "年度", "報告日", "報告日の表記", "状態", "公開した日"]
    assert row[:4] == [
        "報告第１２２号",
        "図書の延滞通知の誤送付について",
        "発生の経過及び再発の防止",
        "教育部中央図書館",
    ]
    assert row[4:] == ["令和4年度", "2022-11-25", "令和４年１１月２５日", "受理", ""]


def test_what_is_not_settled_yet_is_left_empty(people: People) -> None:
    draft = begun(people.shiraishi, "点字図書の郵送")
    draft.date_printed = "令和８年２月中旬"
    draft.save()
    row = table(kept(people.shiraishi, "/consultations/register.csv"))[1]
    assert (row[0], row[5:8]) == ("", ["", "", "令和８年２月中旬"])


HARMFUL = ["=1+1", "+81", "-2", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠A1"]


@pytest.mark.parametrize(
    "text", [*HARMFUL, '=HYPERLINK("https://example.org","題")', "https://example.org/", "1", "00"]
)
def test_text_stays_text(people: People, text: str) -> None:
    Consultation.objects.create(subject=text, subtitle="髙﨑𠮷葛󠄀", reached_secretariat=True)
    page = workbook(kept(people.shiraishi, "/consultations/register.xlsx"))
    assert page["B2"].data_type == "s"
    assert str(page["B2"].value).replace("_x000D_", "\r") == text
    assert page["B2"].hyperlink is None
    assert page["C2"].value == "髙﨑𠮷葛󠄀"
    row = table(kept(people.shiraishi, "/consultations/register.csv"))[1]
    assert row[1] == (f"'{text}" if text in HARMFUL or text.startswith("=") else text)


def test_a_quote_a_comma_and_a_line_stay_in_their_cell() -> None:
    rows: list[list[Cell]] = [['「"図書"」, 件名\n二行目', None], ["", datetime.date(1899, 12, 31)]]
    sheet = Sheet("台帳", (Column("件名", 10), Column("日", 10)), rows)
    with comma_separated(sheet) as file:
        written = table(file.read())
    assert written == [
        ["件名", "日"],
        ['「"図書"」, 件名\n二行目', ""],
        ["", "1899-12-31"],
    ]
    with xlsx(sheet) as file:
        page = workbook(file.read())
    assert page["A2"].value == '「"図書"」, 件名\n二行目'
    assert page["B3"].value == "1899-12-31", "a day before the first one a workbook knows"


@time_machine.travel("2026-11-24 10:00:00+09:00", tick=False)
def test_the_files_have_their_name_and_day(people: People) -> None:
    client = signed_in(people.shiraishi)
    for address, name, sort in (
        ("/consultations/register.xlsx", "諮問台帳-2026-11-24.xlsx", "spreadsheetml.sheet"),
        ("/consultations/register.csv", "諮問台帳-2026-11-24.csv", "text/csv"),
        ("/reports/register.xlsx", "報告台帳-2026-11-24.xlsx", "spreadsheetml.sheet"),
        ("/reports/register.csv", "報告台帳-2026-11-24.csv", "text/csv"),
    ):
        answer = client.get(address)
        assert answer.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(name)}"
        assert sort in answer.headers["Content-Type"]
        assert isinstance(answer, FileResponse)
        assert len(answer.getvalue()) == int(answer.headers["Content-Length"])


def test_an_empty_register_has_its_header(people: People) -> None:
    assert table(kept(people.shiraishi, "/consultations/register.csv")) == [list(HEADER)]
    assert workbook(kept(people.shiraishi, "/consultations/register.xlsx")).auto_filter.ref == "A1:L1"


def test_the_register_is_narrowed_as_its_list_and_holds_what_one_may_see(people: People) -> None:
    taken_in("951")
    certificates = taken_in("958")
    begun(people.kiriyama, "点字図書の郵送")

    def numbers(user: User, query: str = "") -> list[str]:
        return [row[0] or row[2] for row in table(kept(user, f"/consultations/register.csv?{query}"))[1:]]

    assert numbers(people.shiraishi) == ["諮問第９５８号", "諮問第９５１号"]
    assert numbers(people.shiraishi, "year=2021") == numbers(people.shiraishi, "q=図書&page=7") == ["諮問第９５１号"]
    assert numbers(people.kiriyama) == ["点字図書の郵送", "諮問第９５１号"]
    assert numbers(people.kubodera) == ["諮問第９５８号"]
    assert numbers(people.hayama) == []
    certificates.published_on = datetime.date(2023, 1, 1)
    certificates.save()
    assert numbers(people.hayama) == ["諮問第９５８号"]
    page = workbook(kept(people.kubodera, "/consultations/register.xlsx?q=配送"))
    assert page.max_row == 1


@pytest.mark.parametrize("rows", [1, 200])
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_register_costs_the_same_for_one_row_and_for_two_hundred(
    people: People, rows: int, suffix: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, user, years, departments offered, the papers, and what hangs on them."""
    many_consultations(rows, people.kiriyama)
    many_reports(rows, people.kiriyama, PaperState.SUBMITTED)
    department, secretariat = signed_in(people.kiriyama), signed_in(people.shiraishi)
    with django_assert_num_queries(9):
        assert fetched(department, f"/consultations/register.{suffix}")
    with django_assert_num_queries(6):
        assert fetched(secretariat, f"/reports/register.{suffix}")
