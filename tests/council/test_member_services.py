"""さくら区 enters its council: one chair a day, offices within terms, one account a member."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from consultations.enums import Role
from consultations.models import User
from consultations.services.accounts import open_account
from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office, Subcommittee
from council.services.members import enter_council, enter_member, give_account

pytestmark = pytest.mark.django_db

D = datetime.date
FIRST = {"valid_from": D(2021, 6, 1), "valid_to": D(2023, 5, 31)}
SECOND = {"valid_from": D(2023, 6, 1), "valid_to": D(2025, 5, 31)}
BOTH = {"valid_from": D(2021, 6, 1), "valid_to": D(2025, 5, 31)}


@pytest.fixture
def council() -> Council:
    return enter_council(Council(name="さくら区審議会"), [Subcommittee(name="小委員会")])


def seat(council: Council, name: str, *offices: Office, terms: tuple[dict[str, D], ...] = (FIRST, SECOND)) -> Member:
    rows = [MemberTerm(council=council, category="区民", **term) for term in terms]
    return enter_member(Member(name=name), rows, offices)


def test_a_council_is_entered_with_its_subcommittees(council: Council) -> None:
    assert [part.name for part in council.subcommittees.all()] == ["小委員会"]
    with pytest.raises(ValidationError, match="期間が重なっています"):
        enter_council(Council(name="別の審議会"), [Subcommittee(name="小委員会"), Subcommittee(name="小委員会")])
    assert [str(entered) for entered in Council.objects.all()] == ["さくら区審議会"]


def test_an_office_may_go_on_through_terms_that_follow_each_other(council: Council) -> None:
    part = council.subcommittees.get()
    member = seat(
        council,
        "葉山 俊",
        Office(council=council, title=OfficeTitle.CHAIR, **BOTH),
        Office(subcommittee=part, title=OfficeTitle.SUBCOMMITTEE_CHAIR),
    )
    assert {office.title for office in member.offices.all()} == {"chair", "subcommittee_chair"}
    assert [past.history_type for past in member.history.all()] == ["+"]


@pytest.mark.parametrize("terms", [(), (FIRST,), (SECOND,), (FIRST, {"valid_from": D(2023, 6, 2)})])
def test_an_office_of_the_council_lies_within_the_terms(council: Council, terms: tuple[dict[str, D], ...]) -> None:
    with pytest.raises(ValidationError, match="「さくら区審議会 会長」の期間に、任期の外の日があります"):
        seat(council, "葉山 俊", Office(council=council, title=OfficeTitle.CHAIR, **BOTH), terms=terms)
    assert not Member.objects.exists()


@pytest.mark.parametrize("title", [OfficeTitle.CHAIR, OfficeTitle.SUBCOMMITTEE_CHAIR])
def test_there_is_one_chair_a_day(council: Council, title: OfficeTitle) -> None:
    def chair(**period: D) -> Office:
        body = {"council": council} if title == OfficeTitle.CHAIR else {"subcommittee": council.subcommittees.get()}
        return Office(title=title, **body, **period)

    seat(council, "葉山 俊", chair(**FIRST))
    with pytest.raises(ValidationError, match="期間が重なっています"):
        seat(council, "花村 敬一", chair(**BOTH))
    seat(council, "花村 敬一", chair(**SECOND))
    assert Office.objects.filter(title=title).count() == 2


def test_terms_in_one_council_follow_each_other(council: Council) -> None:
    with pytest.raises(ValidationError, match="期間が重なっています"):
        seat(council, "葉山 俊", terms=(BOTH, SECOND))
    other = enter_council(Council(name="別の審議会"))
    terms = [MemberTerm(council=each, **BOTH) for each in (council, other)]
    assert enter_member(Member(name="葉山 俊"), terms).terms.count() == 2


def test_an_account_is_one_members(council: Council) -> None:
    account = open_account(User(username="hayama", role=Role.MEMBER))
    member = give_account(seat(council, "葉山 俊"), account)
    assert [past.user for past in member.history.all()] == [account, None]
    with pytest.raises(ValidationError, match="利用者"):
        give_account(seat(council, "花村 敬一"), account)
    with pytest.raises(ValidationError, match="すでに利用者が結び付いています"):
        give_account(member, open_account(User(username="hayama2", role=Role.MEMBER)))
    with pytest.raises(ValidationError, match="委員の利用者ではありません"):
        give_account(seat(council, "三枝 かおる"), open_account(User(username="toda", role=Role.SECRETARIAT)))
