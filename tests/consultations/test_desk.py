"""The desk: whose move it is, how soon, and what others changed since one was here last."""

import datetime
import re

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from consultations.desk import waiting_for
from consultations.enums import PaperState, RevisionAct
from consultations.models import Presence, Report, Revision, User, Visit
from consultations.services.visits import visit
from tests.conftest import People, taken_in
from tests.consultations.browsing import main, signed_in
from tests.consultations.many import many_consultations, many_reports, much_done
from tests.consultations.on_the_way import (
    accepted,
    ago,
    backdated,
    begun,
    days_from_now,
    published,
    remark,
    report_begun,
    returned,
    step,
    submitted,
)


def titles(user: User) -> list[str]:
    return [step.title for step in waiting_for(user)]


def turn(user: User) -> str:
    """What the panel of one's own steps says."""
    said = main(signed_in(user), "/")
    return said[said.index("いま、") : re.search("進行中の案件|事務局に届いている案件", said).start()]  # type: ignore[union-attr]  # one of them is there


def news(user: User) -> str:
    said = main(signed_in(user), "/")
    return said[said.index("前回から変わったこと") :]


def was_here(user: User, *, days: int) -> None:
    """So many days ago, and again just now."""
    Visit.objects.create(user=user, before=ago(days=days))


@time_machine.travel("2026-11-24 10:00:00+09:00", tick=False)
def test_the_desk_of_the_secretariat_says_whose_desk_it_is_and_which_day(people: People) -> None:
    said = main(signed_in(people.shiraishi), "/")
    assert said.startswith("事務局の机 令和8年11月24日（火） ")
    assert "いま、事務局の番 いま、することはありません。" in said
    assert "進行中の案件は、ありません。" in said
    assert "次にここへ来たとき、それまでにほかの人が変えたところが並びます。" in said


@time_machine.travel("2026-11-24 10:00:00+09:00", tick=False)
def test_a_paper_goes_from_desk_to_desk(people: People) -> None:
    paper = begun(people.kiriyama, "点字図書の郵送")
    assert titles(people.kiriyama) == ["書きかけの諮問を仕上げて提出する"]
    assert titles(people.shiraishi) == titles(people.kubodera) == []

    submitted(paper, people.kiriyama)
    assert titles(people.kiriyama) == []
    assert "諮問を確かめて受理する 教育部中央図書館 点字図書の郵送 今日 10:00に提出 確かめる" in turn(people.shiraishi)
    assert "事務局に届いている案件 すべての諮問・報告 諮問 提出 1件" in main(signed_in(people.kiriyama), "/")

    returned(paper, people.shiraishi, "s1/free-1", "", due=datetime.date(2026, 11, 26))
    assert titles(people.shiraishi) == []
    assert "11/26 （木） あと2日 差し戻された2か所を直す 点字図書の郵送 今日 10:00に差戻し 直す" in turn(
        people.kiriyama
    )

    with time_machine.travel("2026-11-24 13:05:00+09:00", tick=False):
        submitted(paper, people.kiriyama)
        assert "差し戻した2か所の直しを確かめる" in turn(people.shiraishi)
        assert "点字図書の郵送 今日 13:05に再提出 直しを見る" in turn(people.shiraishi)

    accepted(paper, people.shiraishi)
    assert titles(people.shiraishi) == titles(people.kiriyama) == []
    assert "諮問 受理 1件" in main(signed_in(people.shiraishi), "/")
    assert "諮問 受理 1件" in main(signed_in(people.kiriyama), "/")


def test_reports_wait_in_the_same_way(people: People) -> None:
    report = report_begun(people.kiriyama, "返却案内の誤送付について")
    assert titles(people.kiriyama) == ["書きかけの報告を仕上げて提出する"]
    submitted(report, people.kiriyama)
    assert titles(people.shiraishi) == ["報告を確かめて受理する"]
    assert "報告 提出 1件" in main(signed_in(people.shiraishi), "/")
    returned(report, people.shiraishi)
    assert titles(people.kiriyama) == ["差し戻された報告を直す"]


def test_what_the_secretariat_began_is_its_own_to_finish(people: People) -> None:
    begun(people.shiraishi, "安全管理の基準")
    assert titles(people.shiraishi) == ["書きかけの諮問を仕上げて受理する"]
    assert titles(people.kiriyama) == []


def test_only_the_places_of_the_last_return_are_counted(people: People) -> None:
    paper = submitted(begun(people.kiriyama, "点字図書の郵送"), people.kiriyama)
    returned(paper, people.shiraishi, "s1/free-1", "", "s1")
    submitted(paper, people.kiriyama)
    returned(paper, people.shiraishi, "s1/free-1")
    assert titles(people.kiriyama) == ["差し戻された1か所を直す"]


