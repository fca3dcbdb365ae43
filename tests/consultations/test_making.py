"""A paper begins in the browser: from its kinds, from another paper; who may, what is asked, what comes out."""

import datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from consultations.documents import material_of, material_of_report
from consultations.enums import PaperState, RevisionAct
from consultations.models import Consultation, DepartmentName, LegalInstrument, Provision, Report, Revision
from tests.conftest import People, department, taken_in
from tests.consultations.browsing import main, said_in, signed_in

NEW = "/consultations/new/"


@pytest.fixture
def law(people: People) -> None:
    """さくら区個人情報保護条例, which ended with March 2023."""
    ordinance = LegalInstrument.objects.create(title="さくら区個人情報保護条例", valid_to=datetime.date(2023, 3, 31))
    articles = {"outsourcing": "第１０条", "computer_recording": "第１６条第２項", "line_connection": "第１７条第４号"}
    for kind, article in articles.items():
        Provision.objects.create(instrument=ordinance, kind=kind, article=article)


def filled(people: People, **values: Any) -> dict[str, Any]:
    own = people.kiriyama.departments.get()
    return {
        "chosen": ["outsourcing", "line_connection"],
        "businesses": "図書館業務",
        "subtitle": "読書通帳の発行",
        "date": "2022-11-25",
        "departments": [own.pk],
    } | values


def proposed(client: Client, values: dict[str, Any]) -> dict[str, Any]:
    """The form as it is sent again after its proposals were shown."""
    form = client.post(NEW, values | {"act": "propose"}).context["form"]
    names = ("subject", "purpose", "subject_proposed", "purpose_proposed")
    return values | {name: form[name].value() for name in names}


def created(client: Client, values: dict[str, Any], address: str = NEW) -> Consultation:
    answer = client.post(address, values | {"act": "create"})
    assert answer.status_code == 302, said_in(answer.content.decode())
    paper = Consultation.objects.latest("pk")
    assert answer.headers["Location"] == f"/consultations/{paper.pk}/edit/"
    return paper


def test_a_department_begins_a_paper_of_two_sections(people: People, law: None) -> None:
    client = signed_in(people.kiriyama)
    said = main(client, NEW)
    assert "業務を外部の事業者に委託し、個人情報を取り扱わせる。" in said
    assert "根拠" not in said, "it is asked only where no provision is in force"
    values = proposed(client, filled(people))
    assert (
        values["subject"]
        == "「図書館業務」における外部委託に伴う個人情報の保護措置及び外部の電子計算機との回線結合について"
    )
    assert Consultation.objects.count() == 0

    paper = created(client, values)
    assert (paper.state, paper.reached_secretariat, paper.number_printed) == (PaperState.DRAFT, False, "")
    assert (paper.subject, paper.subtitle) == (values["subject"], "読書通帳の発行")
    assert paper.date == datetime.date(2022, 11, 25)
    assert [row.department for row in paper.departments.all()] == [people.kiriyama.departments.get()]
    material = material_of(paper)
    assert [part.kind.kind for part in material.parts] == ["outsourcing", "line_connection"]
    assert "条例（以下「条例」という。）第１０条の規定に基づき諮問する。" in material.prefaces[0].text
    assert Revision.objects.of(paper).get().act == RevisionAct.CREATED
    assert client.get(f"/consultations/{paper.pk}/").status_code == 200
    assert signed_in(people.shiraishi).get(f"/consultations/{paper.pk}/").status_code == 404


def test_what_someone_wrote_is_not_proposed_over(people: People, law: None) -> None:
    client = signed_in(people.kiriyama)
    values = proposed(client, filled(people)) | {"subject": "読書通帳について\r\n（案）"}
    again = proposed(client, values | {"businesses": "文化業務"})
    assert again["subject"] == "読書通帳について\r\n（案）"
    assert "「文化業務」" in again["purpose"]
    assert created(client, again).subject == "読書通帳について（案）"


