"""委員: terms are renewed and end, with their offices; a roster pasted as a table."""

import datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from consultations.rosters.playing import play
from consultations.rosters.steps import Outcome, Preview
from consultations.services.dated import end
from consultations.services.rehearsal import perform, rehearse
from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office
from council.queries.members import roster
from council.rosters import Members
from council.services.members import end_term, enter_council, enter_member, hold, seat

pytestmark = pytest.mark.django_db

D = datetime.date
FIRST = {"valid_from": D(2024, 6, 1), "valid_to": D(2026, 5, 31)}
SECOND = {"valid_from": D(2026, 6, 1), "valid_to": D(2028, 5, 31)}
HEAD = "氏名\t読み\t役職\t区分\t就任日\t退任日"


@pytest.fixture
def council() -> Council:
    return enter_council(Council(name="さくら区審議会"))


@pytest.fixture
def hayama(council: Council) -> Member:
    return enter_member(
        Member(name="葉山 俊", reading="はやま しゅん"),
        [MemberTerm(council=council, category="学識経験者", **FIRST)],
        [Office(council=council, title=OfficeTitle.CHAIR, **FIRST)],
    )


def shown(*lines: str, last_day: D | None = None) -> Preview:
    return rehearse(partial(play, Members, "\n".join(lines), last_day))


def taken_in(*lines: str, last_day: D | None = None) -> Preview:
    preview = shown(*lines, last_day=last_day)
    again, done = perform(partial(play, Members, "\n".join(lines), last_day), preview.seal)
    assert done, again.problems
    return preview


def problems(*lines: str) -> list[str]:
    return [f"{problem.line} {problem.sentence}" for problem in shown(*lines).problems]


def test_a_term_is_renewed_with_its_office(hayama: Member, council: Council) -> None:
    office = Office(council=council, title=OfficeTitle.CHAIR, **SECOND)
    seat(hayama, MemberTerm(council=council, **SECOND), [office], hayama.terms.all(), hayama.offices.all())
    assert [entry.offices for entry in roster(council, D(2027, 1, 1))] == [(OfficeTitle.CHAIR,)]
    with pytest.raises(ValidationError, match="期間が重なっています"):
        seat(hayama, MemberTerm(council=council, **SECOND), [], hayama.terms.all(), ())


def test_a_term_ends_early_and_with_it_the_office(hayama: Member, council: Council) -> None:
    ended = end_term(hayama.terms.get(), D(2025, 3, 31))
    assert [(str(office), office.valid_to) for office in ended] == [("さくら区審議会 会長", D(2025, 3, 31))]
    assert roster(council, D(2025, 4, 1)) == ()


def test_a_term_does_not_end_before_an_office_in_it_begins(hayama: Member, council: Council) -> None:
    end(hayama.offices.get(), D(2024, 12, 31))
    vice = Office(council=council, title=OfficeTitle.VICE_CHAIR, valid_from=D(2025, 1, 1), valid_to=D(2025, 12, 31))
    hold(hayama, vice, hayama.terms.all(), hayama.offices.all())
    with pytest.raises(ValidationError, match="任期の外の日があります"):
        end_term(hayama.terms.get(), D(2024, 11, 30))
    assert hayama.terms.get().valid_to == D(2026, 5, 31)
    outside = Office(council=council, title=OfficeTitle.ACTING_CHAIR, valid_from=D(2026, 1, 1))
    with pytest.raises(ValidationError, match="任期の外の日があります"):
        hold(hayama, outside, hayama.terms.all(), hayama.offices.all())


def test_a_table_renews_the_council(hayama: Member, council: Council) -> None:
    lines = (
        HEAD,
        "葉山 俊\t\t副会長\t学識経験者\tR8.6.1\tR10.5.31",
        "𠮷川 葛󠄀\tよしかわ かずら\t会長\t公募\tR8.6.1\tR10.5.31",
        "﨑山 神\tさきやま じん\t委員\t区民\tR8.6.1\tR10.5.31",
    )
    preview = taken_in(*lines)
    assert [(step.outcome, step.name) for step in preview.steps] == [
        (Outcome.NEW, "葉山 俊　さくら区審議会"),
        (Outcome.NEW, "𠮷川 葛󠄀　さくら区審議会"),
        (Outcome.NEW, "﨑山 神　さくら区審議会"),
    ]
    entries = roster(council, D(2026, 6, 1))
    assert [(str(entry.member), entry.offices) for entry in entries] == [
        ("𠮷川 葛󠄀", (OfficeTitle.CHAIR,)),
        ("葉山 俊", (OfficeTitle.VICE_CHAIR,)),
        ("﨑山 神", ()),
    ]
    assert {step.outcome for step in shown(*lines).steps} == {Outcome.SAME}
    assert hayama.history.count() == 1


