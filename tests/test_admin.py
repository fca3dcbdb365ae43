"""The secretariat keeps the reference data in the admin, in Japanese; nobody else gets in."""

import re
from pathlib import Path

import pytest
import simple_history
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext
from pytest_django import DjangoAssertNumQueries

from consultations.enums import Role
from consultations.models import (
    AssessmentThreshold,
    DeliberationPoint,
    Department,
    DepartmentName,
    LegalInstrument,
    Municipality,
    User,
)
from council.models import Council, Member
from tests.second_factors import with_app

pytestmark = pytest.mark.django_db

MODELS = [model for model in admin.site._registry if model._meta.app_label in {"consultations", "council"}]
LOCALE = Path("council/locale/ja/LC_MESSAGES")


def page(model: type[Model], name: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=role, role=role, last_name="事務", first_name="花子"))
    return client


@pytest.fixture
def secretariat() -> Client:
    return signed_in(Role.SECRETARIAT)


def test_the_reference_data_is_all_there() -> None:
    assert {str(model._meta.verbose_name) for model in MODELS} == {
        "利用者",
        "自治体",
        "番号の系列",
        "所管課",
        "職員",
        "法令・条例",
        "審議のポイント",
        "特記事項",
        "第三者点検の観点",
        "しきい値判断",
        "審議会",
        "委員",
    }


@pytest.mark.parametrize("model", MODELS)
def test_lists_and_forms_open_for_the_secretariat_in_japanese(secretariat: Client, model: type[Model]) -> None:
    for name in ("changelist", "add"):
        answer = secretariat.get(page(model, name))
        assert answer.status_code == 200
        text = answer.content.decode()
        assert f"{model._meta.verbose_name}" in re.findall(r"<h1>(.*?)</h1>", text)[0]
        assert '<html lang="ja"' in text
        assert "審議" in re.findall(r"<title>(.*?)</title>", text, re.DOTALL)[0]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("role", [Role.DEPARTMENT, Role.MEMBER, Role.READER])
def test_nobody_else_gets_in(role: Role, model: type[Model]) -> None:
    client = signed_in(role)
    for name in ("changelist", "add"):
        assert client.get(page(model, name)).status_code == 302


def test_the_admin_has_no_sign_in_page_of_its_own(client: Client) -> None:
    answer = client.get(reverse("admin:login") + "?next=/admin/")
    assert answer.headers["Location"] == reverse("account_login") + "?next=/admin/"
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_change_is_in_the_history_with_who_made_it(secretariat: Client) -> None:
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-name": "総務部区政情報課"}
    none = {"successions-TOTAL_FORMS": 0, "successions-INITIAL_FORMS": 0}
    assert secretariat.post(page(Department, "add"), {"reading": "くせい", **names, **none}).status_code == 302
    department = Department.objects.get()
    assert str(department) == "総務部区政情報課"
    assert str(department.names.get().history.get().history_user) == "事務 花子"

    text = secretariat.get(page(Department, "history", department.pk)).content.decode()
    assert "変更履歴: 総務部区政情報課" in text
    for word in ("日時", "操作", "作成", "変更した人", "変更の理由", "変更点", "事務 花子"):
        assert word in text
    assert "None" not in text
    assert "style=" not in text
    version = department.history.get().pk
    text = secretariat.get(page(Department, "simple_history", department.pk, version)).content.decode()
    assert "この内容に戻す" in text


def test_a_form_asks_first_what_it_is_and_then_since_when(secretariat: Client) -> None:
    text = secretariat.get(page(LegalInstrument, "add")).content.decode()
    labels = re.findall(r'<label[^>]*for="id_(title|number|valid_from|valid_to)"', text)
    assert labels == ["title", "number", "valid_from", "valid_to"]


def test_a_condition_that_does_not_matter_says_so(secretariat: Client) -> None:
    text = secretariat.get(page(AssessmentThreshold, "changelist")).content.decode()
    assert re.search(r"10,000人以上100,000人未満（要確認）.*?500人以上.*?問わない.*?重点項目評価", text, re.DOTALL)


def test_every_history_page_opens(secretariat: Client) -> None:
    for row in (DeliberationPoint.objects.all()[0], LegalInstrument.objects.create(title="さくら区条例")):
        answer = secretariat.get(page(type(row), "history", row.pk))
        assert "作成" in answer.content.decode()


