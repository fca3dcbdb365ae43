"""さくら区 enters what its papers refer to; what cannot be right is refused, and then nothing of it is stored."""

import datetime
import re

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from consultations.enums import Role, SeriesSort
from consultations.models import (
    ContractRider,
    Department,
    DepartmentName,
    LegalInstrument,
    Municipality,
    NumberSeries,
    Official,
    Post,
    Provision,
    User,
)
from consultations.queries.departments import name_on, successors
from consultations.queries.law import provision_in_force
from consultations.services.accounts import give_password, open_account
from consultations.services.reference import (
    enter_department,
    enter_instrument,
    enter_municipality,
    enter_official,
    enter_rider,
    enter_series,
    hand_over,
)

pytestmark = pytest.mark.django_db

D = datetime.date
BEFORE, AFTER = D(2023, 3, 31), D(2023, 4, 1)


def department(name: str, **period: D) -> Department:
    return enter_department(Department(), [DepartmentName(name=name, **period)])


def test_the_municipality_is_entered_once() -> None:
    enter_municipality(Municipality(name="さくら区"))
    with pytest.raises(ValidationError, match="自治体は「さくら区」が登録されています"):
        enter_municipality(Municipality(name="かえで市", noun="市", executive_title="市長"))
    assert [str(entered) for entered in Municipality.objects.all()] == ["さくら区"]


def test_a_council_has_one_series_of_a_sort() -> None:
    enter_series(NumberSeries(council_name="さくら区審議会", sort=SeriesSort.REPORT, printed="報告第{number}号"))
    with pytest.raises(ValidationError, match="すでに登録されています"):
        enter_series(NumberSeries(council_name="さくら区審議会", sort=SeriesSort.REPORT))
    with pytest.raises(ValidationError, match="番号の入る位置"):
        enter_series(NumberSeries(council_name="さくら区審議会", printed="諮問"))


