"""What the people of さくら区 are at, as the samples tell it: where each case stands, and whose turn it is."""

import datetime
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings

from consultations.desk import waiting_for
from consultations.documents import document_of, material_of
from consultations.enums import PaperState
from consultations.models import Attachment, Comment, Consultation, Draft, Report, Revision, User
from consultations.queries.readiness import lacking
from consultations.queries.way import state_word
from consultations.sections.places import places
from council.samples.days import next_meeting, working_day
from paper.text import text
from tests.consultations.browsing import main, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ward")]

EBOOKS, EXCHANGE = "電子書籍貸出サービスの実施", "隣接市との図書館の相互利用の開始"
CALLS, SHELTERS = "自動音声電話を用いた安否確認業務委託の実施", "避難所受付システムの構築及び運用業務委託の実施"
LOST_LIST = "防災訓練の参加者名簿の一時紛失について"
OPEN_TO_ALL = "コンビニエンスストア等における住民票の写し等の交付の実施"


def someone(username: str) -> User:
    return User.objects.get(username=username)


def case(subtitle: str) -> Consultation:
    return Consultation.objects.get(subtitle=subtitle)


def test_there_is_a_case_at_every_stage_of_the_way() -> None:
    under_way = Consultation.objects.filter(number=None)
    assert {paper.subtitle: state_word(paper) for paper in under_way} == {
        EBOOKS: "作成中",
        CALLS: "差戻し",
        SHELTERS: "提出",
        EXCHANGE: "再提出",
    }
    assert Report.objects.get(number=None).state == PaperState.DRAFT
    assert {paper.date for paper in under_way} == {next_meeting()}


@pytest.mark.parametrize(
    ("username", "unnumbered"),
    [
        ("shiraishi", {CALLS, SHELTERS, EXCHANGE}),
        ("toda", {CALLS, SHELTERS, EXCHANGE}),
        ("kiriyama", {EBOOKS, EXCHANGE}),
        ("mitsugi", {CALLS}),
        ("kasai", {SHELTERS}),
        ("hayama", set()),
        ("morishita", set()),
    ],
)
def test_what_is_under_way_is_seen_by_whom_it_concerns(username: str, unnumbered: set[str]) -> None:
    seen = Consultation.objects.visible_to(someone(username)).filter(number=None)
    assert {paper.subtitle for paper in seen} == unnumbered
    reports = Report.objects.visible_to(someone(username)).filter(number=None)
    assert [report.subject for report in reports] == ([LOST_LIST] if username == "kasai" else [])


@pytest.mark.parametrize(
    ("username", "steps"),
    [
        (
            "shiraishi",
            {
                (EXCHANGE, "差し戻した2か所の直しを確かめる"),
                (SHELTERS, "諮問を確かめて受理する"),
                (CALLS, "所管課の書き込み1件に答える"),
            },
        ),
        ("kiriyama", {(EBOOKS, "書きかけの諮問を仕上げて提出する")}),
        ("mitsugi", {(CALLS, "差し戻された2か所を直す")}),
        (
            "kasai",
            {(SHELTERS, "事務局の書き込み1件に答える"), (LOST_LIST, "書きかけの報告を仕上げて提出する")},
        ),
    ],
)
def test_everybody_finds_their_own_steps_on_their_desk(username: str, steps: set[tuple[str, str]]) -> None:
    waiting = waiting_for(someone(username))
    assert {(step.about.split("\u3000")[-1], step.title) for step in waiting} == steps
    assert not any(step.is_late for step in waiting)
    said = main(signed_in(someone(username)), "/")
    assert all(about in said and title in said for about, title in steps)


@pytest.mark.parametrize(
    ("username", "changed"),
    [
        ("shiraishi", f"「 {EXCHANGE} 」を提出しました。"),
        ("kiriyama", f"「 {EXCHANGE} 」を差し戻しました。"),
        ("mitsugi", f"「 {CALLS} 」を差し戻しました。"),
        ("kasai", f"「 {SHELTERS} 」に書き込みました。"),
    ],
)
def test_every_desk_tells_what_the_others_did_meanwhile(username: str, changed: str) -> None:
    _, news = main(signed_in(someone(username)), "/").split("前回から変わったこと")
    assert changed in news


@pytest.mark.parametrize("username", ["hayama", "iwasaki", "morishita"])
def test_members_and_readers_find_what_was_published(username: str) -> None:
    assert OPEN_TO_ALL in main(signed_in(someone(username)), "/")


def test_the_library_left_a_heading_open_in_half_a_paper() -> None:
    paper = case(EBOOKS)
    material = material_of(paper)
    assert [part.kind.kind for part in material.parts] == ["outsourcing", "computer_recording", "line_connection"]
    under = [place.text for address, place in places(material).items() if address.count("/") == 1 and address[0] == "s"]
    assert 0.4 < sum(map(bool, under)) / len(under) < 0.6
    draft = Draft.objects.of(paper).get()
    here = places(material)[draft.place]
    assert (str(draft.user), draft.base, here.text) == ("桐山 翔太", here.mark, "")
    assert draft.text.endswith("貸出し及び返却の日時は、")
    assert ["電子計算機に記録する方法" in sentence for sentence in lacking(paper, draft.user)] == [True]


def test_what_was_returned_says_why_and_until_when() -> None:
    paper = case(CALLS)
    said = Comment.objects.of(paper)
    reasons = said.filter(is_reason=True)
    assert {reason.place for reason in reasons} == {"s1/data_items", "s1/contractor_arrangements"}
    assert [(str(reply.by), reply.place) for reply in said.filter(is_reason=False)] == [
        ("三ツ木 沙也", "s1/contractor_arrangements")
    ]
    assert paper.due == working_day(4)
    assert "食欲の有無" in text(document_of(paper))
    acts = [step.get_act_display() for step in Revision.objects.of(paper)]
    assert acts == ["起案", "直し", "提出", "差戻し", "直し", "直し"]


def test_an_earlier_paper_is_attached_as_it_prints(settings: Settings, sample_files: Path) -> None:
    settings.DATA_DIR = sample_files
    row = Attachment.objects.of(case(SHELTERS)).get()
    assert (row.title, row.pages) == ("参考　諮問第９６４号の審議資料", 2)
    with row.file.open() as file:
        assert file.read(5) == b"%PDF-"


def test_every_case_went_on_from_day_to_day_and_none_in_the_future() -> None:
    now = timezone.now()
    for paper in Consultation.objects.all():
        moments = [step.at for step in Revision.objects.of(paper)]
        assert moments == sorted(moments)
        assert moments[-1] <= now
        assert all(timezone.localtime(moment).weekday() < 5 for moment in moments if moment.date() < now.date())


@pytest.mark.parametrize("month", range(1, 13))
def test_the_days_are_working_days_whenever_the_samples_are_loaded(month: int) -> None:
    for day in range(1, 29):
        with time_machine.travel(datetime.datetime(2027, month, day, 3, tzinfo=datetime.UTC), tick=False):
            today = timezone.localdate()
            assert working_day(-1) < today < working_day(1)
            assert {working_day(away).weekday() for away in range(-20, 21) if away} == set(range(5))
            assert today + datetime.timedelta(days=30) <= next_meeting() <= today + datetime.timedelta(days=66)
