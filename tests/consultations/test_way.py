"""The way of a paper: who may take which step when, what it leaves behind, and what is said to who came too late."""

import datetime
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from consultations.documents import material_of
from consultations.enums import PaperState, RevisionAct, Role
from consultations.models import Comment, Consultation, Draft, Report, Revision, User
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.queries.participants import takes_part
from consultations.queries.way import state_word, way_of
from consultations.rights import Act, acts
from consultations.sections.kinds.outsourcing import Outsourcing
from consultations.sections.material import Material, Part, default_outline
from consultations.services import comments, way
from consultations.services.editing import NotAllowed
from consultations.services.materials import begin_consultation
from consultations.verbs import buttons
from tests.conftest import People, person
from tests.consultations.browsing import main, said_in, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
REASON = {"s1/data_items": "配送の控えに残る項目も挙げてください。", "": "件数を確かめてください。"}


@pytest.fixture
def draft(people: People, delivery: Consultation) -> Consultation:
    """The library's own, written like 諮問第９５１号 and not handed in yet."""
    return begin_consultation(replace(material_of(delivery), number="", slip=""), people.kiriyama)


def stages(paper: Paper) -> str:
    """As the page shows them, the current one in brackets."""
    return "—".join(f"［{stage.word}］" if stage.is_current else stage.word for stage in way_of(paper).stages)


def test_from_the_draft_to_the_answer_by_way_of_a_return(people: People, draft: Consultation) -> None:
    library, office = people.kiriyama, people.shiraishi
    assert stages(draft) == "［起案］—提出—受理—次第・番号—会議—答申"
    assert not Consultation.objects.visible_to(office).filter(pk=draft.pk).exists()

    draft = way.submit(draft, library)
    assert stages(draft) == "起案—［提出］—受理—次第・番号—会議—答申"
    assert Consultation.objects.visible_to(office).get(pk=draft.pk).state == PaperState.SUBMITTED

    due = TODAY() + datetime.timedelta(days=7)
    reasons = {"s1/purpose": "趣旨を書き足してください。", **REASON, "s1/record_counts": " \n"}
    draft = way.give_back(draft, office, reasons, due, "急ぎません。")
    assert (draft.state, draft.due) == (PaperState.RETURNED, due)
    assert stages(draft) == "起案—提出—［差戻し\u30002か所］—再提出—受理—次第・番号—会議—答申"
    said = Comment.objects.of(draft)
    assert {each.place: each.text for each in said} == {key: text for key, text in reasons.items() if text.strip()}
    assert {(each.by, each.is_reason, each.resolved_at) for each in said} == {(office, True, None)}

    draft = way.submit(draft, library)
    assert draft.due is None
    assert stages(draft) == "起案—提出—差戻し\u30002か所—［再提出］—受理—次第・番号—会議—答申"
    assert state_word(draft) == "再提出"

    draft = way.accept(draft, office)
    draft = way.answer(draft, office)
    draft = way.publish(draft, office)
    assert stages(draft).endswith("受理—次第・番号—会議—［答申］")
    assert draft.published_on == TODAY()
    steps = Revision.objects.of(draft).values_list("number", "act", "by__username", "note")
    assert list(steps) == [
        (1, RevisionAct.CREATED, "kiriyama", ""),
        (2, RevisionAct.SUBMITTED, "kiriyama", ""),
        (3, RevisionAct.RETURNED, "shiraishi", "急ぎません。"),
        (4, RevisionAct.SUBMITTED, "kiriyama", ""),
        (5, RevisionAct.ACCEPTED, "shiraishi", ""),
        (6, RevisionAct.ANSWERED, "shiraishi", ""),
        (7, RevisionAct.PUBLISHED, "shiraishi", ""),
    ]
    rows = Consultation.history.filter(id=draft.pk).order_by("history_id").values_list("revision__number", "state")
    assert list(rows)[-3:] == [(5, "accepted"), (6, "answered"), (7, "answered")]


def test_a_report_is_noted(people: People, wrong_address: Report) -> None:
    assert stages(wrong_address) == "起案—提出—［受理］—了解"
    way.note(wrong_address, people.shiraishi)
    assert stages(Report.objects.get()) == "起案—提出—受理—［了解］"


def test_what_is_withdrawn_keeps_the_stages_it_came_through(people: People, draft: Consultation) -> None:
    with pytest.raises(ValidationError, match="取り下げる理由を書いてください。"):
        way.withdraw(draft, people.kiriyama, " 　")
    draft = way.submit(draft, people.kiriyama)
    draft = way.withdraw(draft, people.kiriyama, "事業をやめました。")
    assert stages(draft) == "起案—提出—［取下げ］"
    page = main(signed_in(people.shiraishi), f"/consultations/{draft.pk}/")
    assert "桐山 翔太さんが" in page
    assert "に取り下げました。 事業をやめました。" in page


