"""The rules of a day: ordinances end, the threshold table answers each question once."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from consultations.enums import AssessmentLevel
from consultations.models import (
    AssessmentThreshold,
    ContractRider,
    DeliberationPoint,
    LegalInstrument,
    Provision,
    ReviewViewpoint,
)
from consultations.queries.law import (
    assessment_level,
    points_in_force,
    provision_in_force,
    provisions_in_force,
    threshold_in_force,
    viewpoints_in_force,
)

pytestmark = pytest.mark.django_db

BEFORE, AFTER = datetime.date(2023, 3, 31), datetime.date(2023, 4, 1)
NONE, BASIC, PRIORITY, FULL = AssessmentLevel


@pytest.fixture
def ordinance() -> LegalInstrument:
    old = LegalInstrument.objects.create(title="さくら区個人情報保護条例", valid_to=BEFORE)
    Provision.objects.create(instrument=old, kind="line_connection", article="第１７条第４号")
    Provision.objects.create(instrument=old, kind="outsourcing", article="第１０条")
    return old


@pytest.mark.usefixtures("ordinance")
def test_a_consultation_rests_on_the_provision_of_its_day() -> None:
    found = provision_in_force("line_connection", BEFORE)
    assert str(found) == "さくら区個人情報保護条例第１７条第４号"
    assert provision_in_force("line_connection", AFTER) is None
    assert provision_in_force("pia_review", BEFORE) is None


def test_an_article_can_be_renumbered_while_its_instrument_stays(ordinance: LegalInstrument) -> None:
    day = datetime.date(2020, 4, 1)
    ordinance.provisions.filter(kind="outsourcing").update(valid_to=day - datetime.timedelta(days=1))
    Provision.objects.create(instrument=ordinance, kind="outsourcing", article="第１３条", valid_from=day)
    assert [each.article for each in provisions_in_force("outsourcing", day)] == ["第１３条"]


def test_a_kind_may_rest_on_several_provisions(ordinance: LegalInstrument) -> None:
    Provision.objects.create(instrument=ordinance, kind="outsourcing", article="第１０条の２")
    assert [each.article for each in provisions_in_force("outsourcing", BEFORE)] == [
        "第１０条",
        "第１０条の２",
    ]


@pytest.mark.parametrize(
    ("subjects", "large", "incident_only", "neither"),
    [
        (0, NONE, NONE, NONE),
        (999, NONE, NONE, NONE),
        (1_000, BASIC, BASIC, BASIC),
        (9_999, BASIC, BASIC, BASIC),
        (10_000, PRIORITY, PRIORITY, BASIC),
        (99_999, PRIORITY, PRIORITY, BASIC),
        (100_000, FULL, FULL, PRIORITY),
        (299_999, FULL, FULL, PRIORITY),
        (300_000, FULL, FULL, FULL),
        (14_000_000, FULL, FULL, FULL),
    ],
)
def test_every_cell_of_the_threshold_table(
    subjects: int, large: AssessmentLevel, incident_only: AssessmentLevel, neither: AssessmentLevel
) -> None:
    assert assessment_level(subjects, 500, False, AFTER) is large
    assert assessment_level(subjects, 500, True, AFTER) is large
    assert assessment_level(subjects, 499, True, AFTER) is incident_only
    assert assessment_level(subjects, 499, False, AFTER) is neither


def test_exactly_one_cell_answers_each_question() -> None:
    for subjects in (0, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 299_999, 300_000):
        for handlers in (499, 500):
            for incident in (False, True):
                cell = threshold_in_force(subjects, handlers, incident, AFTER)
                assert cell is not None
                AssessmentThreshold.objects.filter(pk=cell.pk).update(valid_to=BEFORE)
                assert threshold_in_force(subjects, handlers, incident, AFTER) is None
                AssessmentThreshold.objects.filter(pk=cell.pk).update(valid_to=None)


def test_before_the_law_there_was_no_assessment() -> None:
    assert assessment_level(300_000, 500, True, datetime.date(2014, 4, 19)) is None
    assert assessment_level(300_000, 500, True, datetime.date(2014, 4, 20)) is FULL


def test_the_points_shipped_are_those_of_the_time_of_the_ordinances() -> None:
    points = list(points_in_force(BEFORE))
    assert [str(point) for point in points] == [
        "1 収集禁止事項の収集（要確認）",
        "2 本人外収集（要確認）",
        "3 外部委託",
        "4 目的外利用",
        "5 外部提供（要確認）",
        "6 電子計算機への記録",
        "7 回線結合",
        "8 その他（要確認）",
    ]
    assert not points_in_force(AFTER).exists()


def test_the_viewpoints_shipped_are_in_the_order_of_the_guideline() -> None:
    viewpoints = list(viewpoints_in_force(AFTER))
    assert [viewpoint.number for viewpoint in viewpoints] == list(range(1, 13))
    assert [viewpoint.get_aspect_display() for viewpoint in viewpoints] == ["適合性"] * 6 + ["妥当性"] * 6
    assert str(viewpoints[0]) == "（1）しきい値判断に誤りはないか。（要確認）"
    assert not any(viewpoint.is_confirmed for viewpoint in viewpoints)
    assert not viewpoints_in_force(datetime.date(2014, 4, 19)).exists()


def test_what_was_shipped_stays_in_the_history_when_it_is_changed() -> None:
    point = DeliberationPoint.objects.get(number=5)
    point.label = "外部への提供"
    point.save()
    assert [past.label for past in point.history.all()] == ["外部への提供", "外部提供"]


def test_a_number_means_one_thing_a_day() -> None:
    following = DeliberationPoint(number=3, label="委託", valid_from=BEFORE)
    with pytest.raises(ValidationError, match="期間が重なっています"):
        following.full_clean()
    following.valid_from = AFTER
    following.full_clean()


def test_a_row_is_no_obstacle_to_itself() -> None:
    ReviewViewpoint.objects.get(number=1).full_clean()


def test_riders_are_entered_once_and_have_their_time() -> None:
    ContractRider.objects.create(name="電算業務の委託に係る特記事項", valid_to=BEFORE)
    assert [str(rider) for rider in ContractRider.objects.in_force(BEFORE)] == ["電算業務の委託に係る特記事項"]
    assert not ContractRider.objects.in_force(AFTER).exists()
