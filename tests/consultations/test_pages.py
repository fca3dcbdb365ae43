"""A case with its paper, and the PDF: what each person finds there, and what it costs."""

import re

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from consultations.documents import document_of, document_of_report
from consultations.enums import RelationSort, Role
from consultations.models import Consultation, Report
from paper.html import page
from tests.conftest import People, person, taken_in
from tests.consultations.browsing import main, said_in, signed_in


def test_members_and_readers_get_a_page_without_the_work_of_staff(people: People) -> None:
    for user in (people.hayama, people.morishita, person("nanashi", "", "", Role.MEMBER)):
        text = signed_in(user).get("/").content.decode()
        assert "会議の資料は、発行されるとここで読めます。" in text
        navigation = text.split("<nav", 1)[1].split("</nav>", 1)[0]
        assert "机" not in navigation
        assert "管理" not in navigation
        assert "諮問をつくる" not in text
    assert "机</a>" in signed_in(people.kiriyama).get("/").content.decode()


def test_a_case_gives_its_facts_beside_the_paper(people: People, certificates: Consultation) -> None:
    said = main(signed_in(people.shiraishi), f"/consultations/{certificates.pk}/")
    assert said.startswith(
        "諮問第９５８号 受理 コンビニエンスストア等における住民票の写し等の交付の実施 「住民基本台帳"
    )
    assert "所管課 区民部戸籍住民課 諮問日 令和4年11月25日 種類 外部委託、電子計算機への記録、回線結合" in said
    assert "根拠 さくら区個人情報保護条例第１０条 さくら区個人情報保護条例第１６条第２項" in said
    assert re.search(r"別紙 【別紙１】 \S+ 【別紙２】 \S+", said)


def test_an_earlier_consultation_is_a_link_for_those_who_may_open_it(people: People) -> None:
    earlier, later = taken_in("952"), taken_in("956")
    link = f'<a class="said" href="/consultations/{earlier.pk}/">諮問第９５２号</a>'
    address = f"/consultations/{later.pk}/"
    client = signed_in(people.shiraishi)
    assert link in client.get(address).content.decode()
    assert "諮問第９５２号 包括承認の条件の範囲を超える" in main(client, address)
    earlier.reached_secretariat = False
    earlier.save()
    assert link not in client.get(address).content.decode()
    assert "諮問第９５２号 包括承認の条件の範囲を超える" in main(client, address)
    later.relations.create(sort=RelationSort.AMENDS, cited_as="諮問第１２号")
    assert "諮問第１２号 変更する" in main(client, address)


def test_the_paper_in_the_browser_is_the_html_of_the_print(
    people: People, certificates: Consultation, wrong_address: Report
) -> None:
    stylesheets = [static("paper/material.css")]
    client = signed_in(people.shiraishi)
    for address, tree in (
        (reverse("consultation_paper", args=[certificates.pk]), document_of(certificates)),
        (reverse("report_paper", args=[wrong_address.pk]), document_of_report(wrong_address)),
    ):
        assert client.get(address).content.decode() == page(tree, stylesheets=stylesheets)
        case = client.get(address.removesuffix("paper/")).content.decode()
        assert f'<iframe class="paper__frame" src="{address}" title="印刷と同じ紙面">' in case


def test_the_pdf_opens_in_the_browser_under_its_number(
    people: People, delivery: Consultation, wrong_address: Report
) -> None:
    client = signed_in(people.kiriyama)
    answer = client.get(f"/consultations/{delivery.pk}/paper.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"
    named = "%E8%AB%AE%E5%95%8F%E7%AC%AC951%E5%8F%B7.pdf"  # 諮問第951号
    assert answer.headers["Content-Disposition"] == f"inline; filename*=utf-8''{named}"
    assert answer.headers["Cache-Control"] == "private"
    answer = client.get(f"/reports/{wrong_address.pk}/paper.pdf")
    assert answer.headers["Content-Disposition"].endswith("''%E5%A0%B1%E5%91%8A%E7%AC%AC122%E5%8F%B7.pdf")


def test_a_paper_without_a_number_has_a_name_too(people: People, delivery: Consultation) -> None:
    delivery.number_printed = ""
    delivery.save()
    answer = signed_in(people.kiriyama).get(f"/consultations/{delivery.pk}/paper.pdf")
    assert answer.headers["Content-Disposition"] == "inline; filename*=utf-8''%E8%AB%AE%E5%95%8F.pdf"  # 諮問


@pytest.mark.parametrize(
    "damage",
    [
        {"body": {"purpose": 1}},
        {"body": {"x": 1}},
        {"body": []},
        {"outline": "x"},
        {"outline": [{"key": "why_gone"}]},
        {"kind": "gone"},
        {"schema_version": 9},
    ],
)
def test_a_paper_whose_content_cannot_be_read_says_so(
    people: People, delivery: Consultation, damage: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    section = delivery.sections.get()
    for name, value in damage.items():
        setattr(section, name, value)
    section.save()
    client = signed_in(people.shiraishi)
    for address in ("paper/", "paper.pdf"):
        answer = client.get(f"/consultations/{delivery.pk}/{address}")
        assert answer.status_code == 500
        said = said_in(answer.content.decode())
        assert "この案件の紙面は、いま表示できません。" in said
        assert "諮問第９５１号" in said
    assert "教育部中央図書館" in main(client, f"/consultations/{delivery.pk}/")
    assert [record.message for record in caplog.records if record.name == "consultations.views.printed"] == [
        f"the stored content of consultations.Consultation {delivery.pk} cannot be read"
    ] * 2


def test_a_case_costs_the_same_with_one_section_and_with_three(
    people: People,
    delivery: Consultation,
    certificates: Consultation,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in(people.shiraishi)
    for case in (delivery, certificates):
        with django_assert_num_queries(11):  # session, user, whose council, the case, its six lists, its steps
            client.get(f"/consultations/{case.pk}/")
        with django_assert_num_queries(7):  # session, user, the case, its three lists, the rules of the house
            client.get(f"/consultations/{case.pk}/paper/")


def test_the_strict_policy_is_on_every_page(people: People, delivery: Consultation) -> None:
    client = signed_in(people.shiraishi)
    case = f"/consultations/{delivery.pk}/"
    for address in ("/", case, f"{case}paper/", f"{case}paper.pdf", "/consultations/0/", "/login/"):
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert policy.count("frame-ancestors 'self'") == 1


def test_the_sample_materials_all_have_their_pages(people: People) -> None:
    client = signed_in(people.shiraishi)
    for path in sorted((settings.BASE_DIR / "fixtures" / "materials").glob("*.txt")):
        pk = taken_in(path.stem).pk
        assert path.stem in Consultation.objects.get(pk=pk).number_key
        assert "</h1>" in client.get(f"/consultations/{pk}/paper/").content.decode()
        assert main(client, f"/consultations/{pk}/")