# Every act, in every state, by every role


def steps_of(paper: Paper, by: User) -> dict[Act, Callable[[], object]]:
    """Each act as the service that does it."""
    word = Comment.objects.of(paper).get()
    return {
        Act.SUBMIT: lambda: way.submit(paper, by),
        Act.RETURN: lambda: way.give_back(paper, by, {"": "理由"}),
        Act.ACCEPT: lambda: way.accept(paper, by),
        Act.ANSWER: lambda: way.answer(paper, by),
        Act.NOTE: lambda: way.note(paper, by),
        Act.WITHDRAW: lambda: way.withdraw(paper, by, "理由"),
        Act.PUBLISH: lambda: way.publish(paper, by),
        Act.COMMENT: lambda: (comments.say(paper, by, "", "文"), comments.resolve(word, by), comments.reopen(word, by)),
    }


def everything(paper: Paper) -> list[Any]:
    paper.refresh_from_db()
    kept = [list(rows.objects.of(paper).order_by("pk").values_list()) for rows in (Revision, Comment, Draft)]
    return [paper.state, paper.due, paper.published_on, paper.reached_secretariat, *kept]


def outcome(paper: Paper, step: Callable[[], object]) -> bool:
    """Whether it is done; what is refused changes nothing. Taken back in the end."""
    before = everything(paper)
    with transaction.atomic():
        try:
            step()
        except NotAllowed:
            assert everything(paper) == before
            return False
        changed = everything(paper) != before
        transaction.set_rollback(True)
    paper.refresh_from_db()
    assert changed
    return True


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("sort", ["consultation", "report"])
def test_every_act_in_every_state_by_every_role_is_done_or_refused_as_the_rights_say(
    people: People, delivery: Consultation, wrong_address: Report, role: Role, sort: str
) -> None:
    paper: Paper = delivery if sort == "consultation" else wrong_address
    by = {Role.SECRETARIAT: people.shiraishi, Role.DEPARTMENT: people.kiriyama, Role.MEMBER: people.hayama}.get(
        role, people.morishita
    )
    Comment.objects.create(**owner(paper), by=people.shiraishi, text="確かめてください。")
    done, expected = {}, {}
    for state in PaperState:
        for published_on in (None, TODAY()):
            paper.state, paper.published_on = state, published_on
            paper.save()
            for act, step in steps_of(paper, by).items():
                key = state, published_on, act
                expected[key] = act in acts(by, paper)
                done[key] = outcome(paper, step)
    assert done == expected
    assert any(done.values()) == (role in {Role.SECRETARIAT, Role.DEPARTMENT})


# What cannot be handed in, or sent back, like this


def refused(paper: Paper, by: User) -> list[str]:
    with pytest.raises(ValidationError) as problem:
        way.submit(paper, by)
    paper.refresh_from_db()
    assert paper.state == PaperState.DRAFT
    return problem.value.messages


def test_an_empty_paper_is_not_submitted(people: People) -> None:
    empty = Material(parts=(Part("s1", Outsourcing(), default_outline(Outsourcing)),))
    assert refused(begin_consultation(empty, people.kiriyama), people.kiriyama) == [
        "件名がありません。件名を書いてください。",
        "所管課に、あなたの課がありません。課の名前を、印刷するとおりに書いてください。",
        "見出しの下に、まだ何も書かれていません。一つ以上の見出しを書いてください。",
    ]
    with pytest.raises(ValidationError, match="見出しの下に、まだ何も書かれていません"):
        way.accept(begin_consultation(replace(empty, subject="件名"), people.shiraishi), people.shiraishi)


def test_what_its_writer_has_not_closed_yet_is_not_left_behind(people: People, draft: Consultation) -> None:
    colleague = person("mizuno", "水野", "薫", Role.DEPARTMENT, people.kiriyama.departments.get())
    for user, place, text in (
        (people.kiriyama, "s1/purpose", "書きかけの趣旨"),
        (people.kiriyama, "head/subject", draft.subject),  # says what the paper says already
        (people.kiriyama, "s9/purpose", ""),
        (colleague, "s1/subject", "水野の書きかけ"),
    ):
        Draft.objects.create(**owner(draft), user=user, place=place, text=text)
    (sentence,) = refused(draft, people.kiriyama)
    assert sentence.endswith("諮問の趣旨」に、閉じていない文があります。見出しを閉じてから、もう一度進めてください。")
    said = main(signed_in(people.kiriyama), f"/consultations/{draft.pk}/submit/")
    assert "まだ進められません。" in said
    Draft.objects.filter(user=people.kiriyama).delete()
    said = main(signed_in(people.kiriyama), f"/consultations/{draft.pk}/submit/")
    assert "水野 薫さんが「" in said
    assert "」を書いている途中です。" in said
    assert "水野の書きかけ" not in said
    assert way.submit(draft, people.kiriyama).state == PaperState.SUBMITTED