def test_ending_one_name_and_beginning_the_next_is_one_step(secretariat: Client) -> None:
    department = Department.objects.create()
    name = DepartmentName.objects.create(department=department, name="子ども課")
    form = {
        "names-TOTAL_FORMS": 2,
        "names-INITIAL_FORMS": 1,
        "names-0-id": name.pk,
        "names-0-department": department.pk,
        "names-0-name": "子ども課",
        "names-0-valid_to": "2022-04-01",
        "names-1-department": department.pk,
        "names-1-name": "子ども家庭課",
        "names-1-valid_from": "2022-04-01",
        "successions-TOTAL_FORMS": 0,
        "successions-INITIAL_FORMS": 0,
    }
    answer = secretariat.post(page(Department, "change", department.pk), form)
    assert "「子ども課」と「子ども家庭課」の期間が重なっています" in answer.content.decode()
    form["names-0-valid_to"] = "2022-03-31"
    assert secretariat.post(page(Department, "change", department.pk), form).status_code == 302
    assert [each.name for each in department.names.all()] == ["子ども課", "子ども家庭課"]


def test_the_municipality_is_entered_once_and_not_deleted(secretariat: Client) -> None:
    municipality = Municipality.objects.create(name="さくら区")
    assert secretariat.get(page(Municipality, "add")).status_code == 403
    assert secretariat.get(page(Municipality, "delete", municipality.pk)).status_code == 403
    assert secretariat.get(page(Municipality, "change", municipality.pk)).status_code == 200


def test_an_account_gets_its_role_and_nothing_beside_it(secretariat: Client) -> None:
    answer = secretariat.post(
        page(User, "add"),
        {
            "username": "shokan",
            "usable_password": "true",
            "password1": "hanamizuki-2022",
            "password2": "hanamizuki-2022",
            "last_name": "所管",
            "first_name": "太郎",
            "role": Role.DEPARTMENT,
        },
    )
    assert answer.status_code == 302
    account = User.objects.get(username="shokan")
    assert (account.role, account.is_staff, account.is_superuser) == (Role.DEPARTMENT, False, False)
    text = secretariat.get(page(User, "change", account.pk)).content.decode()
    assert "is_superuser" not in text


def test_who_lost_their_second_factor_is_let_in_again(secretariat: Client) -> None:
    lost = with_app(User.objects.create(username="lost"))
    kept = with_app(User.objects.create(username="kept"))
    form = {"action": "forget_second_factors", "_selected_action": [lost.pk]}
    answer = secretariat.post(page(User, "changelist"), form, follow=True)
    assert "1名の二つ目の確認を外しました。" in answer.content.decode()
    assert {each.user for each in Authenticator.objects.all()} == {kept}


def test_a_kind_is_chosen_by_its_title(secretariat: Client) -> None:
    instrument = LegalInstrument.objects.create(title="さくら区個人情報保護条例")
    instrument.provisions.create(kind="line_connection", article="第１８条第３号")
    text = secretariat.get(page(LegalInstrument, "change", instrument.pk)).content.decode()
    assert re.search(r'<option value="line_connection" selected>外部の電子計算機との回線結合<', text)


@pytest.mark.parametrize("rows", [1, 30])
def test_lists_cost_the_same_for_one_row_and_for_thirty(
    secretariat: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        DepartmentName.objects.create(department=Department.objects.create(), name=f"第{number}課")
        Member.objects.create(name=f"委員{number}")
    with django_assert_num_queries(7):
        assert f"第{rows - 1}課" in secretariat.get(page(Department, "changelist")).content.decode()
    with django_assert_num_queries(6):
        assert f"委員{rows - 1}" in secretariat.get(page(Member, "changelist")).content.decode()


def test_all_that_simple_history_says_is_said_in_japanese() -> None:
    package = Path(simple_history.__file__).parent
    python = "".join((package / name).read_text("utf-8") for name in ("admin.py", "models.py"))
    templates = "".join(path.read_text("utf-8") for path in package.glob("templates/**/*.html"))
    said = re.findall(r"""\b_\(\s*"(.+?)"\s*\)""", python)
    said += [quoted for _, quoted in re.findall(r"""{% trans(?:late)? (["'])(.+?)\1 %}""", templates)]
    blocks = re.findall(r"{% blocktrans(?!late)[^%]*%}(.+?){% endblocktrans %}", templates)
    said += [re.sub(r"{{ ?(\w+) ?}}", r"%(\1)s", block) for block in blocks]
    assert len(said) > 20
    assert [text for text in said if gettext(text) == text] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = (LOCALE / "django.mo").read_bytes().decode("utf-8", "ignore")
    texts = re.findall(r'^msgstr "(.+)"$', (LOCALE / "django.po").read_text("utf-8"), re.MULTILINE)
    assert len(texts) > 20
    assert [text for text in texts if text not in compiled] == []


def test_a_council_with_its_subcommittee_is_entered_on_one_page(secretariat: Client) -> None:
    form = {
        "name": "さくら区審議会",
        "subcommittees-TOTAL_FORMS": 1,
        "subcommittees-INITIAL_FORMS": 0,
        "subcommittees-0-name": "小委員会",
    }
    assert secretariat.post(page(Council, "add"), form).status_code == 302
    assert [part.name for part in Council.objects.get().subcommittees.all()] == ["小委員会"]
