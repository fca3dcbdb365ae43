"""和暦: every date that is written is read again; what old papers print is understood, what no calendar has is not."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paper.digits import Digits
from paper.wareki import CalendarDate, Found, Third, find, read, write
from tests.paper.almost_dates import ALMOST_DATES, of_length

days = st.dates(datetime.date(1868, 10, 23), datetime.date(2100, 12, 31)).map(CalendarDate.of)
years = st.integers(1868, 2100)
dates = st.one_of(
    days,
    st.builds(CalendarDate, years, st.integers(1, 12)),
    st.builds(CalendarDate, years, st.integers(1, 12), third=st.sampled_from(Third)),
    st.builds(CalendarDate, years, fiscal=st.booleans()),
)


@given(dates, st.sampled_from(Digits))
def test_what_is_written_is_read_as_the_same_date(date: CalendarDate, digits: Digits) -> None:
    assert read(write(date, digits)) == date


@given(dates, st.sampled_from(Digits), st.sampled_from(" 　"))
def test_a_letter_spaced_date_is_the_same_date(date: CalendarDate, digits: Digits, space: str) -> None:
    assert read(space.join(write(date, digits))) == date


@given(dates, dates, st.sampled_from(Digits))
def test_dates_are_found_where_they_stand_in_a_sentence(
    first: CalendarDate, last: CalendarDate, digits: Digits
) -> None:
    text = f"期間は{write(first, digits)}から{' '.join(write(last, digits))}まで"
    found = find(text)
    assert [found_one.date for found_one in found] == [first, last]
    assert text[found[0].start : found[0].end] == write(first, digits)
    assert text[found[1].start : found[1].end] == " ".join(write(last, digits))


@given(st.text(alphabet="令和平成昭元年度月日上中下旬12４〇十(火曜) 　\n㋿20", max_size=60))
def test_every_found_date_reads_alone_as_the_same_date(text: str) -> None:
    assert [read(text[one.start : one.end]) for one in find(text)] == [one.date for one in find(text)]


@given(days)
def test_the_iso_form_of_a_day_is_that_day(date: CalendarDate) -> None:
    assert CalendarDate.of(datetime.date.fromisoformat(date.iso)) == date


@pytest.mark.parametrize(
    ("date", "iso", "printed"),
    [
        (CalendarDate(2022, 6, 17), "2022-06-17", "令和４年６月１７日"),
        (CalendarDate(2022, 7), "2022-07", "令和４年７月"),
        (CalendarDate(2022, 7, third=Third.LATE), "2022-07", "令和４年７月下旬"),
        (CalendarDate(2022), "2022", "令和４年"),
        (CalendarDate(2022, fiscal=True), "2022", "令和４年度"),
    ],
)
def test_as_precise_as_the_paper(date: CalendarDate, iso: str, printed: str) -> None:
    assert (date.iso, write(date), read(printed)) == (iso, printed, date)


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        (CalendarDate(1868, 10, 23), "明治元年10月23日"),
        (CalendarDate(1912, 7, 29), "明治45年7月29日"),
        (CalendarDate(1912, 7, 30), "大正元年7月30日"),
        (CalendarDate(1926, 12, 24), "大正15年12月24日"),
        (CalendarDate(1926, 12, 25), "昭和元年12月25日"),
        (CalendarDate(1989, 1, 7), "昭和64年1月7日"),
        (CalendarDate(1989, 1, 8), "平成元年1月8日"),
        (CalendarDate(1989, 1, third=Third.EARLY), "平成元年1月上旬"),
        (CalendarDate(1912, 7, third=Third.MIDDLE), "明治45年7月中旬"),
        (CalendarDate(2019, 4, 30), "平成31年4月30日"),
        (CalendarDate(2019, 5, 1), "令和元年5月1日"),
        (CalendarDate(2019, 4), "平成31年4月"),
        (CalendarDate(2019, 5), "令和元年5月"),
        (CalendarDate(2019), "令和元年"),
        (CalendarDate(2018, fiscal=True), "平成30年度"),
        (CalendarDate(2019, fiscal=True), "令和元年度"),
        (CalendarDate(1988, fiscal=True), "昭和63年度"),
    ],
)
def test_the_edges_of_eras(date: CalendarDate, printed: str) -> None:
    assert write(date, Digits.HALF) == printed
    assert read(printed) == date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("平成31年度", "2019"),
        ("平成40年３月", "2028-03"),
        ("令和１年５月１日", "2019-05-01"),
        ("２０２２年７月1日", "2022-07-01"),
        ("2022年", "2022"),
        (" 令 和 ４ 年 ６ 月 １ ７ 日 ", "2022-06-17"),
        ("令和４年１２月２７日(火)", "2022-12-27"),
        ("令和４年12月27日（火曜日）", "2022-12-27"),
        ("㋿４年７月", "2022-07"),
        ("平成二十五年五月三十一日", "2013-05-31"),
        ("平成十年十月十日", "1998-10-10"),
        ("二〇二二年七月", "2022-07"),
    ],
)
def test_other_ways_a_paper_prints_a_date(printed: str, iso: str) -> None:
    date = read(printed)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "令和",
        "令和４年２月３０日",
        "令和４年１３月",
        "令和４年０月",
        "令和０年",
        "令和十十年",
        "令和４年７月から",
        "12022年7月",
        "９９９９年",
        "2022年間",
        "令和４年６月１７日（犬）",
        "７月１日",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) is None


def test_an_impossible_date_is_not_found_in_part() -> None:
    assert find("令和４年２月３０日と令和４年３月１日") == (Found(10, 18, CalendarDate(2022, 3, 1)),)


@pytest.mark.parametrize("odd", ALMOST_DATES)
def test_many_almost_dates_are_read_like_ten_of_them(odd: str) -> None:
    """How the time grows with the text is a figure of bin/bench."""
    text = of_length(odd, 20_000)
    assert len(find(text)) == len(find(odd * 10)) * (len(text) // len(odd * 10))
    assert read(text) is None


@pytest.mark.parametrize(
    "parts",
    [
        {"year": 1867},
        {"year": 2200},
        {"year": 2022, "day": 1},
        {"year": 2022, "third": Third.EARLY},
        {"year": 2022, "month": 13},
        {"year": 2022, "month": 0},
        {"year": 2022, "month": 2, "day": 29},
        {"year": 2022, "month": 2, "fiscal": True},
        {"year": 2022, "month": 2, "day": 1, "third": Third.EARLY},
    ],
)
def test_a_date_that_cannot_be_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        CalendarDate(**parts)
