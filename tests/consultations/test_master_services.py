"""Departments are renamed and reorganised, posts and provisions end; what cannot be is refused and nothing stored."""

import datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError

from consultations.models import (
    Consultation,
    Department,
    DepartmentName,
    DepartmentSuccession,
    LegalInstrument,
    Official,
    Post,
    Provision,
    Report,
)
from consultations.queries.departments import name_on, successors
from consultations.services.dated import end
from consultations.services.departments import end_department, rename
from consultations.services.law import end_instrument, enter_provision
from consultations.services.officials import appoint
from consultations.services.reference import enter_department, enter_instrument, enter_official
from consultations.services.rehearsal import perform, rehearse
from consultations.services.reorganisation import Reorganisation, reorganise
from tests.conftest import People

pytestmark = pytest.mark.django_db

D = datetime.date
BEFORE, AFTER = D(2026, 3, 31), D(2026, 4, 1)


@pytest.fixture
def disaster() -> Department:
    return enter_department(Department(reading="ぼうさいか"), [DepartmentName(name="防災課", valid_from=D(2010, 4, 1))])


def test_a_new_name_ends_the_old_one_the_day_before(disaster: Department) -> None:
    rename(disaster, "災害対策課", AFTER, "さいがいたいさくか")
    assert (name_on(disaster, BEFORE), name_on(disaster, AFTER)) == ("防災課", "災害対策課")
    assert [name.valid_to for name in disaster.names.all()] == [BEFORE, None]
    assert disaster.reading == "さいがいたいさくか"


