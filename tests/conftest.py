"""Invented people and papers for everybody's tests: a ward, two departments, one person of each role."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.db import connection
from pytest_django import Settings

from consultations.enums import PaperState, Role
from consultations.models import (
    Consultation,
    ContractRider,
    Department,
    DepartmentName,
    LegalInstrument,
    Municipality,
    NumberSeries,
    Official,
    Report,
    User,
)
from consultations.sections.kinds.general import General
from consultations.sections.material import Entry, Material, Part
from consultations.services.importing import import_materials
from consultations.services.materials import add_report
from council.models import Council, Member
from paper.wareki import CalendarDate

# The same examples in every run, and none of them timed: a busy machine proves nothing about the code.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("house")

WRITING = {"test_editor", "test_whole_way", "test_way"}
"""Of the tests in a browser, those of which a database decides how they end."""

LONGEST = {"test_every_page", "test_whole_way", "test_commits"}

PASSWORD = "hanamizuki-2022"  # noqa: S105  # it opens nothing but these tests


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that empty the database come last, for what is shipped is gone after them.

    pytest-django sorts so too, but then pytest puts all that share a browser together. On PostgreSQL, the second run,
    only tests that use a database say anything new, and of those in a browser the ones that write with it.
    """
    items.sort(key=_empties_the_database)
    if connection.vendor != "postgresql":
        return
    bases = {"db", "transactional_db", "django_db_setup"}
    fresh = [
        item
        for item in items
        if item.get_closest_marker("django_db") or bases & set(_fixtures(item))
        if "browser" not in item.path.parts or item.path.stem in WRITING
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in fresh])
    items[:] = fresh


def _empties_the_database(item: pytest.Item) -> tuple[bool, bool]:
    """Of those, the longest first, so that no worker is left alone with one at the end."""
    marker = item.get_closest_marker("django_db")
    is_marked = marker is not None and bool(marker.kwargs.get("transaction"))
    empties = is_marked or bool({"live_server", "transactional_db"} & set(_fixtures(item)))
    return empties, item.path.stem not in LONGEST


def _fixtures(item: pytest.Item) -> list[str]:
    return list(getattr(item, "fixturenames", ()))


@pytest.fixture(autouse=True)
def as_in_the_demonstration(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """The secretariat signs in with a password alone, and nothing counted in one test is remembered in the next."""
    settings.REQUIRE_MFA = False
    settings.DATA_DIR = tmp_path  # files that are attached go with the test
    settings.PASSWORD_HASHERS = [  # passwords are slow to hash on purpose, which helps nobody here
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    yield
    cache.clear()


@dataclass(frozen=True)
class People:
    shiraishi: User  # 事務局
    kiriyama: User  # 所管課: 教育部中央図書館
    kubodera: User  # 所管課: 区民部戸籍住民課
    hayama: User  # 委員
    morishita: User  # 閲覧者


@pytest.fixture
def people(db: None) -> People:
    """All of さくら区; everybody's password is PASSWORD."""
    Municipality.objects.create(name="さくら区")
    return People(
        person("shiraishi", "白石", "由衣", Role.SECRETARIAT),
        person("kiriyama", "桐山", "翔太", Role.DEPARTMENT, department("教育部中央図書館")),
        person("kubodera", "久保寺", "淳", Role.DEPARTMENT, department("区民部戸籍住民課")),
        person("hayama", "葉山", "俊", Role.MEMBER),
        person("morishita", "森下", "空", Role.READER),
    )


@pytest.fixture
def lists(people: People) -> None:
    """A row in each list of the reference data that the people and what comes with the application leave empty."""
    Official.objects.create(name="髙橋 葵").posts.create(title="課長")
    law = LegalInstrument.objects.create(title="さくら区個人情報保護条例")
    law.provisions.create(kind="outsourcing", article="第１０条")
    ContractRider.objects.create(name="特記事項")
    NumberSeries.objects.create(council_name="さくら区審議会")
    council = Council.objects.create(name="さくら区審議会")
    member = Member.objects.create(name="葉山 俊")
    member.terms.create(council=council)
    member.offices.create(council=council, title="chair")


@pytest.fixture
def delivery(people: People) -> Consultation:
    """諮問第９５１号: home delivery of books, of the library; one section."""
    return taken_in("951")


@pytest.fixture
def certificates(people: People) -> Consultation:
    """諮問第９５８号: certificates in convenience stores, of the registry; three sections, two annexes."""
    return taken_in("958")


@pytest.fixture
def wrong_address(people: People) -> Report:
    """報告第１２２号, of the library."""
    headings = (
        Entry("free-1", "発生の経過", text="はがき６枚を、同じ姓の別の利用者に送付した。"),
        Entry("free-2", "対応", text="（１）全員におわびをした。\n（２）はがきを全て回収した。"),
    )
    material = Material(
        parts=(Part("s1", General(), headings),),
        number="報告第１２２号",
        subject="図書の延滞通知の誤送付について",
        subtitle="発生の経過及び再発の防止",
        date=CalendarDate(2022, 11, 25),
        departments=("教育部中央図書館",),
    )
    return add_report(material, None, PaperState.ACCEPTED)


def taken_in(number: str) -> Consultation:
    """The sample material of that number, imported."""
    path = Path(settings.BASE_DIR, "fixtures", "materials", f"{number}.txt")
    import_materials([(path.name, path.read_bytes())], None, keep=True)
    return Consultation.objects.get(number=number)


def department(name: str) -> Department:
    return DepartmentName.objects.create(name=name, department=Department.objects.create()).department


def person(username: str, family: str, given: str, role: Role, *departments: Department) -> User:
    user = User.objects.create(
        username=username, last_name=family, first_name=given, role=role, password=make_password(PASSWORD)
    )
    user.departments.set(departments)
    return user
