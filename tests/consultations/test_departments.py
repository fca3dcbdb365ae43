"""子ども課 is renamed 子ども家庭課, then gives its work to two departments, one of which is closed too."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from consultations.models import Department, DepartmentName, DepartmentSuccession, Official, Post
from consultations.models.dated import refuse_overlaps
from consultations.queries.departments import departments_named, name_on, posts_on, successors

pytestmark = pytest.mark.django_db

D = datetime.date


def department(name: str, reading: str = "", **period: D) -> Department:
    made = Department.objects.create(reading=reading, **period)
    DepartmentName.objects.create(department=made, name=name, **period)
    return made


@pytest.fixture
def renamed() -> Department:
    children = department("こども部子ども課", "こどもか", valid_to=D(2022, 3, 31))
    DepartmentName.objects.create(department=children, name="こども部子ども家庭課", valid_from=D(2022, 4, 1))
    return children


def test_a_department_bears_the_name_of_the_day(renamed: Department) -> None:
    assert name_on(renamed, D(2022, 3, 31)) == "こども部子ども課"
    assert name_on(renamed, D(2022, 4, 1)) == "こども部子ども家庭課"
    assert str(renamed) == "こども部子ども家庭課"


def test_outside_its_names_a_department_has_none() -> None:
    short_lived = department("臨時給付金課", valid_from=D(2020, 5, 1), valid_to=D(2021, 3, 31))
    assert name_on(short_lived, D(2020, 4, 30)) is None
    assert name_on(short_lived, D(2021, 4, 1)) is None
    assert str(Department.objects.create()).startswith("名称未登録の課")


@pytest.mark.parametrize("printed", ["こども部子ども家庭課", "こ ど も 部 子 ど も 家 庭 課", "こども部　子ども家庭課"])
def test_a_printed_name_finds_its_department(renamed: Department, printed: str) -> None:
    assert departments_named(printed, D(2022, 6, 17)) == (renamed,)
    assert departments_named(printed, D(2021, 6, 17)) == ()


@pytest.mark.parametrize("printed", ["各地域センター", "子ども家庭課", ""])
def test_a_collective_or_partial_name_finds_none(renamed: Department, printed: str) -> None:
    assert departments_named(printed, D(2022, 6, 17)) == ()


def test_two_departments_of_one_name_are_both_found() -> None:
    both = {department("保健福祉課", "きた"), department("保健福祉課", "みなみ")}
    assert set(departments_named("保健福祉課", D(2022, 6, 17))) == both


def test_a_renamed_row_is_found_by_its_new_text_and_keeps_rare_characters() -> None:
    unit = department("ＩＴ推進課")
    assert departments_named("IT推進課", D(2022, 6, 17)) == (unit,)
    name = unit.names.get()
    name.name = "髙﨑𠮷葛󠄀神課"
    name.save()
    assert departments_named("IT推進課", D(2022, 6, 17)) == ()
    assert departments_named("髙﨑𠮷葛󠄀神課", D(2022, 6, 17)) == (unit,)
    assert DepartmentName.objects.get().name == "髙﨑𠮷葛󠄀神課"


def test_names_of_one_department_may_not_hold_on_the_same_day(renamed: Department) -> None:
    refuse_overlaps(renamed.names.all())
    DepartmentName.objects.create(department=renamed, name="家庭課", valid_from=D(2023, 4, 1))
    with pytest.raises(ValidationError, match="「こども部子ども家庭課」と「家庭課」の期間が重なっています"):
        refuse_overlaps(renamed.names.all())


def test_a_period_ends_after_it_begins() -> None:
    backwards = Department(valid_from=D(2022, 4, 1), valid_to=D(2022, 3, 31))
    with pytest.raises(ValidationError, match="終了日が開始日より前です"):
        backwards.full_clean()
    with pytest.raises(IntegrityError):
        backwards.save()


def test_all_successors_the_nearest_first(
    renamed: Department, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    family, school, support = department("家庭課"), department("学校課"), department("支援課")
    for old, new, year in ((renamed, family, 2023), (renamed, school, 2023), (family, support, 2024)):
        DepartmentSuccession.objects.create(predecessor=old, successor=new, date=D(year, 4, 1))
    with django_assert_num_queries(3):
        assert [str(heir) for heir in successors(renamed)] == ["家庭課", "学校課", "支援課"]
    assert successors(support) == ()


def test_work_that_comes_back_does_not_go_round_for_ever(renamed: Department) -> None:
    other = department("家庭課")
    DepartmentSuccession.objects.create(predecessor=renamed, successor=other, date=D(2023, 4, 1))
    DepartmentSuccession.objects.create(predecessor=other, successor=renamed, date=D(2024, 4, 1))
    assert successors(renamed) == (other,)


def test_no_department_succeeds_itself(renamed: Department) -> None:
    with pytest.raises(IntegrityError):
        DepartmentSuccession.objects.create(predecessor=renamed, successor=renamed, date=D(2023, 4, 1))


def test_a_paper_prints_who_someone_was_that_day(renamed: Department) -> None:
    person = Official.objects.create(name="髙橋 葵", reading="たかはし あおい")
    Post.objects.create(official=person, department=renamed, title="係長", valid_to=D(2022, 3, 31))
    Post.objects.create(official=person, department=renamed, title="課長", valid_from=D(2022, 4, 1))
    Post.objects.create(official=person, title="担当部長", valid_from=D(2022, 7, 1))
    assert [post.title for post in posts_on(D(2022, 3, 31))] == ["係長"]
    assert [post.title for post in posts_on(D(2022, 6, 17))] == ["課長"]
    assert {post.title for post in posts_on(D(2022, 7, 1))} == {"課長", "担当部長"}


@pytest.mark.parametrize("rows", [1, 30])
def test_posts_cost_the_same_for_one_and_for_thirty(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        person = Official.objects.create(name=f"職員{number}")
        Post.objects.create(official=person, department=department(f"第{number}課"), title="課長")
    with django_assert_num_queries(2):
        printed = [f"{post.department} {post.title} {post.official}" for post in posts_on(D(2022, 6, 17))]
    assert len(printed) == rows
