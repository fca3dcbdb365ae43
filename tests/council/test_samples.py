"""The story of さくら区, as the samples tell it once they are loaded."""

import datetime
import json
from collections import Counter

import pytest
from pytest_django import DjangoAssertNumQueries

from consultations.documents import document_of_report
from consultations.enums import PaperState, RelationSort, Role, SeriesSort
from consultations.models import (
    Consultation,
    ConsultationDepartment,
    ConsultationRelation,
    NumberSeries,
    Report,
    ReportDepartment,
    Section,
    SectionProvision,
    User,
)
from consultations.models.paper import PrintedDepartment
from consultations.queries.departments import name_on, posts_on
from consultations.queries.law import provision_in_force
from consultations.sections.kinds import KINDS
from council.models import Council, Member
from council.queries.members import roster
from council.samples.loading import FIXTURES
from paper.text import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ward")]

D = datetime.date
BEFORE, AFTER = D(2023, 3, 31), D(2023, 4, 1)
COLLECTIVE = set(json.loads((FIXTURES / "sakura.json").read_text("utf-8"))["collective_department_names"])


def numbered(number: int) -> Consultation:
    return Consultation.objects.get(number=number)


def test_fourteen_consultations_of_all_kinds_on_both_sides_of_the_new_law() -> None:
    papers = Consultation.objects.exclude(number=None).order_by("number")
    assert [paper.number for paper in papers] == list(range(951, 965))
    assert [paper.number for paper in papers if paper.state != PaperState.ACCEPTED] == [958]
    assert set(Section.objects.values_list("kind", flat=True)) == {kind.kind for kind in KINDS}
    assert sum(paper.date is not None and paper.date < AFTER for paper in papers) == 10
    assert [paper.number for paper in papers if paper.is_amendment] == [955]
    assert list(Section.objects.filter(consultation=numbered(954)).values_list("kind", flat=True)) == [
        "external_provision",
        "indirect_collection",
        "line_connection",
    ]
    assert [annex.label for annex in numbered(957).annexes.all()] == ["【別紙】"]


def test_both_series_go_on_after_their_highest_number() -> None:
    last = dict(NumberSeries.objects.values_list("sort", "last"))
    assert last == {SeriesSort.CONSULTATION: 964, SeriesSort.REPORT: 125}


@pytest.mark.parametrize("model", [ConsultationDepartment, ReportDepartment])
def test_every_department_is_known_but_the_collective_names(model: type[PrintedDepartment]) -> None:
    lines = model._default_manager.all()
    known = {line.printed for line in lines if line.department}
    assert known
    assert {line.printed for line in lines} - known <= COLLECTIVE
    assert not known & COLLECTIVE


def test_a_renamed_department_prints_its_name_of_the_day() -> None:
    earlier = numbered(959).departments.get(position=0)
    later = numbered(963).departments.get(position=0)
    assert (earlier.printed, later.printed) == ("危機管理部防災課", "危機管理部災害対策課")
    assert earlier.department == later.department
    assert earlier.department is not None
    assert name_on(earlier.department, BEFORE) == "危機管理部防災課"
    assert name_on(earlier.department, AFTER) == "危機管理部災害対策課"


