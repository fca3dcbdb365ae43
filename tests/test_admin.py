"""The secretariat keeps the reference data in the admin, in Japanese; nobody else gets in."""

import re
from collections.abc import Mapping
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
    ContractRider,
    DeliberationPoint,
    Department,
    DepartmentName,
    LegalInstrument,
    Municipality,
    Official,
    User,
)
from council.models import Council, Member, Subcommittee
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
        assert client.get(page(model, name)).status_code == 404


def test_the_admin_has_no_sign_in_page_of_its_own(client: Client) -> None:
    answer = client.get(reverse("admin:login") + "?next=/admin/")
    assert answer.headers["Location"] == reverse("account_login") + "?next=/admin/"
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_change_is_in_the_history_with_who_made_it(secretariat: Client) -> None:
    names = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-name": "総務部情報公開課"}
    none = {"successions-TOTAL_FORMS": 0, "successions-INITIAL_FORMS": 0}
    assert secretariat.post(page(Department, "add"), {"reading": "じょうほう", **names, **none}).status_code == 302
    department = Department.objects.get()
    assert str(department) == "総務部情報公開課"
    assert str(department.names.get().history.get().history_user) == "事務 花子"

    text = secretariat.get(page(Department, "history", department.pk)).content.decode()
    assert "変更履歴: 総務部情報公開課" in text
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
    library = DepartmentName.objects.create(department=Department.objects.create(), name="中央図書館").department
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
            "departments": [library.pk],
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
    instrument.provisions.create(kind="line_connection", article="第１７条第４号")
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


def rows(prefix: str, *given: Mapping[str, object]) -> dict[str, object]:
    """New rows of an inline as its form sends them."""
    form: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": 0}
    return form | {f"{prefix}-{n}-{name}": value for n, row in enumerate(given) for name, value in row.items()}


def refused(client: Client, model: type[Model], form: Mapping[str, object]) -> str:
    """What the form to add a row says when it is not taken."""
    before = model._default_manager.count()
    answer = client.post(page(model, "add"), form)
    assert answer.status_code == 200
    assert model._default_manager.count() == before
    return answer.content.decode()


def taken(client: Client, model: type[Model], form: Mapping[str, object]) -> None:
    answer = client.post(page(model, "add"), form)
    assert answer.status_code == 302


def test_a_rider_and_an_ordinance_are_in_force_once(secretariat: Client) -> None:
    taken(secretariat, ContractRider, {"name": "特記事項", "valid_to": "2023-03-31"})
    assert "期間が重なっています" in refused(secretariat, ContractRider, {"name": "特記事項"})
    taken(secretariat, ContractRider, {"name": "特記事項", "valid_from": "2023-04-01"})

    article = {"kind": "outsourcing", "article": "第１０条"}
    twice = {"title": "さくら区個人情報保護条例", **rows("provisions", article, article)}
    assert "期間が重なっています" in refused(secretariat, LegalInstrument, twice)
    once = twice | rows("provisions", article)
    taken(secretariat, LegalInstrument, once)
    assert "期間が重なっています" in refused(secretariat, LegalInstrument, once)


def test_nobody_holds_the_same_post_twice(secretariat: Client) -> None:
    library = DepartmentName.objects.create(department=Department.objects.create(), name="中央図書館").department
    post = {"department": library.pk, "title": "館長"}
    assert "期間が重なっています" in refused(secretariat, Official, {"name": "髙橋 葵", **rows("posts", post, post)})
    both = rows("posts", post, {"title": "担当部長"})
    taken(secretariat, Official, {"name": "髙橋 葵", **both})


def test_work_goes_to_a_department_that_is_there_by_then(secretariat: Client) -> None:
    later = Department.objects.create()
    DepartmentName.objects.create(department=later, name="災害対策課", valid_from="2023-04-01")
    form = rows("names", {"name": "防災課"}) | rows("successions", {"successor": later.pk, "date": "2023-03-31"})
    said = refused(secretariat, Department, form)
    assert "2023-03-31 には「災害対策課」という課がありません" in said
    taken(secretariat, Department, form | {"successions-0-date": "2023-04-01"})


def test_there_is_one_chair_a_day_and_within_a_term(secretariat: Client) -> None:
    council = Council.objects.create(name="さくら区審議会")
    part = Subcommittee.objects.create(council=council, name="小委員会")
    days = {"valid_from": "2021-06-01", "valid_to": "2023-05-31"}
    term = {"council": council.pk, **days}
    chair = {"title": "chair", "council": council.pk, **days}
    leads = {"title": "subcommittee_chair", "subcommittee": part.pk}
    seated = {"name": "葉山 俊", **rows("terms", term), **rows("offices", chair, leads)}

    assert "任期の外の日があります" in refused(secretariat, Member, seated | rows("terms"))
    assert "任期の外の日があります" in refused(secretariat, Member, seated | {"offices-0-valid_to": "2023-06-01"})
    taken(secretariat, Member, seated)
    assert "期間が重なっています" in refused(secretariat, Member, seated | {"name": "花村 敬一"})
    reader = User.objects.create(username="morishita", role=Role.READER)
    alone = {"name": "花村 敬一", **rows("terms", term), **rows("offices")}
    assert "委員の利用者ではありません" in refused(secretariat, Member, alone | {"user": reader.pk})
    taken(secretariat, Member, alone)


def test_a_chair_ends_one_term_and_begins_the_next_in_one_step(secretariat: Client) -> None:
    council = Council.objects.create(name="さくら区審議会")
    member = Member.objects.create(name="葉山 俊")
    term = member.terms.create(council=council)
    chair = member.offices.create(council=council, title="chair")
    first = {"council": council.pk, "member": member.pk, "valid_to": "2023-05-31"}
    second = {"council": council.pk, "member": member.pk, "valid_from": "2023-06-01"}
    form = {
        "name": "葉山 俊",
        **rows("terms", first | {"id": term.pk}, second),
        **rows("offices", first | {"id": chair.pk, "title": "chair"}, second | {"title": "chair"}),
        "terms-INITIAL_FORMS": 1,
        "offices-INITIAL_FORMS": 1,
    }
    assert secretariat.post(page(Member, "change", member.pk), form).status_code == 302
    assert member.offices.count() == 2


def test_an_account_of_a_department_has_one(secretariat: Client) -> None:
    form = {"username": "kiriyama", "usable_password": "false", "role": Role.DEPARTMENT}
    assert "所管課を一つ以上選んでください" in refused(secretariat, User, form)
    account = User.objects.create(username="kiriyama")
    answer = secretariat.post(page(User, "change", account.pk), form)
    assert "所管課を一つ以上選んでください" in answer.content.decode()


def test_accounts_are_made_inactive_and_never_deleted(secretariat: Client) -> None:
    own = User.objects.get()
    assert secretariat.post(page(User, "delete", own.pk), {"post": "yes"}).status_code == 403
    form = {"action": "delete_selected", "_selected_action": own.pk, "post": "yes"}
    secretariat.post(page(User, "changelist"), form)
    assert User.objects.get() == own
