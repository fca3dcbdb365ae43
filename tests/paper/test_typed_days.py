"""Days as people type them into a spreadsheet."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paper.digits import Digits
from paper.typed_days import read_day
from paper.wareki import CalendarDate, write

DAY = datetime.date(2026, 4, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "令和8年4月1日",
        "令和８年４月１日（水）",
        "令和八年四月一日",
        "R8.4.1",
        "Ｒ８．４．１",
        "r08.04.01",
        "R8/4/1",
        "R8年4月1日",
        "令8.4.1",
        "令和8.4.1",
        "㋿8.4.1",
        "2026/4/1",
        "2026/04/01",
        "2026-04-01",
        "2026.4.1",
        "2026年4月1日",
        " 2026 / 4 / 1 ",
    ],
)
def test_the_usual_shapes_of_a_day(typed: str) -> None:
    assert read_day(typed) == DAY


def test_older_eras_and_first_years() -> None:
    assert read_day("H元.4.1") == datetime.date(1989, 4, 1)
    assert read_day("平成31年4月30日") == datetime.date(2019, 4, 30)
    assert read_day("S63.4.1") == datetime.date(1988, 4, 1)


@pytest.mark.parametrize(
    "typed",
    ["", "4月1日", "令和8年4月", "令和8年度", "2026-02-30", "R8.13.1", "R0.1.1", "8/4/1", "2026/4-1", "46113", "未定"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed) is None


@given(st.dates(datetime.date(1868, 10, 23), datetime.date(2199, 12, 31)))
def test_every_day_comes_back_from_every_shape(day: datetime.date) -> None:
    shapes = (day.isoformat(), f"{day.year}/{day.month}/{day.day}", write(CalendarDate.of(day), Digits.HALF))
    assert {read_day(shape) for shape in shapes} == {day}


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert read_day(text) is None or isinstance(read_day(text), datetime.date)