@pytest.mark.parametrize(
    ("name", "day", "sentence"),
    [
        ("防災課", AFTER, "今の名称と同じです"),
        ("災害対策課", D(2010, 4, 1), "その日にはまだ始まっていません"),
        ("", AFTER, "空ではいけません"),
    ],
)
def test_a_name_that_cannot_be_is_refused(disaster: Department, name: str, day: D, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        rename(disaster, name, day)
    assert [(row.name, row.valid_to) for row in DepartmentName.objects.all()] == [("防災課", None)]


def test_a_department_ends_once(disaster: Department) -> None:
    end_department(disaster, BEFORE)
    assert name_on(disaster, AFTER) is None
    with pytest.raises(ValidationError, match="その日より前に終わります"):
        end_department(disaster, AFTER)
    with pytest.raises(ValidationError, match="その日より前に終わります"):
        rename(disaster, "災害対策課", D(2027, 4, 1))
    with pytest.raises(ValidationError, match="この課には名称がありません"):
        end_department(Department.objects.create(), AFTER)


def test_the_work_of_two_goes_to_one_that_is_new(people: People, delivery: Consultation, wrong_address: Report) -> None:
    library, registry = people.kiriyama.departments.get(), people.kubodera.departments.get()
    plan = Reorganisation(AFTER, [library, registry], [], [("教育部図書館課", "としょかんか")], ends=True)
    shown = rehearse(partial(reorganise, plan))
    assert shown.predecessors == ("教育部中央図書館", "区民部戸籍住民課")
    assert shown.successors == shown.created == ("教育部図書館課",)
    assert shown.ended_on == BEFORE
    assert (shown.inheritance.consultations, shown.inheritance.reports) == (1, 1)
    assert shown.inheritance.of_predecessors == (people.kiriyama, people.kubodera)
    assert shown.inheritance.of_successors == shown.joined == ()
    assert not DepartmentSuccession.objects.exists(), "it was only shown"

    assert perform(partial(reorganise, plan), shown.seal)[1]
    assert [str(heir) for heir in successors(library)] == ["教育部図書館課"]
    assert (name_on(library, BEFORE), name_on(library, AFTER)) == ("教育部中央図書館", None)
    assert Department.objects.get(names__name="教育部図書館課").reading == "としょかんか"


def test_what_came_to_a_predecessor_is_counted_too(people: People, delivery: Consultation) -> None:
    library, registry = people.kiriyama.departments.get(), people.kubodera.departments.get()
    reorganise(Reorganisation(D(2024, 4, 1), [library], [registry], [], ends=True))
    later = rehearse(partial(reorganise, Reorganisation(AFTER, [registry], [], [("区民部窓口課", "")], ends=False)))
    assert later.inheritance.consultations == 1
    assert later.ended_on is None


def test_the_accounts_go_along_where_that_is_asked(people: People) -> None:
    library, registry = people.kiriyama.departments.get(), people.kubodera.departments.get()
    done = reorganise(Reorganisation(AFTER, [library], [registry], [], ends=False, with_accounts=True))
    assert done.joined == (people.kiriyama,)
    assert done.inheritance.of_successors == (people.kubodera,)
    assert set(people.kiriyama.departments.all()) == {library, registry}
    assert name_on(library, AFTER) == "教育部中央図書館"


def test_more_papers_in_between_are_shown_again(people: People, request: pytest.FixtureRequest) -> None:
    library, registry = people.kiriyama.departments.get(), people.kubodera.departments.get()
    plan = Reorganisation(AFTER, [library], [registry], [], ends=True)
    shown = rehearse(partial(reorganise, plan))
    request.getfixturevalue("delivery")
    again, done = perform(partial(reorganise, plan), shown.seal)
    assert (again.inheritance.consultations, done) == (1, False)
    assert not DepartmentSuccession.objects.exists()


def test_a_reorganisation_that_cannot_be_is_refused(people: People) -> None:
    library, registry = people.kiriyama.departments.get(), people.kubodera.departments.get()
    with pytest.raises(ValidationError, match="一つ以上選んでください"):
        reorganise(Reorganisation(AFTER, [library], [], [], ends=True))
    with pytest.raises(ValidationError, match="前の課と後継の課の両方にあります"):
        reorganise(Reorganisation(AFTER, [library, registry], [registry], [], ends=True))
    end_department(registry, D(2025, 3, 31))
    with pytest.raises(ValidationError, match="という課がありません"):
        reorganise(Reorganisation(AFTER, [library], [registry], [("新しい課", "")], ends=True))
    assert not DepartmentName.objects.filter(name="新しい課").exists()


def test_a_post_is_taken_beside_others_but_not_twice(disaster: Department) -> None:
    official = enter_official(Official(name="𠮷田 薫"), [Post(title="課長", department=disaster)])
    appoint(official, Post(title="副参事"), official.posts.all())
    with pytest.raises(ValidationError, match="期間が重なっています"):
        appoint(official, Post(title="課長", department=disaster, valid_from=AFTER), official.posts.all())
    end(official.posts.get(title="課長"), BEFORE)
    appoint(official, Post(title="課長", department=disaster, valid_from=AFTER), official.posts.all())
    assert official.posts.count() == 3
    assert official.history.count() == 1, "the person did not change"


def test_an_instrument_takes_its_provisions_along() -> None:
    law = enter_instrument(
        LegalInstrument(title="さくら区個人情報保護条例"),
        [
            Provision(kind="outsourcing", article="第１０条"),
            Provision(kind="line_connection", article="第１７条", valid_to=D(2020, 3, 31)),
        ],
    )
    enter_provision(Provision(instrument=law, kind="line_connection", article="第１７条", valid_from=D(2020, 4, 1)))
    with pytest.raises(ValidationError, match="期間が重なっています"):
        enter_provision(Provision(instrument=law, kind="outsourcing", article="第１０条", valid_from=AFTER))
    with pytest.raises(ValidationError, match="という諮問の種類はありません"):
        enter_provision(Provision(instrument=law, kind="gone", article="第１条"))
    later = enter_provision(Provision(instrument=law, kind="general", article="第２条", valid_from=AFTER))
    with pytest.raises(ValidationError, match="その日より後に始まる条項があります"):
        end_instrument(law, D(2023, 3, 31))
    law.refresh_from_db()
    assert law.valid_to is None
    later.delete()
    assert {provision.article for provision in end_instrument(law, D(2023, 3, 31))} == {"第１０条", "第１７条"}
    assert law.provisions.filter(valid_to=None).count() == 0
