"""Who sat in the council of さくら区 on a day, in the order of its roster."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from consultations.models import User
from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office, Subcommittee
from council.queries.members import roster

pytestmark = pytest.mark.django_db

D = datetime.date
DAY = D(2022, 6, 17)


@pytest.fixture
def council() -> Council:
    return Council.objects.create(name="さくら区情報公開・個人情報保護審議会")


def seat(council: Council, name: str, reading: str, category: str = "区民", **period: D) -> Member:
    member = Member.objects.create(name=name, reading=reading)
    MemberTerm.objects.create(member=member, council=council, category=category, **period)
    return member


def test_the_roster_begins_with_the_chair_and_goes_on_by_reading(council: Council) -> None:
    seat(council, "渡邉 葵", "わたなべ あおい")
    deputy = seat(council, "青山 楓", "あおやま かえで", "学識経験者")
    seat(council, "髙﨑 蓮", "たかさき れん", "公募委員")
    chair = seat(council, "和田 桜", "わだ さくら", "学識経験者")
    Office.objects.create(member=chair, council=council, title=OfficeTitle.CHAIR)
    Office.objects.create(member=deputy, council=council, title=OfficeTitle.ACTING_CHAIR)
    Office.objects.create(member=deputy, council=council, title=OfficeTitle.VICE_CHAIR)
    entries = roster(council, DAY)
    assert [(entry.member.name, entry.category) for entry in entries] == [
        ("和田 桜", "学識経験者"),
        ("青山 楓", "学識経験者"),
        ("髙﨑 蓮", "公募委員"),
        ("渡邉 葵", "区民"),
    ]
    assert [[office.label for office in entry.offices] for entry in entries] == [
        ["会長"],
        ["副会長", "会長職務代理"],
        [],
        [],
    ]


def test_who_sits_depends_on_the_day(council: Council) -> None:
    old = seat(council, "石川 実", "いしかわ みのる", valid_to=D(2022, 5, 31))
    new = seat(council, "岡田 凛", "おかだ りん", valid_from=D(2022, 6, 1))
    Office.objects.create(member=old, council=council, title=OfficeTitle.CHAIR, valid_to=D(2022, 5, 31))
    Office.objects.create(member=new, council=council, title=OfficeTitle.CHAIR, valid_from=D(2022, 7, 1))
    assert [entry.member for entry in roster(council, D(2022, 5, 31))] == [old]
    assert [(entry.member, entry.offices) for entry in roster(council, DAY)] == [(new, ())]
    assert roster(council, D(2022, 7, 1))[0].offices == (OfficeTitle.CHAIR,)


def test_an_office_in_a_subcommittee_or_elsewhere_is_none_in_the_council(council: Council) -> None:
    member = seat(council, "石川 実", "いしかわ みのる")
    other = Council.objects.create(name="別の審議会")
    part = Subcommittee.objects.create(council=council, name="特定個人情報保護評価小委員会")
    Office.objects.create(member=member, subcommittee=part, title=OfficeTitle.SUBCOMMITTEE_CHAIR)
    Office.objects.create(member=member, council=other, title=OfficeTitle.CHAIR)
    assert [entry.offices for entry in roster(council, DAY)] == [()]
    assert roster(other, DAY) == ()


@pytest.mark.parametrize("members", [1, 30])
def test_a_roster_costs_the_same_for_one_and_for_thirty(
    council: Council, members: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(members):
        member = seat(council, f"委員{number}", f"いいん{number:02}")
        Office.objects.create(member=member, council=council, title=OfficeTitle.MEMBER)
    with django_assert_num_queries(2):
        printed = [f"{entry.member} {entry.category} {entry.offices}" for entry in roster(council, DAY)]
    assert len(printed) == members


@pytest.mark.parametrize("both", [True, False])
def test_an_office_is_of_the_council_or_of_a_subcommittee(council: Council, both: bool) -> None:
    part = Subcommittee.objects.create(council=council, name="小委員会")
    office = Office(
        member=seat(council, "石川 実", "いしかわ みのる"),
        council=council if both else None,
        subcommittee=part if both else None,
        title=OfficeTitle.MEMBER,
    )
    with pytest.raises(ValidationError, match="どちらか一方を選んでください"):
        office.full_clean()
    with pytest.raises(IntegrityError):
        office.save()


def test_a_member_stays_when_the_account_goes(council: Council) -> None:
    member = seat(council, "石川 実", "いしかわ みのる")
    member.user = User.objects.create(username="ishikawa")
    member.save()
    User.objects.get().delete()
    member.refresh_from_db()
    assert member.user is None
    assert member.history.first().name == "石川 実"
