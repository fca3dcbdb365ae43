"""The two lists: what finds a paper in them, what they are narrowed to, and what they cost."""

import datetime
import re

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from consultations.enums import PaperState
from consultations.models import Consultation, ConsultationDepartment, DepartmentName, DepartmentSuccession, Report
from tests.conftest import People, department, taken_in
from tests.consultations.browsing import main, signed_in
from tests.consultations.many import many_consultations, many_reports
from tests.consultations.on_the_way import begun, submitted

LIST = "/consultations/"


def found(people: People, query: str, address: str = LIST) -> list[str]:
    """The numbers of the papers that the secretariat finds, as printed."""
    content = signed_in(people.shiraishi).get(f"{address}?{query}").content.decode()
    return re.findall(r'<td class="number whole"><span class="said">(.*?)</span>', content)


def test_the_list_says_what_finds_a_case(people: People, delivery: Consultation, certificates: Consultation) -> None:
    said = main(signed_in(people.shiraishi), LIST)
    assert "2件 新しい順" in said
    row = said[said.index("諮問第９５８号") : said.index("諮問第９５１号")]
    assert "コンビニエンスストア等における住民票の写し等の交付の実施" in row
    assert "「住民基本台帳業務」における外部委託、新たな個人情報の項目の電子計算機への記録" in row
    assert "外部委託、電子計算機への記録、回線結合" in row
    assert "区民部戸籍住民課 令和4年11月25日 受理" in row


def test_a_department_finds_its_own_and_its_drafts_on_top(people: People, delivery: Consultation) -> None:
    draft = Consultation.objects.create(subject="まだ番号のない諮問について")
    library = people.kiriyama.departments.get()
    ConsultationDepartment.objects.create(consultation=draft, position=0, printed="中央図書館", department=library)
    assert re.search(
        r"2件 .*番号は未定 まだ番号のない諮問について 中央図書館 日は未定 作成中 諮問第９５１号",
        main(signed_in(people.kiriyama), LIST),
    )
    assert "まだ番号のない" not in main(signed_in(people.shiraishi), LIST)


def test_a_date_that_is_no_day_shows_as_it_is_printed(people: People, delivery: Consultation) -> None:
    delivery.date, delivery.date_printed = None, "令和４年２月中旬"
    delivery.save()
    assert "教育部中央図書館 令和４年２月中旬 受理" in main(signed_in(people.shiraishi), LIST)


def test_twenty_five_rows_a_page_and_the_page_in_the_address(people: People) -> None:
    many_consultations(60, people.kiriyama)
    client = signed_in(people.shiraishi)
    first, second, last = (main(client, LIST + page) for page in ("", "?page=2", "?page=3"))
    assert "件名60 " in first
    assert "件名36 " in first
    assert "1–25件目／60件 次の25件" in first
    assert "前の25件 26–50件目／60件 次の25件" in second
    assert "件名35 " in second
    assert last.endswith("前の25件 51–60件目／60件")
    assert "諮問の一覧（2ページ目） - 審議" in client.get(f"{LIST}?page=2").content.decode()
    assert main(client, f"{LIST}?page=99") == last
    assert main(client, f"{LIST}?page=x") == first


def test_reports_have_a_list_of_their_own(people: People, wrong_address: Report) -> None:
    said = main(signed_in(people.kiriyama), "/reports/")
    assert "報告第１２２号 図書の延滞通知の誤送付について 発生の経過及び再発の防止 教育部中央図書館" in said
    assert "令和4年11月25日 受理" in said