def test_a_paper_that_cannot_be_read_is_returned_as_a_whole(people: People, draft: Consultation) -> None:
    section = draft.sections.get()
    section.kind = "gone"
    section.save()
    (sentence,) = refused(draft, people.kiriyama)
    assert sentence.startswith("保存されている内容の形が、様式に合っていません。")
    draft.state, draft.reached_secretariat = PaperState.SUBMITTED, True
    draft.save()
    said = main(signed_in(people.shiraishi), f"/consultations/{draft.pk}/return/")
    assert "全体" in said
    assert way.give_back(draft, people.shiraishi, {"": "読めません。"}).state == PaperState.RETURNED


def test_a_return_names_a_reason_a_day_to_come_and_headings_that_are_there(people: People, draft: Consultation) -> None:
    draft = way.submit(draft, people.kiriyama)
    for reasons, due, sentence in (
        ({"s1/purpose": "\u3000"}, None, "理由がまだありません。"),
        (REASON, TODAY() - datetime.timedelta(days=1), "直しの期限が、今日より前です。"),
        ({"s9/purpose": "理由"}, None, "この見出しは、もうありません。"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            way.give_back(draft, people.shiraishi, reasons, due)
    draft.refresh_from_db()
    assert draft.state == PaperState.SUBMITTED
    assert not Comment.objects.exists()
    assert way.give_back(draft, people.shiraishi, REASON, TODAY()).due == TODAY()


# The pages


def test_a_page_says_what_will_happen_and_posting_makes_it_happen(people: People, draft: Consultation) -> None:
    client = signed_in(people.kiriyama)
    address = f"/consultations/{draft.pk}/"
    assert buttons_on(client, address, people.kiriyama, draft) == [("提出する", True), ("取り下げる", False)]
    assert "この案件を事務局に提出します。" in main(client, f"{address}submit/")
    draft.refresh_from_db()
    assert draft.state == PaperState.DRAFT, "looking changes nothing"
    answer = client.post(f"{address}submit/", follow=True)
    assert answer.redirect_chain == [(address, 302)]
    assert "提出しました。事務局が確かめて、受理するか差し戻します。" in answer.content.decode()

    office = signed_in(people.shiraishi)
    fields = {f"reason:{place}": text for place, text in REASON.items()}
    answer = office.post(f"{address}return/", {**fields, "due": "2020-01-01", "note": "急ぎません。"})
    page = answer.content.decode()
    assert "直しの期限が、今日より前です。日付を確かめてください。" in said_in(page)
    assert all(text in page for text in (*REASON.values(), "急ぎません。")), "what was typed stays"
    answer = office.post(f"{address}return/", {**fields, "due": TODAY().isoformat()}, follow=True)
    assert "差し戻しました。理由は所管課に届いています。" in answer.content.decode()
    said = main(client, address)
    assert "差戻し 1か所" in said
    assert "再提出する" in said
    assert "直しの期限" in said


def buttons_on(client: Client, address: str, user: User, paper: Paper) -> list[tuple[str, bool]]:
    """The buttons of the page, and whether each is the main one."""
    paper.refresh_from_db()
    page = client.get(address).content.decode()
    found = buttons(user, paper)
    assert all(f'href="{address}{button.act}/"' in page for button in found)
    return [(button.word, button.is_main) for button in found]


def test_the_headings_to_return_stand_in_printed_order_with_their_text(people: People, draft: Consultation) -> None:
    draft = way.submit(draft, people.kiriyama)
    said = main(signed_in(people.shiraishi), f"/consultations/{draft.pk}/return/")
    order = ["件名 ", "副題 ", "日付 ", "所管課 ", "諮問の趣旨", "対象となる個人の範囲", "全体"]
    found = [said.index(word) for word in order]
    assert found == sorted(found)
    assert "教育部中央図書館" in said


def test_a_reason_for_a_heading_that_was_taken_out_meanwhile_is_not_lost(people: People, draft: Consultation) -> None:
    draft = way.submit(draft, people.kiriyama)
    client = signed_in(people.shiraishi)
    fields = {"reason:s9/purpose": "ここを直してください。", "reason:s1/purpose": "ここも。"}
    page = client.post(f"/consultations/{draft.pk}/return/", fields).content.decode()
    assert "この見出しは、もうありません。" in said_in(page)
    assert "外された見出し" in page
    assert "ここを直してください。" in page
    assert not Comment.objects.exists()


def test_who_comes_too_late_reads_who_was_faster(people: People, draft: Consultation) -> None:
    draft = way.submit(draft, people.kiriyama)
    draft = way.accept(draft, people.shiraishi)
    client = signed_in(people.kiriyama)
    for answer in (
        client.get(f"/consultations/{draft.pk}/withdraw/", follow=True),
        client.post(f"/consultations/{draft.pk}/withdraw/", {"note": "理由"}, follow=True),
    ):
        said = said_in(answer.content.decode())
        assert "白石 由衣さんが" in said
        assert "に受理しました。いまは「受理」です。" in said
    with pytest.raises(NotAllowed, match="この案件に、あなたができる手続はありません。"):
        way.withdraw(draft, people.hayama, "理由")


def test_readers_of_a_published_paper_see_no_step_and_no_note(
    people: People, draft: Consultation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    draft = way.submit(draft, people.kiriyama)
    draft = way.give_back(draft, people.shiraishi, REASON, note="内輪の添え書き")
    draft = way.submit(draft, people.kiriyama)
    for step in (way.accept, way.answer, way.publish):
        draft = step(draft, people.shiraishi)
    for user in (people.kubodera, people.hayama, people.morishita):
        assert not takes_part(user, draft)
        said = main(signed_in(user), f"/consultations/{draft.pk}/")
        assert draft.subtitle in said
        for word in ("手続", "白石", "桐山", "内輪", "差戻し", "やり取り", "公開する"):
            assert word not in said
    for user in (people.kiriyama, people.shiraishi):
        assert takes_part(user, draft)
        assert "白石 由衣さんが" in main(signed_in(user), f"/consultations/{draft.pk}/")
    with django_assert_num_queries(2):
        way_of(draft)


def test_lists_tell_submitted_again_from_submitted_at_the_same_cost(
    people: People, draft: Consultation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    draft = way.submit(draft, people.kiriyama)
    assert " 提出 " in f"{main(signed_in(people.shiraishi), '/consultations/')} "
    draft = way.submit(way.give_back(draft, people.shiraishi, REASON), people.kiriyama)
    for n in range(20):
        row = Consultation.objects.create(subject=f"件名{n}", state=PaperState.SUBMITTED, reached_secretariat=True)
        Revision.objects.create(consultation=row, number=1, act=RevisionAct.RETURNED)
    client = signed_in(people.shiraishi)
    with django_assert_num_queries(9):
        said = main(client, "/consultations/")
    assert said.count("再提出") == 21


# Two at once


@pytest.mark.django_db(transaction=True)
def test_of_two_secretaries_who_act_at_once_one_wins_and_the_other_is_told(
    people: People, delivery: Consultation
) -> None:
    other = person("mizuno", "水野", "薫", Role.SECRETARIAT)
    for _ in range(5):
        delivery.state = PaperState.SUBMITTED
        delivery.save()
        before = Revision.objects.count()
        told = at_once(
            lambda: way.accept(delivery, people.shiraishi),
            lambda: way.give_back(delivery, other, {"": "理由"}),
        )
        step = Revision.objects.latest("number")
        assert Revision.objects.count() == before + 1
        assert len(told) == 1
        assert told[0].startswith(f"{step.by}さんが")
        assert told[0].endswith(
            "に受理しました。いまは「受理」です。"
            if step.act == RevisionAct.ACCEPTED
            else "に差し戻しました。いまは「差戻し」です。"
        )
        assert Comment.objects.filter(at=step.at).count() == (step.act == RevisionAct.RETURNED)


def at_once(*steps: Callable[[], object]) -> list[str]:
    """Each by a process's own connection, at the same moment; what those were told who came too late."""
    begin = threading.Barrier(len(steps))
    told: list[str] = []

    def run(step: Callable[[], object]) -> None:
        begin.wait()
        try:
            step()
        except NotAllowed as late:
            told.append(str(late))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def test_a_page_that_was_open_while_another_decided_decides_nothing(people: People, draft: Consultation) -> None:
    """Even where the step were possible in the new state too: what was accepted may be returned, but knowingly."""
    draft = way.submit(draft, people.kiriyama)
    client = signed_in(people.shiraishi)
    address = f"/consultations/{draft.pk}/return/"
    assert '<input type="hidden" name="seen" value="submitted">' in client.get(address).content.decode()
    way.accept(draft, people.shiraishi)
    answer = client.post(address, {"seen": "submitted", "reason:": "理由"}, follow=True)
    assert "に受理しました。いまは「受理」です。" in said_in(answer.content.decode())
    draft.refresh_from_db()
    assert draft.state == PaperState.ACCEPTED
