"""The history of a paper: what was there at each revision, what each changed, and the way back."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from consultations.documents import material_of_paper
from consultations.enums import PaperState, RevisionAct
from consultations.models import Comment, Consultation, Report, User
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.queries.revisions import material_at, states
from consultations.queries.timeline import timeline
from consultations.queries.way import standing
from consultations.sections.comparison import laid
from consultations.sections.edits import Clash, Gone, Move, Remove, SetText, SetTitle
from consultations.sections.kinds.general import General
from consultations.sections.kinds.line_connection import LineConnection
from consultations.sections.kinds.outsourcing import Outsourcing
from consultations.sections.material import Annex, Entry, Material, Part, Preface
from consultations.sections.places import Place, places
from consultations.sections.restoration import NotThen, whole_mark
from consultations.services.drafts import keep_draft, set_draft_aside
from consultations.services.editing import NotAllowed, commit
from consultations.services.materials import begin_consultation, begin_report
from consultations.services.restoring import restore_place, restore_whole
from consultations.services.revisions import locked, revision
from tests.conftest import People
from tests.consultations.browsing import main, said_in, signed_in
from tests.consultations.papers import material, sample_part
from tests.consultations.random_edits import edited

ANNEX = Annex("【別紙】", "項目の一覧", ("区分", "項目"), (("利用者", "氏名"), ("職員", "氏名")))
PAPER = replace(
    material(sample_part(Outsourcing), sample_part(LineConnection, "s2")),
    number="",
    prefaces=(Preface("事業の概要", "図書を届ける。"),),
    annexes=(ANNEX,),
)


@pytest.fixture
def delivery_draft(people: People) -> Consultation:
    """A consultation of the library that nobody else has seen yet."""
    return begin_consultation(PAPER, people.kiriyama)


@pytest.fixture
def report_draft(people: People) -> Report:
    return begin_report(report_material(), people.kiriyama)


def report_material() -> Material:
    headings = (Entry("free-1", "経過", text="はがきを誤って送付した。"), Entry("free-2", "対応", text="回収した。"))
    return Material(
        parts=(Part("s1", General(), headings),), subject="誤送付について", departments=("教育部中央図書館",)
    )


def write(paper: Paper, by: User, place: str, text: str) -> int:
    """The number of the revision in which that place got that text."""
    done = commit(paper, by, [SetText(place, text, places(now(paper))[place].mark)])
    assert done.revision
    assert not done.refused
    return int(done.revision.number)


def there(paper: Paper) -> dict[str, Place]:
    return dict(laid(now(paper)).places)


def now(paper: Paper) -> Material:
    return material_of_paper(type(paper)._default_manager.get(pk=paper.pk))


def step(paper: Paper, by: User, act: RevisionAct, state: PaperState) -> int:
    """A step of the way, as its services take it."""
    paper = locked(paper)
    with revision(paper, by, act) as done:
        paper.state, paper.reached_secretariat = state, True
        paper.save()
    return int(done.number)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, phases=[Phase.generate])
@given(data=st.data())
def test_every_revision_is_read_back_as_it_was_committed(people: People, data: st.DataObject) -> None:
    for begin, first in ((begin_consultation, PAPER), (begin_report, report_material())):
        paper = begin(first, people.kiriyama)
        was = [now(paper)]
        for edit, _ in data.draw(edited(now(paper), most=6)):
            try:
                done = commit(paper, people.kiriyama, [edit])
            except NotAllowed:  # nobody writes their own department off the paper
                continue
            assert not done.refused
            if done.revision:
                assert done.revision.number == len(was) + 1
                was.append(done.after)
        read = states(paper, range(1, len(was) + 1))
        assert [read[number].material for number in read] == was
        assert all(material_at(paper, number) == each for number, each in enumerate(was, 1))
        assert was[-1] == now(paper)
        kept = timeline(people.kiriyama, paper).steps
        assert all(each.told for each in kept if not each.is_whole), "each revision tells what it changed"


def test_one_heading_goes_back_to_what_it_was_and_nothing_else_does(
    people: People, delivery_draft: Consultation
) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "s1/purpose", "新しい趣旨")
    write(paper, kiriyama, "head/subtitle", "新しい副題")
    before = there(paper)
    done = restore_place(paper, kiriyama, 1, "s1/purpose", seen=before["s1/purpose"].mark)
    assert done
    assert (done.number, done.act, done.place, done.note) == (4, RevisionAct.RESTORED, "s1/purpose", "版1")
    after = there(paper)
    assert after["s1/purpose"].mark == laid(PAPER).places["s1/purpose"].mark
    assert {name: place.mark for name, place in after.items() if name != "s1/purpose"} == {
        name: place.mark for name, place in before.items() if name != "s1/purpose"
    }
    assert restore_place(paper, kiriyama, 1, "s1/purpose", seen=after["s1/purpose"].mark) is None


def test_the_whole_goes_back_with_order_annexes_and_departments_but_not_number_or_state(
    people: People, delivery_draft: Consultation
) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    first = now(paper)
    for edit in (Move("s2", "s1"), Remove("annex/a1", places(now(paper))["annex/a1"].mark), Move("s1/purpose", "")):
        commit(paper, kiriyama, [edit])
    write(paper, kiriyama, "head/departments", "教育部中央図書館\n区民部戸籍住民課")
    paper = locked(paper)
    paper.number_printed, paper.state = "諮問第９９０号", PaperState.RETURNED
    paper.save()
    assert restore_whole(paper, kiriyama, 1, seen=whole_mark(now(paper)))
    assert now(paper) == replace(first, number="諮問第９９０号")
    paper.refresh_from_db()
    assert (paper.number_printed, paper.state) == ("諮問第９９０号", PaperState.RETURNED)
    assert restore_whole(paper, kiriyama, 5, seen=whole_mark(now(paper)))
    assert [part.key for part in now(paper).parts] == ["s2", "s1"], "and forward again"


def test_nothing_is_brought_back_over_what_was_not_seen(people: People, delivery_draft: Consultation) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "s1/purpose", "新しい趣旨")
    seen, whole = there(paper)["s1/purpose"].mark, whole_mark(now(paper))
    write(paper, kiriyama, "s1/purpose", "もっと新しい趣旨")
    was = now(paper)
    with pytest.raises(Clash):
        restore_place(paper, kiriyama, 1, "s1/purpose", seen=seen)
    with pytest.raises(Clash):
        restore_whole(paper, kiriyama, 1, seen=whole)
    commit(paper, kiriyama, [Remove("s1/purpose", places(now(paper))["s1/purpose"].mark)])
    with pytest.raises(Gone):
        restore_place(paper, kiriyama, 1, "s1/purpose", seen=seen)
    assert restore_place(paper, kiriyama, 3, "s1/purpose", seen="", back=True)
    assert now(paper) == was
    with pytest.raises(Clash):
        restore_place(paper, kiriyama, 1, "s1/purpose", seen="", back=True)
    with pytest.raises(NotThen):
        restore_place(paper, kiriyama, 1, "s1/free-none", seen="")
    step(paper, kiriyama, RevisionAct.SUBMITTED, PaperState.SUBMITTED)
    with pytest.raises(NotAllowed):
        restore_whole(paper, kiriyama, 1, seen=whole_mark(now(paper)))


def test_what_was_written_outside_of_a_revision_stays_out_of_earlier_ones(
    people: People, delivery_draft: Consultation
) -> None:
    write(delivery_draft, people.kiriyama, "head/subject", "新しい件名")
    paper = locked(delivery_draft)
    paper.subject = "外から変えた件名"
    paper.save()
    write(paper, people.kiriyama, "head/subtitle", "新しい副題")
    subjects = [state.material.subject for state in states(paper, [1, 2, 3]).values()]
    assert subjects == [PAPER.subject, "外から変えた件名", "外から変えた件名"]


def test_the_timeline_says_who_did_what_when_and_where(people: People, delivery_draft: Consultation) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "annex/a1/table", "区分\t項目\n利用者\t氏名、住所\n職員\t氏名")
    commit(paper, kiriyama, [Move("s2", "s1")])
    commit(paper, kiriyama, [SetTitle("s1/purpose", "新しい見出し", there(paper)["s1/purpose"].title)])
    keep_draft(paper, kiriyama, "s1/purpose", "使わなかった趣旨", "x")
    set_draft_aside(paper, kiriyama, "s1/purpose")
    step(paper, kiriyama, RevisionAct.SUBMITTED, PaperState.SUBMITTED)
    Comment.objects.create(**owner(paper), place="s1/purpose", by=people.shiraishi, text="詳しく", is_reason=True)
    step(paper, people.shiraishi, RevisionAct.RETURNED, PaperState.RETURNED)
    said = main(signed_in(kiriyama), f"/consultations/{paper.pk}/history/")
    said = said[said.index("この見出しの履歴を見る") :]
    parts = re.split(r"今日 \d+:\d\d ", said)
    assert len(parts) == 8
    assert "白石 由衣（事務局） 版7 差戻し 理由 1か所（第２の３） PDF" in parts[1]
    assert "桐山 翔太（教育部中央図書館） 版6 提出 PDF" in parts[2]
    assert "新しい見出し 使わなかった文です。 使わなかった趣旨" in parts[3]
    assert "追加： 新しい見出し" in parts[4]
    assert "から移動" in parts[5]
    assert "氏名 追加： 、住所" in parts[6]
    assert "ほかの1行は変わっていません。" in parts[6]
    assert "起案しました。" in parts[7]
    alone = signed_in(kiriyama).get(f"/consultations/{paper.pk}/history/log/").content.decode()
    assert alone.lstrip().startswith('<ol class="log">')


def test_a_heading_has_a_timeline_of_its_own(people: People, delivery_draft: Consultation) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "s1/purpose", "一つ目の趣旨")
    write(paper, kiriyama, "s2/reason", "別の理由")
    write(paper, kiriyama, "head/subject", "別の件名")
    write(paper, kiriyama, "head/departments", "教育部中央図書館\n区民部戸籍住民課")
    write(paper, kiriyama, "annex/a1/label", "【別紙１】")
    write(paper, kiriyama, "preface/p1", "別の概要")
    write(paper, kiriyama, "s1/purpose", "二つ目の趣旨")
    commit(paper, kiriyama, [Remove("annex/a1", places(now(paper))["annex/a1"].mark)])
    numbers = {
        place: [each.revision.number for each in timeline(kiriyama, paper, place=place).steps]
        for place in (
            "s1/purpose",
            "s1",
            "s2",
            "head/subject",
            "head/departments",
            "annex/a1",
            "annex/a1/label",
            "preface/p1",
        )
    }
    assert numbers == {
        "s1/purpose": [8, 2, 1],
        "s1": [8, 2, 1],
        "s2": [3, 1],
        "head/subject": [4, 1],
        "head/departments": [5, 1],
        "annex/a1": [9, 6, 1],
        "annex/a1/label": [6, 1],
        "preface/p1": [7, 1],
    }
    assert timeline(kiriyama, paper, place="head/none").steps == ()
    assert timeline(kiriyama, paper, place="none/none").steps == ()


def test_the_secretariat_sees_nothing_from_before_the_submission(people: People, delivery_draft: Consultation) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "s1/purpose", "まだ見せない趣旨")
    write(paper, kiriyama, "s1/purpose", "見せる趣旨")
    address = f"/consultations/{paper.pk}/history/"
    assert signed_in(people.shiraishi).get(address).status_code == 404
    assert step(paper, kiriyama, RevisionAct.SUBMITTED, PaperState.SUBMITTED) == 4
    write(paper, people.shiraishi, "head/subtitle", "事務局が直した副題")
    for user, first in ((people.shiraishi, 4), (kiriyama, 1)):
        client = signed_in(user)
        pages = [client.get(f"{address}{page}").content.decode() for page in ("", "log/", "?place=s1/purpose")]
        pages += [client.get(f"{address}compare/?from={first}").content.decode()]
        assert ("まだ見せない趣旨" in "".join(pages)) == (user == kiriyama)
        for number in range(7):
            seen = 200 if first <= number <= 5 else 404
            assert client.get(f"{address}{number}/").status_code == seen
            assert client.get(f"{address}{number}/paper/").status_code == seen
            assert client.get(f"{address}compare/?from={number}").status_code == seen
            assert client.get(f"{address}compare/?from=5&to={number}").status_code == seen
            if seen == 404:
                assert client.post(f"{address}{number}/restore/", {"place": "s1/purpose"}).status_code == 404


def test_a_published_paper_keeps_its_history_to_its_desk(people: People, delivery: Consultation) -> None:
    delivery.published_on, delivery.state = delivery.date, PaperState.ANSWERED
    delivery.save()
    for user in (people.kubodera, people.hayama, people.morishita):
        client = signed_in(user)
        assert client.get(f"/consultations/{delivery.pk}/").status_code == 200
        for page in ("", "log/", "compare/?from=1", "1/", "1/paper/", "1/paper.pdf"):
            assert client.get(f"/consultations/{delivery.pk}/history/{page}").status_code == 404
        assert client.post(f"/consultations/{delivery.pk}/history/1/restore/").status_code == 404


@pytest.mark.parametrize("revisions", [1, 200])
def test_a_timeline_costs_the_same_for_one_revision_and_for_two_hundred(
    people: People, delivery_draft: Consultation, revisions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kiriyama = people.kiriyama
    for n in range(revisions - 1):
        write(delivery_draft, kiriyama, "s1/purpose", f"趣旨{n}")
    client = signed_in(kiriyama)
    address = f"/consultations/{delivery_draft.pk}/history/"
    costs = {"": 25, "log/": 23, "?place=s1/purpose": 27, f"compare/?from={revisions}": 19, f"{revisions}/": 21}
    for page, cost in costs.items():
        with django_assert_num_queries(cost):
            assert client.get(f"{address}{page}").status_code == 200


def test_two_states_are_compared_in_printed_order_with_the_rest_folded(
    people: People, delivery_draft: Consultation
) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "s1/purpose", "新しい趣旨")
    client = signed_in(kiriyama)
    address = f"/consultations/{paper.pk}/history/compare/"
    forward, backward = (main(client, f"{address}?from={one}&to={other}") for one, other in ((1, 2), (2, 1)))
    assert forward == backward
    assert forward.startswith("番号は未定 作成中 予約資料の自宅配送（試行）の実施 版1（今日")
    assert "この見出しを前の状態に戻す" not in forward
    said = main(client, f"{address}?from=1")
    assert "追加： 新しい" in said
    assert said.count("この見出しを前の状態に戻す") == 1
    assert (
        said.index("件名 変わっていません") < said.index("追加：") < said.index("【別紙】項目の一覧 変わっていません")
    )
    for wrong in ("", "?from=x", "?from=1&to=x", "?from=9", "?from=1&to=9", f"?from={10**30}"):
        assert client.get(f"{address}{wrong}").status_code == 404


def test_a_state_is_shown_as_it_printed(people: People, delivery_draft: Consultation, report_draft: Report) -> None:
    write(delivery_draft, people.kiriyama, "head/subject", "新しい件名")
    write(report_draft, people.kiriyama, "s1/free-1", "新しい経過")
    client = signed_in(people.kiriyama)
    for address, was, became in (
        (f"/consultations/{delivery_draft.pk}/history", PAPER.subject, "新しい件名"),
        (f"/reports/{report_draft.pk}/history", "はがきを誤って送付した。", "新しい経過"),
    ):
        said = main(client, f"{address}/1/")
        assert "の状態です。いまの内容ではありません。" in said
        assert "全体をこの状態に戻す" in said
        first, second = (printed(client.get(f"{address}/{number}/paper/").content.decode()) for number in (1, 2))
        assert (was in first, became in first) == (True, False)
        assert became in second
        pdf = client.get(f"{address}/1/paper.pdf")
        assert pdf.content.startswith(b"%PDF-")
        assert pdf.headers["Content-Disposition"].endswith("%E7%89%881.pdf")  # 版1


def test_restoring_on_the_page_asks_where_others_were_faster(people: People, delivery_draft: Consultation) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    client = signed_in(kiriyama)
    address = f"/consultations/{paper.pk}/history"
    write(paper, kiriyama, "s1/purpose", "新しい趣旨")
    form = fields(client.get(f"{address}/").content.decode())
    write(paper, kiriyama, "s1/purpose", "もっと新しい趣旨")
    answer = client.post(f"{address}/1/restore/", form)
    assert answer.status_code == 409
    said = said_in(answer.content.decode())
    assert "この見出しは、そのあいだに変わりました。" in said
    assert "もっと新しい趣旨" in said
    assert there(paper)["s1/purpose"].text == "もっと新しい趣旨"
    answer = client.post(f"{address}/1/restore/", fields(answer.content.decode()), follow=True)
    assert "見出しを版1の状態に戻しました。" in answer.content.decode()
    assert there(paper)["s1/purpose"].mark == laid(PAPER).places["s1/purpose"].mark

    commit(paper, kiriyama, [Remove("s1/purpose", places(now(paper))["s1/purpose"].mark)])
    answer = client.post(f"{address}/2/restore/", form)
    assert answer.status_code == 409
    assert "この見出しは、いまの案件にありません。" in said_in(answer.content.decode())
    assert client.post(f"{address}/2/restore/", fields(answer.content.decode())).status_code == 302
    assert there(paper)["s1/purpose"].text == "新しい趣旨"

    form = fields(client.get(f"{address}/1/").content.decode())
    write(paper, kiriyama, "head/subtitle", "新しい副題")
    answer = client.post(f"{address}/1/restore/", form)
    assert "この案件は、そのあいだに変わりました。" in said_in(answer.content.decode())
    assert client.post(f"{address}/1/restore/", fields(answer.content.decode())).status_code == 302
    assert whole_mark(now(paper)) == whole_mark(material_at(paper, 1))
    assert client.post(f"{address}/1/restore/", {"place": "s1/none", "seen": ""}).status_code == 404
    step(paper, kiriyama, RevisionAct.SUBMITTED, PaperState.SUBMITTED)
    answer = client.post(f"{address}/1/restore/", {"place": "", "seen": ""}, follow=True)
    assert standing(locked(paper)) in answer.content.decode()
    assert "/restore/" not in answer.content.decode()


def printed(html: str) -> str:
    """What a paper says, without tags and without what only keeps its lines together."""
    return re.sub(r"<[^>]+>|\u2060", "", html)


def fields(html: str) -> dict[str, str]:
    """The hidden fields of the last form of the page that brings something back."""
    form = re.findall(r'<form method="post" action="[^"]*/restore/">(.*?)</form>', html, re.DOTALL)[-1]
    named = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {name: value for name, value in named if name != "csrfmiddlewaretoken"}


def test_what_cannot_be_read_any_more_is_shown_as_it_is_stored(people: People, delivery_draft: Consultation) -> None:
    paper, kiriyama = delivery_draft, people.kiriyama
    write(paper, kiriyama, "s1/purpose", "読めない版の趣旨")
    row = paper.sections.model.history.filter(key="s1", revision__number=2).get()
    row.schema_version = 9
    row.save()
    write(paper, kiriyama, "s1/purpose", "読める版の趣旨")
    client = signed_in(kiriyama)
    address = f"/consultations/{paper.pk}/history"
    assert main(client, f"{address}/").count("いまの様式では読めません。") == 2
    for page in ("2/", "2/paper/", "2/paper.pdf"):
        said = main(client, f"{address}/{page}")
        assert "保存されているままの形で並べます。" in said
        assert "読めない版の趣旨" in said
    assert "比べられません。" in main(client, f"{address}/compare/?from=2")
    answer = client.post(f"{address}/2/restore/", {"place": "", "seen": whole_mark(now(paper))}, follow=True)
    assert "戻せません。何も変えていません。" in answer.content.decode()
