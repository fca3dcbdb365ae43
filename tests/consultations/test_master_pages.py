"""The secretariat's pages of departments, officials and the law: what they say, refuse, remember and cost."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from consultations.models import (
    Consultation,
    Department,
    DepartmentName,
    DepartmentSuccession,
    LegalInstrument,
    Official,
    Post,
    Provision,
)
from tests.conftest import People
from tests.consultations.browsing import main, said_in, signed_in

D = datetime.date


@pytest.fixture
def secretariat(people: People) -> Client:
    return signed_in(people.shiraishi)


@pytest.fixture
def library(people: People) -> Department:
    return people.kiriyama.departments.get()


def sent(client: Client, name: str, /, *given: int, **form: object) -> str:
    """What the page says after the form is sent and, if it was taken, on the page it leads to."""
    answer = client.post(reverse(name, args=given), form, follow=True)
    assert answer.status_code == 200
    return said_in(answer.content.decode())


def typed(client: Client, name: str, /, *given: int, **form: object) -> str:
    """The page that a refused form gives back."""
    answer = client.post(reverse(name, args=given), form)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_way_in_leads_to_all_that_is_kept(secretariat: Client) -> None:
    assert '<a href="/master/">管理</a>' in secretariat.get("/reports/").content.decode()
    page = secretariat.get("/master/").content.decode()
    assert '<a href="/master/" aria-current="page">管理</a>' in page
    addresses = re.findall(r'<a href="(/[^"]+)">', re.findall(r"<main.*?</main>", page, re.DOTALL)[0])
    assert len(addresses) == 13
    assert {secretariat.get(address).status_code for address in addresses} == {200}


def test_what_is_not_there_and_what_only_shows(secretariat: Client, library: Department) -> None:
    for sort in ("departments", "officials", "instruments", "members"):
        for pk in (0, 10**6, 10**30):
            assert secretariat.get(f"/master/{sort}/{pk}/").status_code == 404
        assert secretariat.post(f"/master/{sort}/").status_code == 405
    assert secretariat.put(f"/master/departments/{library.pk}/rename/").status_code == 405


@pytest.mark.parametrize("name", ["master_new_department", "master_officials_roster", "master_reorganise"])
def test_nobody_else_can_send_anything(people: People, name: str) -> None:
    for user in (people.kiriyama, people.hayama, people.morishita):
        assert signed_in(user).post(reverse(name), {"name": "災害対策課"}).status_code == 404
    assert not DepartmentName.objects.filter(name="災害対策課").exists()


def test_a_department_is_entered_renamed_and_ended(secretariat: Client) -> None:
    said = sent(secretariat, "master_new_department", name="総務部防災課", reading="ぼうさいか", valid_from="H22.4.1")
    assert "「総務部防災課」を登録しました。" in said
    disaster = DepartmentName.objects.get(name="総務部防災課").department
    said = sent(secretariat, "master_rename", disaster.pk, name="総務部災害対策課", day="令和5年4月1日")
    assert "令和5年4月1日からの名称「総務部災害対策課」を登録しました。" in said
    assert "総務部防災課 終わり 平成22年4月1日から令和5年3月31日まで" in said
    assert "総務部災害対策課 令和5年4月1日から" in said
    assert "白石 由衣 名称「総務部防災課」を変更 終了日： 追加： 令和5年3月31日" in said
    row = main(secretariat, "/master/departments/")
    assert "総務部災害対策課 ぼうさいか 令和5年4月1日から 1つの名称 総務部防災課" in row
    said = sent(secretariat, "master_end_department", disaster.pk, day="2024/3/31")
    assert "「総務部災害対策課」は、令和6年3月31日で終わります。" in said
    assert "読みを直しました。" in sent(secretariat, "master_mend_department", disaster.pk, reading="さいがい")


def test_a_mistake_is_said_in_a_sentence_and_what_was_typed_stays(secretariat: Client, library: Department) -> None:
    page = typed(secretariat, "master_rename", library.pk, name="図書館課", day="四月一日", reading="としょかんか")
    assert page.count("日付を読めませんでした。日付の形を「令和8年6月1日」にそろえてください。") == 2
    assert '<a href="#id_day">' in page
    assert 'value="四月一日"' in page
    assert 'value="としょかんか"' in page
    page = typed(secretariat, "master_rename", library.pk, name="教育部中央図書館", day="R8.4.1")
    assert "今の名称と同じです。" in page
    assert 'value="R8.4.1"' in page
    assert "名称を入れてください。" in typed(secretariat, "master_new_department", name="")
    assert "100" in typed(secretariat, "master_new_official", name="髙" * 101, title="課長")
    assert library.names.count() == 1


def test_a_reorganisation_is_shown_then_done(
    secretariat: Client, people: People, library: Department, delivery: Consultation
) -> None:
    form = {"day": "R9.4.1", "predecessors": library.pk, "created": "教育部図書館課　としょかんか\n\n", "ends": "1"}
    said = sent(secretariat, "master_reorganise", **form)
    assert "令和9年4月1日 に、 「教育部中央図書館」 の仕事を、 「教育部図書館課」 が引き継ぎます。" in said
    assert "諮問1件、報告0件を引き継ぎます。" in said
    assert "前の課の利用者1名（桐山 翔太）は、これまでの案件を見られるままです。" in said
    assert not DepartmentSuccession.objects.exists()

    page = typed(secretariat, "master_reorganise", **form)
    seal = re.findall(r'name="seal" value="(\w+)"', page)[0]
    changed = {**form, "ends": "0", "seal": seal, "save": "1"}
    assert "確かめたときと内容が変わったので、登録していません。" in sent(secretariat, "master_reorganise", **changed)
    assert not DepartmentSuccession.objects.exists()
    assert "組織改正を登録しました。" in sent(secretariat, "master_reorganise", **form, seal=seal, save="1")
    heir = DepartmentSuccession.objects.get().successor
    assert heir.reading == "としょかんか"
    assert "後継の課 教育部図書館課 令和9年4月1日に渡した" in main(secretariat, f"/master/departments/{library.pk}/")
    assert "前の課 教育部中央図書館 令和9年4月1日に受けた" in main(secretariat, f"/master/departments/{heir.pk}/")


def test_a_reorganisation_without_a_successor_says_so(secretariat: Client, library: Department) -> None:
    page = typed(secretariat, "master_reorganise", day="R9.4.1", predecessors=library.pk, ends="1")
    assert "後継の課がありません。選ぶか、新しくできる課の名称を入れてください。" in page
    both = {"predecessors": library.pk, "successors": library.pk, "ends": "1", "day": "R9.4.1"}
    assert "前の課と後継の課の両方にあります。" in typed(secretariat, "master_reorganise", **both)
    too_long = {"predecessors": library.pk, "created": "課" * 101, "ends": "1", "day": "R9.4.1"}
    assert "長すぎる行があります。" in typed(secretariat, "master_reorganise", **too_long)


def test_an_official_takes_and_leaves_posts(secretariat: Client, library: Department) -> None:
    form = {"name": "𠮷田 薫", "reading": "よしだ かおる", "title": "館長", "department": library.pk}
    assert "「𠮷田 薫」を登録しました。" in sent(secretariat, "master_new_official", **form, valid_from="R7.4.1")
    official = Official.objects.get()
    said = sent(secretariat, "master_new_post", official.pk, title="副参事", valid_from="R8.4.1")
    assert "副参事 令和8年4月1日から" in said
    post = official.posts.get(title="館長")
    assert "職「館長」は、令和8年3月31日で終わります。" in sent(secretariat, "master_end_post", post.pk, day="R8.3.31")
    assert "その日より前に終わります" in typed(secretariat, "master_end_post", post.pk, day="R9.3.31")
    said = sent(secretariat, "master_mend_official", official.pk, name="吉田 薫", reading="よしだ かおる")
    assert "委員" not in said
    assert "氏名： 削除： 𠮷田 薫 → 追加： 吉田 薫" in said
    assert "吉田 薫 よしだ かおる 副参事" in main(secretariat, "/master/officials/")


def test_the_law_is_kept_with_its_provisions(secretariat: Client) -> None:
    said = sent(secretariat, "master_new_instrument", title="さくら区個人情報保護条例", valid_from="平成12年4月1日")
    assert "「さくら区個人情報保護条例」を登録しました。続けて、条項を登録できます。" in said
    law = LegalInstrument.objects.get()
    said = sent(secretariat, "master_new_provision", law.pk, kind="line_connection", article="第１７条第４号")
    assert "外部の電子計算機との回線結合 条項 期間 すること 第１７条第４号" in said
    again = typed(secretariat, "master_new_provision", law.pk, kind="line_connection", article="第１７条第４号")
    assert "期間が重なっています。" in again
    said = sent(secretariat, "master_mend_instrument", law.pk, title="さくら区条例", valid_from="H12.4.1")
    assert "題名： 削除： さくら区個人情報保護条例 → 追加： さくら区条例" in said
    sent(secretariat, "master_end_provision", Provision.objects.get().pk, day="R4.3.31")
    said = sent(secretariat, "master_end_instrument", law.pk, day="R5.3.31")
    assert "平成12年4月1日から令和5年3月31日まで 終わり" in said
    assert "第１７条第４号 終わり 令和4年3月31日まで" in said


def test_a_roster_is_checked_and_then_taken_in(secretariat: Client, library: Department) -> None:
    text = "氏名\t職名\t所属\n𠮷田 薫\t館長\t教育部中央図書館\n"
    page = typed(secretariat, "master_officials_roster", text=text)
    assert "新しく加わる 1件" in said_in(page)
    assert "𠮷田 薫\t館長" in page, "what was pasted is still there"
    assert not Official.objects.exists()
    seal = re.findall(r'name="seal" value="(\w+)"', page)[0]
    other = sent(secretariat, "master_officials_roster", text=text + "葉山 俊\t副参事\t", seal=seal, save="1")
    assert "確かめたときと内容が変わったので、登録していません。" in other
    assert not Official.objects.exists()
    said = sent(secretariat, "master_officials_roster", text=text, seal=seal, save="1")
    assert "職員の表を登録しました。" in said
    assert Post.objects.get().history.get().history_user is not None
    assert "変わるところはありません。 そのまま 1件" in sent(secretariat, "master_officials_roster", text=text)
    bad = sent(secretariat, "master_departments_roster", text="課\t開始日\n防災課\tいつか", seal="x", save="1")
    assert "2行目 開始日の「いつか」を読めませんでした。" in bad
    assert "この内容で登録する" not in bad


@pytest.mark.parametrize("rows", [1, 200])
def test_pages_cost_the_same_for_one_row_and_for_two_hundred(
    secretariat: Client, library: Department, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    law = LegalInstrument.objects.create(title="さくら区条例")
    for number in range(rows):
        department = Department.objects.create()
        DepartmentName.objects.create(department=department, name=f"第{number}課")
        DepartmentSuccession.objects.create(predecessor=department, successor=library, date=D(2024, 4, 1))
        official = Official.objects.create(name=f"職員{number}")
        official.posts.create(title="係長", department=department)
        official.posts.create(title="主査", department=library)
        Official.objects.earliest("pk").posts.create(title=f"兼務{number}", department=department)
        law.provisions.create(kind="outsourcing", article=f"第{number}条")
        LegalInstrument.objects.create(title=f"要綱{number}")
    last, first = str(rows - 1), Official.objects.earliest("pk")
    own = 3  # session, user, municipality
    with django_assert_num_queries(own + 2):  # departments, names
        assert f"第{last}課" in main(secretariat, "/master/departments/")
    with django_assert_num_queries(own + 4):  # officials, posts, departments, names
        assert f"職員{last}" in main(secretariat, "/master/officials/")
    with django_assert_num_queries(own + 2):  # instruments, provisions
        assert f"要綱{last}" in main(secretariat, "/master/instruments/")
    # it, names, successions, those it received, their departments, names of these, posts, heirs, 2 histories
    with django_assert_num_queries(own + 10):
        assert f"第{last}課" in main(secretariat, f"/master/departments/{library.pk}/")
    with django_assert_num_queries(own + 6):  # the official, posts, departments, names, 2 histories
        assert f"兼務{last}" in main(secretariat, f"/master/officials/{first.pk}/")
    with django_assert_num_queries(own + 4):  # the instrument, provisions, 2 histories
        assert f"第{last}条" in main(secretariat, f"/master/instruments/{law.pk}/")
    with django_assert_num_queries(own + 4):  # what there is to choose, twice, with names
        assert f"第{last}課" in main(secretariat, "/master/departments/reorganise/")