@pytest.mark.parametrize(
    ("day", "title", "department"),
    [
        (D(2022, 11, 25), "防災課長", "危機管理部防災課"),
        (D(2023, 11, 10), "災害対策課長", "危機管理部災害対策課"),
    ],
)
def test_an_official_is_who_they_were_that_day(
    day: D, title: str, department: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        posts = {
            post.official.name: (post.title, post.department and name_on(post.department, day))
            for post in posts_on(day)
        }
    assert posts["葛󠄀西 亮介"] == (title, department)
    assert posts["長谷部 律子"] == ("区長", None)


@pytest.mark.parametrize(
    ("day", "chair", "deputy"),
    [
        (D(2022, 6, 24), "葉山 俊", "花村 敬一"),
        (D(2023, 5, 31), "葉山 俊", "花村 敬一"),
        (D(2023, 6, 1), "花村 敬一", "小野寺 千秋"),
        (D(2026, 7, 1), "花村 敬一", "小野寺 千秋"),
    ],
)
def test_eleven_members_with_the_chair_of_the_day(
    day: D, chair: str, deputy: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    council = Council.objects.get()
    with django_assert_num_queries(2):
        entries = roster(council, day)
        assert [entry.member.name for entry in entries[:2]] == [chair, deputy]
    assert Counter(entry.category for entry in entries) == {"学識経験者": 5, "区民代表": 4, "公募": 2}
    assert [len(entry.offices) for entry in entries] == [1, 1] + [0] * 9


def test_the_subcommittee_got_one_more_member() -> None:
    part = Council.objects.get().subcommittees.get()
    assert [part.offices.in_force(day).count() for day in (BEFORE, D(2023, 6, 1))] == [3, 4]


def test_the_ordinances_provisions_end_with_it() -> None:
    kinds = {kind.kind for kind in KINDS}
    before = {kind: str(provision_in_force(kind, BEFORE)) for kind in kinds if provision_in_force(kind, BEFORE)}
    after = {kind: str(provision_in_force(kind, AFTER)) for kind in kinds if provision_in_force(kind, AFTER)}
    assert kinds - before.keys() == {"general"}
    assert before["outsourcing"] == "さくら区個人情報保護条例第１０条"
    assert after == {
        "general": "個人情報の保護に関する法律第１２９条",
        "pia_review": "特定個人情報保護評価に関する規則第７条第４項",
    }


def test_every_section_rests_on_the_provision_it_cites() -> None:
    numbered_ones = SectionProvision.objects.exclude(section__consultation__number=None)
    cited = numbered_ones.select_related("section__consultation", "provision__instrument")
    assert cited.count() == Section.objects.exclude(consultation__number=None).count()
    assert {row.cited_as for row in cited} == {str(row.provision) for row in cited}
    new_ordinance = cited.get(section__consultation__number=963).provision
    assert new_ordinance is not None
    assert new_ordinance.instrument.number == "令和４年さくら区条例第４１号"


def test_what_exceeds_a_blanket_approval_names_it() -> None:
    relation = ConsultationRelation.objects.get(earlier__isnull=False)
    assert (relation.consultation, relation.earlier) == (numbered(956), numbered(952))
    assert relation.sort == RelationSort.EXCEEDS_BLANKET


def test_reports_print_what_they_say() -> None:
    reports = Report.objects.exclude(number=None).order_by("number")
    assert [report.number for report in reports] == [121, 122, 123, 124, 125]
    printed = text(document_of_report(Report.objects.get(number=121)))
    for said in ("報告第１２１号", "令和４年６月２４日", "総務部情報公開課", "追加した手続", "（３）粗大ごみ処理券"):
        assert said in printed


def test_accounts_see_what_their_role_sees() -> None:
    accounts = {account.username: account for account in User.objects.all()}
    assert Counter(account.role for account in accounts.values()) == {
        Role.SECRETARIAT: 2,
        Role.DEPARTMENT: 3,
        Role.MEMBER: 2,
        Role.READER: 1,
    }
    seen = {
        name: set(Consultation.objects.visible_to(account).exclude(number=None).values_list("number", flat=True))
        for name, account in accounts.items()
    }
    assert seen["shiraishi"] == set(range(951, 965))
    own = {"kiriyama": {951}, "kasai": {959, 963, 964}, "mitsugi": {954, 957}}
    assert {name: seen[name] for name in own} == {name: numbers | {958} for name, numbers in own.items()}
    assert seen["hayama"] == seen["iwasaki"] == seen["morishita"] == {958}
    tied = Member.objects.filter(user__isnull=False)
    assert {member.name: str(member.user) for member in tied} == {"葉山 俊": "葉山 俊", "岩﨑 和枝": "岩﨑 和枝"}