@time_machine.travel("2026-11-24 10:00:00+09:00", tick=False)
def test_the_nearest_deadline_comes_first_and_then_what_waits_longest(people: People) -> None:
    for name, due, days in (("四", None, 1), ("二", 0, 1), ("一", -4, 1), ("三", 1, 9), ("五", None, 0)):
        paper = submitted(begun(people.kiriyama, f"案件{name}"), people.kiriyama)
        backdated(paper, ago(days=days))
        paper.due = None if due is None else days_from_now(due)
        paper.save()
    said = turn(people.shiraishi)
    assert re.findall("案件(.)", said)[::2] == ["一", "二", "三", "四", "五"]
    assert "5 件 期限の近い順 11/20 （金） 4日超過" in said
    assert "11/24 （火） 今日まで" in said
    assert "11/25 （水） あと1日" in said
    assert "期限なし 諮問を確かめて受理する 教育部中央図書館 案件四 11月23日 10:00に提出" in said
    content = signed_in(people.shiraishi).get("/").content.decode()
    assert content.count("is-late") == 1


def test_a_remark_waits_for_the_others_until_they_answer_or_it_is_settled(people: People) -> None:
    paper = accepted(submitted(begun(people.kiriyama, "点字図書の郵送"), people.kiriyama), people.shiraishi)
    first = remark(paper, people.kiriyama, "s1/free-1")
    remark(paper, people.kiriyama, "")
    assert titles(people.shiraishi) == ["所管課の書き込み2件に答える"]
    assert titles(people.kiriyama) == []
    answer = remark(paper, people.shiraishi, "s1/free-1")
    assert titles(people.shiraishi) == ["所管課の書き込み1件に答える"]
    assert titles(people.kiriyama) == ["事務局の書き込み1件に答える"]
    for said in (first, answer):
        said.resolved_by, said.resolved_at = people.kiriyama, timezone.now()
        said.save()
    assert titles(people.kiriyama) == []
    assert titles(people.shiraishi) == ["所管課の書き込み1件に答える"]
    assert titles(people.kubodera) == [], "another department's talk"


def test_more_steps_than_one_looks_at_unfold(people: People) -> None:
    many_consultations(32, people.kiriyama, PaperState.SUBMITTED)
    content = signed_in(people.shiraishi).get("/").content.decode()
    assert "<summary>ほか2件も見る</summary>" in content
    assert content.count('<li class="todo">') == 32
    assert "いま、事務局の番 32 件" in main(signed_in(people.shiraishi), "/")


def test_the_counts_lead_to_the_lists(people: People) -> None:
    many_consultations(12, people.kiriyama, PaperState.SUBMITTED)
    many_reports(3, people.kiriyama)
    content = signed_in(people.shiraishi).get("/").content.decode()
    assert '<a href="/consultations/?state=submitted">諮問　提出 <b class="num">12件</b></a>' in content
    assert '<a href="/reports/?state=accepted">報告　受理 <b class="num">3件</b></a>' in content
    table = content[content.index("<tbody>") : content.index("</tbody>")]
    assert table.count("<tr>") == 10


@time_machine.travel("2026-11-24 10:00:00+09:00", tick=False)
def test_what_others_changed_is_one_line_for_each_paper(people: People) -> None:
    was_here(people.shiraishi, days=4)
    paper = backdated(begun(people.kiriyama, "点字図書の郵送"), ago(days=3))
    submitted(paper, people.kiriyama, ago(days=2))
    Revision.objects.bulk_create(
        Revision(consultation=paper, number=n, by=people.kiriyama, act=RevisionAct.EDITED, at=ago(days=2))
        for n in range(10, 210)
    )
    remark(paper, people.kubodera, "", ago(hours=1))
    remark(paper, people.shiraishi)
    said = news(people.shiraishi)
    assert said.startswith("前回から変わったこと 11月20日 10:00の後")
    assert (
        "今日 09:00 桐山 翔太（教育部中央図書館）ほか1名 「 点字図書の郵送 」を提出しました。 直し 200回 書き込み 1件"
    ) in said
    assert said.count("点字図書の郵送") == 1


def test_one_edit_one_remark_and_what_came_by_itself(people: People) -> None:
    was_here(people.shiraishi, days=4)
    edited, talked = (
        backdated(submitted(begun(people.kiriyama, name), people.kiriyama), ago(days=9))
        for name in ("案件甲", "案件乙")
    )
    step(edited, people.kiriyama, RevisionAct.EDITED)
    step(edited, people.kiriyama, RevisionAct.SET_ASIDE)
    remark(talked, people.kiriyama)
    taken_in("951")
    said = news(people.shiraishi)
    assert re.search(r"今日 \d\d:\d\d 桐山 翔太（教育部中央図書館） 「 案件甲 」を直しました。", said)
    assert "「 案件乙 」に書き込みました。" in said
    assert re.search(r"今日 \d\d:\d\d 「 予約資料の自宅配送サービス業務委託の実施 」を取り込みました。", said)
    assert "直し 1回" not in said