def test_an_empty_list_says_what_comes_next(people: People) -> None:
    assert "まだ諮問がありません。「諮問をつくる」か、ファイルの読み込み" in main(signed_in(people.shiraishi), LIST)
    assert "あなたの課の報告は、まだありません。" in main(signed_in(people.kiriyama), "/reports/")
    assert "公開された諮問は、まだありません。" in main(signed_in(people.hayama), LIST)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("q=図書", ["諮問第９５１号"]),  # two characters, in the text
        ("q=951", ["諮問第９５１号"]),
        ("q=９５１号", ["諮問第９５１号"]),
        ("q=住民票の写し", ["諮問第９５８号"]),  # in the subtitle
        ("q=住民票 図書", []),  # all of them
        ("q=住民票　交付", ["諮問第９５８号"]),  # apart by the space people type
        ("q=%25", []),  # no sign means anything else
        ("kind=outsourcing", ["諮問第９５８号", "諮問第９５１号"]),
        ("kind=line_connection", ["諮問第９５８号"]),
        ("state=accepted", ["諮問第９５８号", "諮問第９５１号"]),
        ("state=draft", []),
        ("year=2022", ["諮問第９５８号"]),
        ("year=2021", ["諮問第９５１号"]),  # February belongs to the fiscal year before
        ("year=none", []),
        ("kind=outsourcing&year=2022&q=交付", ["諮問第９５８号"]),
        ("state=x&kind=x&department=x&year=x", ["諮問第９５８号", "諮問第９５１号"]),  # offered by nobody
        ("q=%00", ["諮問第９５８号", "諮問第９５１号"]),
    ],
)
def test_a_list_is_narrowed_by_its_address(people: People, query: str, numbers: list[str]) -> None:
    taken_in("951")
    taken_in("958")
    assert found(people, query) == numbers


def test_digits_of_any_width_find_a_subject(people: People) -> None:
    Consultation.objects.create(subject="第２庁舎の利用", number_printed="第一号", reached_secretariat=True)
    Consultation.objects.create(subject="第3庁舎の利用", number_printed="第二号", reached_secretariat=True)
    assert found(people, "q=第2庁舎") == found(people, "q=第２庁舎") == ["第一号"]
    assert found(people, "q=第3庁舎") == found(people, "q=第３庁舎") == ["第二号"]


def test_reports_are_narrowed_too(people: People, wrong_address: Report) -> None:
    assert found(people, "q=延滞", "/reports/") == ["報告第１２２号"]
    assert found(people, "q=配送", "/reports/") == []
    assert found(people, "state=accepted&year=2022", "/reports/") == ["報告第１２２号"]
    library = people.kiriyama.departments.get()
    assert found(people, f"department={library.pk}", "/reports/") == ["報告第１２２号"]
    assert found(people, f"department={people.kubodera.departments.get().pk}", "/reports/") == []


def test_a_paper_is_found_under_the_name_its_department_has_today(people: People, delivery: Consultation) -> None:
    """The library's work goes to 生涯学習課; a name of its own future does not count yet."""
    library, learning = people.kiriyama.departments.get(), department("教育部生涯学習課")
    offered = main(signed_in(people.shiraishi), LIST)
    assert "教育部中央図書館 区民部戸籍住民課 教育部生涯学習課" in offered
    assert found(people, f"department={learning.pk}") == []
    library.valid_to = datetime.date(2023, 3, 31)
    library.save()
    DepartmentSuccession.objects.create(predecessor=library, successor=learning, date=datetime.date(2023, 4, 1))
    DepartmentName.objects.filter(department=learning).delete()
    for name, first in (("教育部社会教育課", None), ("教育部生涯学習課", 2023), ("教育部学習支援課", 2150)):
        begins = datetime.date(first, 4, 1) if first else None
        DepartmentName.objects.create(department=learning, name=name, valid_from=begins)
    assert found(people, f"department={learning.pk}") == ["諮問第９５１号"]
    offered = main(signed_in(people.shiraishi), LIST)
    assert "すべて 区民部戸籍住民課 教育部生涯学習課 年度" in offered
    assert "所管課：教育部生涯学習課" in main(signed_in(people.shiraishi), f"{LIST}?department={learning.pk}")


def test_a_department_that_ended_without_an_heir_is_still_offered(people: People, delivery: Consultation) -> None:
    library = people.kiriyama.departments.get()
    library.valid_to = datetime.date(2023, 3, 31)
    library.save()
    assert found(people, f"department={library.pk}") == ["諮問第９５１号"]


