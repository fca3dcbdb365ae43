"""The secretariat's pages of members: terms and offices by hand, and the roster of the council."""

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from council.models import Council, Member, Office, Subcommittee
from council.services.members import enter_council
from tests.conftest import People
from tests.consultations.browsing import main, signed_in
from tests.consultations.test_master_pages import sent, typed

D = datetime.date


@pytest.fixture
def secretariat(people: People) -> Client:
    return signed_in(people.shiraishi)


@pytest.fixture
def council(people: People) -> Council:
    return enter_council(Council(name="さくら区審議会"), [Subcommittee(name="小委員会")])


def seated(client: Client, council: Council, name: str = "葉山 俊", **more: str) -> Member:
    form = {"name": name, "reading": "はやま", "council": council.pk, "category": "学識経験者"}
    period = {"valid_from": "R8.6.1", "valid_to": "R10.5.31"}
    assert f"「{name}」を登録しました。" in sent(client, "master_new_member", **form, **period, **more)
    return Member.objects.get(name=name)


def test_before_there_is_a_council_the_page_says_what_comes_first(secretariat: Client) -> None:
    said = main(secretariat, "/master/members/")
    assert "まだ審議会がありません。先に、 審議会を登録 してください。" in said
    assert "委員を登録する" not in said
    Member.objects.create(name="三枝 かおる")
    assert "任期のない委員 三枝 かおる" in main(secretariat, "/master/members/")


def test_a_member_is_entered_renewed_and_leaves(secretariat: Client, council: Council) -> None:
    hayama = seated(secretariat, council, title="chair")
    said = main(secretariat, "/master/members/")
    assert "葉山 俊 会長 学識経験者 令和8年6月1日から令和10年5月31日まで" in said
    page = secretariat.get(f"/master/members/{hayama.pk}/term/").content.decode()
    assert 'value="令和10年6月1日"' in page, "the next term begins the day after"
    form = {"council": council.pk, "category": "学識経験者", "title": "vice_chair"}
    said = sent(secretariat, "master_new_term", hayama.pk, **form, valid_from="R10.6.1", valid_to="R12.5.31")
    assert "さくら区審議会 副会長 これから 令和10年6月1日から令和12年5月31日まで" in said
    term = hayama.terms.get(valid_from=D(2026, 6, 1))
    said = sent(secretariat, "master_end_term", term.pk, day="R9.3.31")
    assert "任期「さくら区審議会 学識経験者」は、令和9年3月31日で終わります。" in said
    assert "白石 由衣 役職「会長」を変更 終了日： 削除： 令和10年5月31日 → 追加： 令和9年3月31日" in said
    said = sent(secretariat, "master_mend_member", hayama.pk, name="葉山 俊", affiliation="さくら大学教授")
    assert "役職・所属団体等： 追加： さくら大学教授" in said


def test_offices_begin_and_end_within_a_term(secretariat: Client, council: Council) -> None:
    hayama = seated(secretariat, council)
    place = f"chair:council:{council.pk}"
    outside = typed(secretariat, "master_new_office", hayama.pk, place=place, valid_from="R8.4.1")
    assert "「さくら区審議会 会長」の期間に、任期の外の日があります。" in outside
    said = sent(secretariat, "master_new_office", hayama.pk, place=place, valid_from="R9.4.1", valid_to="R10.5.31")
    assert "「さくら区審議会 会長」を登録しました。" in said
    part = f"subcommittee_chair:subcommittee:{council.subcommittees.get().pk}"
    assert "小委員会 委員長" in sent(secretariat, "master_new_office", hayama.pk, place=part, valid_from="R9.4.1")
    assert "候補にありません" in typed(
        secretariat, "master_new_office", hayama.pk, place="chair:council:0", valid_from="R9.4.1"
    )
    chair = Office.objects.get(title="chair")
    said = sent(secretariat, "master_end_office", chair.pk, day="R9.9.30")
    assert "役職「さくら区審議会 会長」は、令和9年9月30日で終わります。" in said


def test_there_is_one_chair(secretariat: Client, council: Council) -> None:
    seated(secretariat, council, title="chair")
    form = {
        "name": "花村 敬一",
        "council": council.pk,
        "title": "chair",
        "valid_from": "R8.6.1",
        "valid_to": "R10.5.31",
    }
    page = typed(secretariat, "master_new_member", **form)
    assert "期間が重なっています。" in page
    assert 'value="花村 敬一"' in page
    assert not Member.objects.filter(name="花村 敬一").exists()


def test_the_roster_is_shown_first(secretariat: Client, council: Council) -> None:
    text = "氏名\t役職\t任期の開始日\n﨑山 神\t会長\t2026/6/1"
    said = sent(secretariat, "master_members_roster", text=text)
    assert "新しく加わる 1件" in said
    assert "﨑山 神 さくら区審議会 開始日： 追加： 令和8年6月1日 役職： 追加： 会長" in said
    assert not Member.objects.exists()


@pytest.mark.parametrize("rows", [1, 200])
def test_pages_cost_the_same_for_one_row_and_for_two_hundred(
    secretariat: Client, council: Council, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        member = Member.objects.create(name=f"委員{number}")
        member.terms.create(council=council)
        member.offices.create(council=council, title="vice_chair")
        former = Member.objects.create(name=f"前の委員{number}")
        former.terms.create(council=council, valid_to=D(2022, 3, 31))
        Member.objects.earliest("pk").offices.create(council=council, title="acting_chair")
    first, own = Member.objects.earliest("pk"), 3  # session, user, municipality
    with django_assert_num_queries(own + 5):  # councils, members without a term; terms, offices and the rest of one
        said = main(secretariat, "/master/members/")
        assert f"委員{rows - 1} 副会長" in said
        assert f"前の委員{rows - 1}" in said
    with django_assert_num_queries(own + 6):  # the member, terms, offices, 3 histories
        assert "会長職務代理" in main(secretariat, f"/master/members/{first.pk}/")
