"""The municipality, with defaults before anybody entered it, and the form of its numbers."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from consultations.enums import Noun, SeriesSort
from consultations.models import Municipality, NumberSeries
from consultations.queries.municipality import current_municipality
from paper.digits import Digits

pytestmark = pytest.mark.django_db


def test_a_database_that_is_only_migrated_works_with_defaults() -> None:
    municipality = current_municipality()
    assert municipality.pk is None
    assert (municipality.noun, municipality.executive_title) == ("区", "区長")
    assert Digits(municipality.material_digits) is Digits.FULL
    assert Digits(municipality.minutes_digits) is Digits.SINGLE_FULL


def test_the_municipality_that_was_entered_is_the_one_used() -> None:
    Municipality.objects.create(name="かえで市", noun=Noun.CITY, executive_title="市長")
    assert (current_municipality().name, current_municipality().noun) == ("かえで市", "市")


def test_each_council_has_one_series_of_each_sort() -> None:
    NumberSeries.objects.create(council_name="さくら区審議会", sort=SeriesSort.CONSULTATION, last=951)
    NumberSeries.objects.create(council_name="さくら区審議会", sort=SeriesSort.REPORT, printed="報告第{number}号")
    with pytest.raises(IntegrityError):
        NumberSeries.objects.create(council_name="さくら区審議会", sort=SeriesSort.CONSULTATION)


@pytest.mark.parametrize("printed", ["諮問第{number}号", "令{year}-{number}", "さ区情第{number}号"])
def test_a_number_is_printed_as_the_municipality_wants(printed: str) -> None:
    series = NumberSeries(council_name="さくら区審議会", printed=printed)
    series.full_clean()
    assert "4" in series.printed.format(number=4, year=5)


@pytest.mark.parametrize(
    "printed", ["諮問", "諮問{}号", "{number}{number}", "{number}{x}", "{number:>9}", "{number!r}", "{number"]
)
def test_a_number_without_one_place_for_it_is_refused_with_an_example(printed: str) -> None:
    with pytest.raises(ValidationError, match="番号の入る位置") as refused:
        NumberSeries(council_name="さくら区審議会", printed=printed).full_clean()
    assert set(refused.value.message_dict) == {"printed"}


def test_what_was_entered_before_is_in_the_history() -> None:
    municipality = Municipality.objects.create(name="さくら区")
    municipality.name = "新さくら区"
    municipality.save()
    assert [past.name for past in municipality.history.all()] == ["新さくら区", "さくら区"]