def test_nobody_hears_of_a_paper_they_may_not_see(people: People) -> None:
    for user in (people.shiraishi, people.kubodera, people.kiriyama):
        was_here(user, days=4)
    paper = begun(people.kiriyama, "点字図書の郵送")
    report = report_begun(people.kiriyama, "返却案内の誤送付について")
    remark(paper, people.kiriyama)
    for user in (people.shiraishi, people.kubodera):
        assert news(user).endswith("の後 ほかの人が変えたところは、ありません。")
    submitted(paper, people.kiriyama)
    submitted(report, people.kiriyama)
    assert "「 点字図書の郵送 」を提出しました。" in news(people.shiraishi)
    assert "「 返却案内の誤送付について 」を提出しました。" in news(people.shiraishi)
    assert "点字図書" not in news(people.kubodera)
    assert "点字図書" not in news(people.kiriyama), "one's own doing is no news"


def test_the_news_are_the_ten_latest_and_say_that_there_are_more(people: People) -> None:
    was_here(people.shiraishi, days=4)
    papers = many_consultations(11, people.kiriyama)
    for hours, paper in enumerate(papers):
        step(paper, people.kiriyama, RevisionAct.ACCEPTED, ago(hours=hours))
    said = news(people.shiraishi)
    assert re.findall(r"件名(\d+)", said) == [str(n) for n in range(1, 11)]
    assert said.endswith("ほかにも変わった案件があります。 諮問・報告の一覧 から開けます。")


def test_a_visit_ends_after_half_an_hour_of_silence(people: People) -> None:
    def at(clock: str) -> datetime.datetime | None:
        with time_machine.travel(f"2026-11-24 {clock}:00+09:00", tick=False):
            before = visit(people.shiraishi)
        return before and timezone.localtime(before)

    assert at("09:00") is None
    assert at("09:00") is None
    assert at("09:30") is None, "half an hour is not yet more than that"
    before = at("10:01")
    assert before
    assert f"{before:%H:%M}" == "09:30", "the last moment of the morning's visit"
    assert at("10:20") == before
    with time_machine.travel("2026-11-24 11:30:00+09:00", tick=False):
        paper = begun(people.shiraishi, "安全管理の基準")
        Presence.objects.create(consultation=paper, user=people.shiraishi)
    assert at("11:45") == before, "an open paper is no silence"
    after = at("12:30")
    assert after
    assert f"{after:%H:%M}" == "11:45"


def test_members_and_readers_read_what_was_published(people: People, wrong_address: Report) -> None:
    paper = accepted(submitted(begun(people.kiriyama, "点字図書の郵送"), people.kiriyama), people.shiraishi)
    for user in (people.hayama, people.morishita):
        said = main(signed_in(user), "/")
        assert said == "ホーム 会議の資料は、発行されるとここで読めます。公開された諮問と報告は、いつでも読めます。"
    published(paper, people.shiraishi)
    published(wrong_address, people.shiraishi)
    for user in (people.hayama, people.morishita):
        client = signed_in(user)
        said = main(client, "/")
        assert "公開された諮問 公開された諮問をすべて見る 点字図書の郵送 番号は未定 日は未定 答申" in said
        assert "公開された報告 公開された報告をすべて見る 図書の延滞通知の誤送付について 報告第１２２号" in said
        assert waiting_for(user) == []
        content = client.get("/").content.decode()
        for address in re.findall(r'href="(/(?:consultations|reports)/.*?)"', content):
            assert client.get(address).status_code == 200
    assert not Visit.objects.filter(user=people.hayama).exists()


@pytest.mark.parametrize("rows", [1, 200])
@pytest.mark.parametrize("name", ["shiraishi", "kiriyama"])
def test_a_desk_costs_the_same_for_one_paper_and_for_two_hundred(
    people: People, name: str, rows: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, user, municipality, visit; the remarks and what waits (4), whose it is for the secretariat (2); the
    standings and the newest under way (5); the news, their papers (2), their people and the departments of these."""
    user = getattr(people, name)
    colleague = people.kiriyama if user == people.shiraishi else people.shiraishi
    people.shiraishi.departments.set(people.kubodera.departments.all())
    was_here(user, days=1)
    much_done(many_consultations(rows, people.kiriyama, PaperState.SUBMITTED), colleague)
    for minutes, report in enumerate(many_reports(rows, people.kiriyama, PaperState.SUBMITTED)):
        step(report, colleague, RevisionAct.RETURNED, ago(minutes=minutes))
        remark(report, colleague, "", ago(minutes=minutes))
    client = signed_in(user)
    with django_assert_max_num_queries(22 if name == "shiraishi" else 20):
        said = main(client, "/")
    assert said.count("の書き込み1件に答える") == 2 * rows
    assert ("ほかにも変わった案件があります。" in said) == (rows > 1)


@pytest.mark.parametrize("rows", [1, 200])
def test_the_page_of_members_costs_the_same_too(
    people: People, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for paper in (*many_consultations(rows, people.kiriyama), *many_reports(rows, people.kiriyama)):
        paper.published_on = datetime.date(2023, 1, 1)
        paper.save()
    client = signed_in(people.hayama)
    with django_assert_num_queries(5):  # session, user, municipality, two lists of papers
        assert f"件名{rows} " in main(client, "/")