def test_the_chair_passes_on_in_one_table_whatever_the_order(hayama: Member, council: Council) -> None:
    lines = (
        HEAD,
        "𠮷川 薫\t\t会長\t公募\tR7.4.1\tR8.5.31",
        "葉山 俊\t\t会長\t\t\tR7.3.31",
    )
    leaving = shown(*lines).steps[1]
    assert [f"{each.label} {each.before}→{each.after}" for each in leaving.differences] == [
        "終了日 令和8年5月31日→令和7年3月31日",
        "会長の終了日 令和8年5月31日→令和7年3月31日",
    ], "the term, and the office with it"
    taken_in(*lines)
    assert [entry.offices for entry in roster(council, D(2025, 4, 1))] == [(OfficeTitle.CHAIR,)]


def test_who_is_not_in_the_table_leaves_on_the_day_that_is_given(hayama: Member, council: Council) -> None:
    taken_in(HEAD, "𠮷川 薫\t\t会長\t公募\tR7.4.1\tR8.5.31", last_day=D(2025, 3, 31))
    assert hayama.offices.get().valid_to == D(2025, 3, 31), "the chair leaves the chair as well"
    assert [str(entry.member) for entry in roster(council, D(2025, 4, 1))] == ["𠮷川 薫"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "葉山 俊\t\t書記",
            "2 役職の「書記」を読めませんでした。会長・副会長・会長職務代理・委員のどれかにしてください。",
        ),
        ("葉山 俊\t\t副会長\t\tR6.6.1", "2 この任期には「会長」として登録されています。役職が途中で変わったときは、"),
        ("葉山 俊\t\t\t\tR9.4.1\tR8.3.31", "2 終了日が開始日より前です。終了日を開始日以後の日にしてください。"),
        ("葉山 俊\t\t\t\tR6.6.1\n葉山 俊\t\t\t\tR6.6.1", "3 2行目と同じ任期です。どちらかの行を外してください。"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named(hayama: Member, line: str, sentence: str) -> None:
    assert problems(HEAD, line)[0].startswith(sentence)


def test_which_council_is_asked_where_there_are_several(hayama: Member) -> None:
    asked = "2 どの審議会か分かりません。審議会の列を加えて、名称を入れてください。"
    other = enter_council(Council(name="かえで審査会"))
    assert problems("氏名\t就任日", "𠮷川 薫\tR8.6.1") == [asked]
    unknown = "2 「無い会」という審議会がありません。名称を確かめてください。"
    assert problems("氏名\t審議会", "𠮷川 薫\t無い会") == [unknown]
    taken_in("氏名\t審議会", "葉山 俊\tかえで審査会")
    assert hayama.terms.filter(council=other).count() == 1


def test_an_office_may_come_to_a_term_that_is_there(council: Council) -> None:
    member = enter_member(Member(name="三枝 かおる"), [MemberTerm(council=council, valid_from=D(2024, 6, 1))])
    preview = taken_in("氏名\t役職", "三枝 かおる\t副会長")
    assert [step.outcome for step in preview.steps] == [Outcome.CHANGED]
    assert [(office.title, office.valid_to) for office in member.offices.all()] == [("vice_chair", None)]


CELL = st.one_of(st.text(max_size=8), st.sampled_from(["葉山 俊", "会長", "R8.6.1", "さくら区審議会", "\x00", '"']))
LINES = st.lists(st.lists(CELL, max_size=8).map("\t".join), max_size=5).map("\n".join)
HEADS = st.lists(st.sampled_from([column.heading for column in Members.columns]), max_size=8).map("\t".join)


@given(HEADS, LINES, st.sampled_from([None, D(2025, 3, 31)]))
def test_any_text_gives_a_preview_or_named_lines_and_stores_nothing(head: str, text: str, last_day: D | None) -> None:
    council = Council.objects.filter(name="さくら区審議会").first() or enter_council(Council(name="さくら区審議会"))
    if not Member.objects.exists():
        enter_member(Member(name="葉山 俊"), [MemberTerm(council=council, **FIRST)])
    preview = shown(head, text, last_day=last_day)
    assert preview.steps or preview.problems
    assert all(problem.line is None or problem.line >= 1 for problem in preview.problems)
    assert (Member.history.count(), MemberTerm.history.count(), Office.objects.count()) == (1, 1, 0)