def test_a_renamed_department_is_one_department() -> None:
    old, new = DepartmentName(name="防災課", valid_to=BEFORE), DepartmentName(name="災害対策課", valid_from=AFTER)
    disaster = enter_department(Department(reading="さいがいたいさくか"), [old, new])
    assert (name_on(disaster, BEFORE), name_on(disaster, AFTER)) == ("防災課", "災害対策課")
    assert [past.history_type for past in disaster.history.all()] == ["+"]
    assert [past.name for past in new.history.all()] == ["災害対策課"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], "名称を一つ以上"),
        ([DepartmentName(name="防災課"), DepartmentName(name="災害対策課", valid_from=AFTER)], "重なっています"),
        ([DepartmentName(name="防災課", valid_from=AFTER, valid_to=BEFORE)], "終了日が開始日より前"),
        ([DepartmentName(name="")], "空ではいけません"),
    ],
)
def test_a_department_whose_names_cannot_be_is_refused_as_a_whole(names: list[DepartmentName], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        enter_department(Department(), names)
    assert not Department.objects.exists()
    assert not Department.history.exists()


def test_the_work_goes_to_a_department_that_is_there_by_then() -> None:
    old, new = department("防災課", valid_to=BEFORE), department("災害対策課", valid_from=AFTER)
    with pytest.raises(ValidationError, match="2023-03-31 には「災害対策課」という課がありません"):
        hand_over(old, new, BEFORE)
    hand_over(old, new, AFTER)
    assert successors(old) == (new,)
    with pytest.raises(ValidationError, match="この後継の課は、すでに登録されています"):
        hand_over(old, new, AFTER)


def test_an_official_may_hold_several_posts_but_none_twice() -> None:
    library = department("中央図書館")
    both = [Post(title="館長", department=library), Post(title="担当部長")]
    official = enter_official(Official(name="髙橋 葵", reading="たかはし あおい"), both)
    assert {post.title for post in official.posts.all()} == {"館長", "担当部長"}
    twice = [Post(title="館長", department=library, valid_to=AFTER), Post(title="館長", department=library)]
    with pytest.raises(ValidationError, match="「館長」と「館長」の期間が重なっています"):
        enter_official(Official(name="橋爪 麻衣子"), twice)
    assert Official.objects.count() == 1


def test_an_ordinance_replaces_the_one_of_its_title() -> None:
    title = "さくら区個人情報保護条例"
    outsourcing = Provision(kind="outsourcing", article="第１０条")
    old = enter_instrument(LegalInstrument(title=title, valid_to=BEFORE), [outsourcing])
    with pytest.raises(ValidationError, match="期間が重なっています"):
        enter_instrument(LegalInstrument(title=title, valid_from=BEFORE), [])
    new = enter_instrument(LegalInstrument(title=title, valid_from=AFTER), [])
    assert provision_in_force("outsourcing", BEFORE) == outsourcing
    assert provision_in_force("outsourcing", AFTER) is None
    assert [row.history.count() for row in (old, new, outsourcing)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("provisions", "sentence"),
    [
        ([Provision(kind="fax", article="第１条")], "「fax」という諮問の種類はありません"),
        (
            [Provision(kind="general", article="第１条"), Provision(kind="general", article="第１条")],
            "「条例第１条」と「条例第１条」の期間が重なっています",
        ),
    ],
)
def test_an_ordinance_whose_provisions_cannot_be_is_refused_as_a_whole(
    provisions: list[Provision], sentence: str
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        enter_instrument(LegalInstrument(title="条例"), provisions)
    assert not LegalInstrument.objects.exists()


def test_a_rider_has_one_text_a_day() -> None:
    enter_rider(ContractRider(name="特記事項", text="複写してはならない。", valid_to=BEFORE))
    with pytest.raises(ValidationError, match="「特記事項」と「特記事項」の期間が重なっています"):
        enter_rider(ContractRider(name="特記事項", text="再委託してはならない。", valid_from=BEFORE))
    enter_rider(ContractRider(name="特記事項", text="再委託してはならない。", valid_from=AFTER))
    assert [rider.text for rider in ContractRider.objects.in_force(AFTER)] == ["再委託してはならない。"]


def test_an_account_of_a_department_has_one() -> None:
    with pytest.raises(ValidationError, match="所管課を一つ以上選んでください"):
        open_account(User(username="kiriyama", role=Role.DEPARTMENT))
    library = department("中央図書館")
    account = open_account(User(username="kiriyama", role=Role.DEPARTMENT), [library])
    assert list(account.departments.all()) == [library]
    latest = account.history.first()
    assert [str(row.department) for row in latest.departments.all()] == ["中央図書館"]
    with pytest.raises(ValidationError, match="ユーザー名"):
        open_account(User(username="kiriyama"))


def test_a_new_password_ends_the_old_one(client: Client, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [  # the first sign-in hashes anew with the first of them, which need not be slow here
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    account = open_account(User(username="toda", role=Role.SECRETARIAT))
    assert not account.has_usable_password()
    first, second = give_password(account), give_password(account)
    sign_in = {"login": "toda", "password": first}
    assert client.post(reverse("account_login"), sign_in).status_code == 200
    assert client.post(reverse("account_login"), sign_in | {"password": second}).status_code == 302
    assert User.objects.get().password.startswith("md5$")


def test_generated_passwords_can_be_read_aloud_and_pass_the_rules() -> None:
    account = open_account(User(username="toda"))
    passwords = {give_password(account) for _ in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        assert re.fullmatch(r"(?:[a-z3-9]{4}-){3}[a-z3-9]{4}", password)
        assert not set("il1o02z5s6b") & set(password)
        validate_password(password, account)


def test_the_history_of_an_account_knows_roles_and_no_passwords(client: Client) -> None:
    account = open_account(User(username="toda", role=Role.READER))
    give_password(account)
    client.force_login(account)  # writes the time of the last sign-in
    assert account.history.count() == 1
    account.role = Role.SECRETARIAT
    account.save()
    assert [past.role for past in account.history.all()] == ["secretariat", "reader"]
    assert not hasattr(account.history.first(), "password")
    assert not hasattr(account.history.first(), "last_login")