def test_what_is_set_stands_in_chips_and_survives_pages_and_tabs(people: People) -> None:
    many_consultations(60, people.kiriyama)
    client = signed_in(people.shiraishi)
    content = client.get(f"{LIST}?q=件名&state=accepted&kind=outsourcing").content.decode()
    query = "?q=%E4%BB%B6%E5%90%8D&amp;state=accepted&amp;kind=outsourcing"
    assert f'href="{query}&amp;page=2" rel="next"' in content
    assert f'href="/reports/{query}"' in content
    assert f'href="/consultations/register.xlsx{query}"' in content
    said = main(client, f"{LIST}?q=件名&state=accepted&kind=outsourcing&page=2")
    assert "ことば：件名 を外す × 状態：受理 を外す × 種類：外部委託 を外す × 絞り込みを外す" in said
    assert "26–50件目／60件" in said
    content = client.get(f"{LIST}?q=件名&state=accepted&page=2").content.decode()
    assert '<a href="?state=accepted">ことば：件名' in content, "one goes, the rest stays, from its first page on"
    assert '<option value="accepted" selected>受理</option>' in content


def test_nothing_found_says_how_to_go_on(people: People, delivery: Consultation) -> None:
    said = main(signed_in(people.shiraishi), f"{LIST}?state=withdrawn")
    assert (
        "この条件に合う諮問は、ありません。上の条件を一つ外すか、ことばを短くしてみてください。 絞り込みを外す" in said
    )
    assert "この条件に合う報告は、ありません。" in main(signed_in(people.shiraishi), "/reports/?q=絵本")


def test_no_question_finds_what_one_may_not_see(people: People, delivery: Consultation) -> None:
    """Not by its words, its department, its year; and the years offered are those of what one sees."""
    library = people.kiriyama.departments.get()
    draft = begun(people.kiriyama, "点字図書の郵送", "ひみつの棚")
    draft.date = datetime.date(1999, 5, 1)
    draft.save()
    queries = ("", "q=点字", "q=ひみつ", f"department={library.pk}", "year=1999", "state=draft", "kind=general")
    for user in (people.shiraishi, people.kubodera, people.hayama, people.morishita):
        for query in queries:
            said = main(signed_in(user), f"{LIST}?{query}")
            assert "点字図書の郵送" not in said
            assert "平成11年度" not in said
    assert "点字図書の郵送" in main(signed_in(people.kiriyama), f"{LIST}?q=ひみつ")
    submitted(draft, people.kiriyama)
    assert "点字図書の郵送" in main(signed_in(people.shiraishi), f"{LIST}?q=ひみつ&year=1999")


def test_members_and_readers_find_what_was_published(people: People, delivery: Consultation) -> None:
    certificates = taken_in("958")
    certificates.state, certificates.published_on = PaperState.ANSWERED, datetime.date(2023, 1, 1)
    certificates.save()
    for user in (people.hayama, people.morishita, people.kiriyama):
        client = signed_in(user)
        assert "諮問第９５８号" in main(client, f"{LIST}?q=住民票")
        assert client.get(reverse("consultation", args=[certificates.pk])).status_code == 200
    assert "諮問第９５１号" not in main(signed_in(people.hayama), LIST)


@pytest.mark.parametrize("rows", [1, 200])
def test_lists_cost_the_same_for_one_row_and_for_two_hundred(
    people: People, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many_consultations(rows, people.kiriyama)
    many_reports(rows, people.kiriyama)
    library = people.kiriyama.departments.get().pk
    for user in (people.shiraishi, people.kiriyama):
        client = signed_in(user)
        # session, user, municipality, years, departments offered, count, rows, their departments, their sections
        with django_assert_num_queries(9):
            assert f"件名{rows} " in main(client, LIST)
        with django_assert_num_queries(9):
            query = f"q=件名 第&state=accepted&kind=outsourcing&department={library}&year=none"
            assert f"件名{rows} " in main(client, f"{LIST}?{query}")
        with django_assert_num_queries(8):
            assert f"報告{rows - 1} " in main(client, "/reports/?year=2022")