def test_a_proposal_nobody_has_seen_is_shown_before_anything_is_made(people: People, law: None) -> None:
    client = signed_in(people.kiriyama)
    values = proposed(client, filled(people)) | {"businesses": "文化業務", "act": "create"}
    answer = client.post(NEW, values)
    assert "件名の案が変わりました。確かめてください。" in said_in(answer.content.decode())
    assert "「文化業務」における" in answer.context["form"]["subject"].value()
    assert Consultation.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ({"basis": "act"}, "個人情報の保護に関する法律（以下「法」という。）第１２９条の規定に基づき諮問する。"),
        (
            {"basis": "guideline", "guideline": "さくら区諮問要綱第２条"},
            "さくら区諮問要綱第２条の規定に基づき諮問する。",
        ),
        ({"basis": "other", "other": "審議会条例第３条"}, "審議会条例第３条の規定に基づき諮問する。"),
        ({"basis": "later"}, ""),
    ],
)
def test_where_no_provision_is_in_force_the_basis_is_asked(
    people: People, law: None, typed: dict[str, str], ends: str
) -> None:
    client = signed_in(people.kiriyama)
    later = filled(people, date="2023-04-01")
    answer = client.post(NEW, proposed(client, later) | {"act": "create"})
    said = said_in(answer.content.decode())
    assert "外部委託、回線結合について、令和5年4月1日に使える条項が登録されていません。" in said
    assert "根拠を選んでください。" in said
    assert Consultation.objects.count() == 0
    paper = created(client, proposed(client, later | typed))
    assert material_of(paper).prefaces[0].text.split("\n")[0].endswith(ends)
    if typed["basis"] == "later":
        assert material_of(paper).prefaces[0].text == ""


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"chosen": []}, "諮問の種類を一つ以上選んでください。"),
        ({"chosen": ["gone"]}, "gone"),
        ({"businesses": ""}, "業務の名称を入れてください。"),
        ({"chosen": ["purpose_external_use"], "basis": "act"}, "利用する業務の名称を入れてください。"),
        ({"chosen": ["general"], "businesses": "", "subject": "", "basis": "act"}, "業務の名称を入れてください。"),
        ({"departments": []}, "所管課を一つ以上選んでください。"),
        ({"date": "25/11/2022"}, "日付の形を「2026-11-26」にそろえてください。"),
        ({"date": "0001-01-01"}, "年を確かめてください。"),
        ({"date": "9999-12-31"}, "年を確かめてください。"),
        ({"date": "2023-04-01", "basis": "guideline"}, "要綱の名称と条項を入れてください。"),
        ({"date": "2023-04-01", "basis": "gone"}, "gone"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_made(
    people: People, law: None, values: dict[str, Any], sentence: str
) -> None:
    client = signed_in(people.kiriyama)
    answer = client.post(NEW, proposed(client, filled(people, **values)) | {"act": "create"})
    assert sentence in said_in(answer.content.decode())
    assert Consultation.objects.count() == 0


def test_nobody_begins_a_paper_of_a_department_that_is_not_theirs(people: People, law: None) -> None:
    foreign = people.kubodera.departments.get()
    client = signed_in(people.kiriyama)
    values = proposed(client, filled(people, departments=[foreign.pk], others="区民部戸籍住民課"))
    assert client.post(NEW, values | {"act": "create"}).status_code == 200
    assert Consultation.objects.count() == 0
    assert "戸籍住民課" not in main(client, NEW)


def test_the_secretariat_chooses_departments_and_writes_collective_names(people: People, law: None) -> None:
    foreign = people.kubodera.departments.get()
    client = signed_in(people.shiraishi)
    values = filled(people, departments=[foreign.pk], others="各地域センター\r\n\r\n")
    paper = created(client, proposed(client, values))
    assert [row.printed for row in paper.departments.all()] == ["区民部戸籍住民課", "各地域センター"]
    assert paper.reached_secretariat


def test_a_department_prints_under_its_name_of_that_day(people: People, law: None) -> None:
    own = people.kiriyama.departments.get()
    own.names.all().delete()
    DepartmentName.objects.create(department=own, name="教育部図書館", valid_to=datetime.date(2021, 3, 31))
    DepartmentName.objects.create(department=own, name="教育部中央図書館", valid_from=datetime.date(2022, 4, 1))
    client = signed_in(people.kiriyama)
    paper = created(client, proposed(client, filled(people, date="2021-03-31")))
    assert [row.printed for row in paper.departments.all()] == ["教育部図書館"]
    assert client.get(f"/consultations/{paper.pk}/").status_code == 200
    values = proposed(client, filled(people, date="2021-06-01"))
    said = said_in(client.post(NEW, values | {"act": "create"}).content.decode())
    assert "令和3年6月1日には「教育部中央図書館」という課がありません。諮問日を確かめてください。" in said


@pytest.mark.parametrize("kinds", [["outsourcing"], ["outsourcing", "computer_recording", "line_connection"]])
def test_a_proposal_costs_the_same_for_one_kind_and_for_three(
    people: People, law: None, kinds: list[str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(30):
        department(f"第{n}課")
    values = filled(people, chosen=kinds) | {"act": "propose"}
    for user in (people.kiriyama, people.shiraishi):
        client = signed_in(user)
        # session, user, municipality (twice: its rules and its name), departments, their names, provisions
        with django_assert_num_queries(7):
            client.post(NEW, values)


@pytest.mark.usefixtures("law")
def test_a_copy_is_confirmed_first_and_then_takes_all_texts(people: People, delivery: Consultation) -> None:
    client = signed_in(people.kiriyama)
    address = f"/consultations/{delivery.pk}/copy/"
    assert "写してつくる" in main(client, f"/consultations/{delivery.pk}/")
    said = main(client, address)
    assert "写すもの 件名と副題 外部委託：15の見出しと、その文" in said
    assert "さくら区個人情報保護条例第１０条は、令和5年3月31日までの条項です。" in said
    assert Consultation.objects.count() == 1

    paper = created(client, {"departments": [people.kiriyama.departments.get().pk]}, address)
    before, after = material_of(delivery), material_of(paper)
    assert (after.parts, after.subject, after.subtitle) == (before.parts, before.subject, before.subtitle)
    assert (paper.number_printed, paper.slip_printed, paper.date, paper.state) == ("", "", None, PaperState.DRAFT)
    assert Revision.objects.of(paper).get().note == "諮問第９５１号からつくりました。"
    assert material_of(delivery) == before


@pytest.mark.usefixtures("law")
def test_an_amendment_lists_only_what_is_new(people: People, delivery: Consultation) -> None:
    client = signed_in(people.kiriyama)
    address = f"/consultations/{delivery.pk}/amend/"
    own = {"departments": [people.kiriyama.departments.get().pk]}
    assert "予約資料の自宅配送サービス業務委託における個人情報の項目の追加" in main(client, address)
    answer = client.post(address, own)
    assert "根拠を選んでください。" in said_in(answer.content.decode()), "the ordinance has ended"
    paper = created(client, own | {"basis": "act"}, address)
    assert paper.is_amendment
    assert [(row.earlier, row.sort) for row in paper.relations.all()] == [(delivery, "amends")]
    assert "第１２９条の規定に基づき諮問する。" in material_of(paper).parts[0].body.purpose  # type: ignore[attr-defined]  # of this kind
    dated = created(client, own | {"date": "2022-12-01"}, address)
    assert "さくら区個人情報保護条例第１０条" in material_of(dated).parts[0].body.purpose  # type: ignore[attr-defined]  # of this kind


def test_what_has_no_number_or_no_items_is_not_amended(people: People) -> None:
    for number in ("961", "962"):
        assert signed_in(people.shiraishi).get(f"/consultations/{taken_in(number).pk}/amend/").status_code == 404


@pytest.mark.parametrize("page", ["copy", "amend"])
def test_papers_of_others_are_copied_only_once_they_are_published(
    people: People, delivery: Consultation, page: str
) -> None:
    address = f"/consultations/{delivery.pk}/{page}/"
    values = {"departments": [people.kubodera.departments.get().pk], "basis": "act"}
    for user in (people.kubodera, people.hayama, people.morishita):
        client = signed_in(user)
        assert [client.get(address).status_code, client.post(address, values).status_code] == [404, 404]
    assert Consultation.objects.count() == 1
    delivery.published_on = datetime.date(2022, 4, 1)
    delivery.save()
    for user in (people.hayama, people.morishita):
        client = signed_in(user)
        assert client.get(f"/consultations/{delivery.pk}/").status_code == 200
        assert [client.get(address).status_code, client.post(address, values).status_code] == [404, 404]
    paper = created(signed_in(people.kubodera), values, address)
    assert [row.printed for row in paper.departments.all()] == ["区民部戸籍住民課"]


def test_the_secretariat_copies_for_who_asked_before(people: People) -> None:
    requests = taken_in("952")
    form = signed_in(people.shiraishi).get(f"/consultations/{requests.pk}/copy/").context["form"]
    assert form["others"].value() == "総務部情報公開課\n各地域センター"
    library = taken_in("951")
    form = signed_in(people.shiraishi).get(f"/consultations/{library.pk}/copy/").context["form"]
    assert form["departments"].value() == [people.kiriyama.departments.get().pk]


def test_a_report_begins_with_the_headings_that_were_chosen(people: People) -> None:
    client = signed_in(people.kiriyama)
    values = {"subject": "誤送付について", "departments": [people.kiriyama.departments.get().pk]}
    assert "見出し" in main(client, "/reports/new/")
    assert "件名を入れてください。" in said_in(client.post("/reports/new/", {"subject": ""}).content.decode())
    answer = client.post("/reports/new/", values | {"headings": ["経過", "再発の防止"]})
    paper = Report.objects.get()
    assert answer.headers["Location"] == f"/reports/{paper.pk}/edit/"
    assert [entry.title for entry in material_of_report(paper).parts[0].outline] == ["経過", "再発の防止"]


@pytest.mark.parametrize("address", [NEW, "/consultations/import/", "/reports/new/"])
def test_who_only_reads_begins_nothing(people: People, address: str) -> None:
    for user in (people.hayama, people.morishita):
        assert signed_in(user).post(address, {"subject": "件名", "text": "諮問第１号"}).status_code == 404


def test_items_are_suggested_from_papers_one_may_see(
    people: People,
    delivery: Consultation,
    certificates: Consultation,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def offered(user: Any, query: str) -> list[str]:
        client = signed_in(user)
        with django_assert_num_queries(3):  # session, user, names
            found: list[str] = client.get("/suggestions/items/", {"q": query}).json()["items"]
        return found

    assert offered(people.kiriyama, "ﾊｲｿｳｽﾙ") == []
    assert offered(people.kiriyama, "利用ｶｰﾄﾞ番号") == ["利用カード番号の下４桁"]
    assert offered(people.kubodera, "利用カード") == []
    assert "住所" in offered(people.shiraishi, "")
    assert len(offered(people.shiraishi, "")) == 14
    assert offered(people.shiraishi, "\x00") == offered(people.shiraishi, "")
    assert offered(people.kiriyama, "長" * 5000) == []
    delivery.published_on = datetime.date(2022, 4, 1)
    delivery.save()
    assert offered(people.kubodera, "利用カード") == ["利用カード番号の下４桁"]


def test_what_is_used_most_is_suggested_first(people: People, delivery: Consultation) -> None:
    taken_in("955")
    taken_in("953")
    taken_in("954")
    taken_in("960")
    items = signed_in(people.shiraishi).get("/suggestions/items/").json()["items"]
    assert items[0] == "氏名"
    assert len(items) == 20
