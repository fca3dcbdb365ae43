"""Rosters pasted as a table: what they change is shown line by line, and taken in as a whole or not at all."""

import datetime
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultations.models import Department, DepartmentName, Official, Post
from consultations.queries.departments import name_on
from consultations.rosters.departments import Departments
from consultations.rosters.officials import Officials
from consultations.rosters.playing import Roster, play
from consultations.rosters.steps import Outcome, Preview
from consultations.rosters.table import MOST_LINES
from consultations.services.reference import enter_department, enter_official
from consultations.services.rehearsal import perform, rehearse

pytestmark = pytest.mark.django_db

D = datetime.date
BEFORE, AFTER = D(2026, 3, 31), D(2026, 4, 1)


def shown(kind: type[Roster], *lines: str, last_day: D | None = None) -> Preview:
    return rehearse(partial(play, kind, "\n".join(lines), last_day))


def taken_in(kind: type[Roster], *lines: str, last_day: D | None = None) -> Preview:
    """What was shown, once it is stored."""
    preview = shown(kind, *lines, last_day=last_day)
    again, done = perform(partial(play, kind, "\n".join(lines), last_day), preview.seal)
    assert done, again.problems
    assert again.steps == preview.steps
    return preview


def told(preview: Preview) -> list[str]:
    """A line for each step: 2 変わる 防災課 名称 防災課→災害対策課."""
    return [
        " ".join(
            [str(step.line or "-"), step.outcome.value, step.name]
            + [f"{each.label} {each.before}→{each.after}" for each in step.differences]
        )
        for step in preview.steps
    ]


def problems(preview: Preview) -> list[str]:
    return [f"{problem.line} {problem.sentence}" for problem in preview.problems]


@pytest.fixture
def library() -> Department:
    return enter_department(Department(reading="ちゅうおうとしょかん"), [DepartmentName(name="教育部中央図書館")])


@pytest.fixture
def takahashi(library: Department) -> Official:
    return enter_official(
        Official(name="髙橋 葵", reading="たかはし あおい"),
        [Post(title="館長", department=library, valid_from=D(2023, 4, 1))],
    )


def test_new_officials_and_departing_ones(takahashi: Official) -> None:
    lines = (
        "氏名\t読み\t所属\t職名\t就任日\t退任日\t内線",
        "髙橋　葵\tたかはし あおい\t教育部中央図書館\t館長\t\tR8.3.31\t100",
        "𠮷田 薫\tよしだ かおる\t教育部中央図書館\t館長\t令和8年4月1日\t\t100",
    )
    preview = taken_in(Officials, *lines)
    assert told(preview) == [
        "2 終わる 髙橋 葵　教育部中央図書館 館長 終了日 →令和8年3月31日",
        "3 新しく加わる 𠮷田 薫　教育部中央図書館 館長 読み →よしだ かおる 職名 →館長 開始日 →令和8年4月1日",
    ]
    assert preview.ignored == ("内線",)
    assert [post.valid_to for post in takahashi.posts.all()] == [BEFORE]
    assert [str(post.official) for post in Post.objects.filter(valid_from=AFTER)] == ["𠮷田 薫"]
    assert [step.outcome for step in shown(Officials, *lines).steps] == [Outcome.SAME, Outcome.SAME]


def test_a_year_changes_hands_with_one_table(takahashi: Official, library: Department) -> None:
    """Whoever is not in the table leaves on the day that is given; empty cells change nothing."""
    preview = taken_in(Officials, "職名\t氏名\t課", "館長\t𠮷田 薫\t教育部 中央図書館", last_day=BEFORE)
    assert told(preview) == [
        "2 新しく加わる 𠮷田 薫　教育部 中央図書館 館長 職名 →館長",
        "- 終わる 髙橋 葵　教育部中央図書館 館長 終了日 →令和8年3月31日",
    ]
    takahashi.refresh_from_db()
    assert takahashi.reading == "たかはし あおい"
    assert [past.history_type for past in takahashi.history.all()] == ["+"], "the person did not change"


def test_a_post_may_be_mended_and_taken_again(takahashi: Official) -> None:
    head = "氏名\t読み\t所属\t職名\t就任日\t退任日"
    mended = shown(Officials, head, "髙橋 葵\tたかはし　あおゐ\t教育部中央図書館\t館長\t令和5年5月1日\t")
    assert told(mended) == [
        "2 変わる 髙橋 葵　教育部中央図書館 館長 "
        "読み たかはし あおい→たかはし　あおゐ 開始日 令和5年4月1日→令和5年5月1日"
    ]
    taken_in(Officials, head, "髙橋 葵\t\t教育部中央図書館\t館長\t\t令和6年3月31日")
    over = shown(Officials, head, "髙橋 葵\t\t教育部中央図書館\t館長\t\t")
    assert problems(over) == ["2 「館長」は、もう終わっています。もう一度始まるときは、始まる日も入れてください。"]
    again = shown(Officials, head, "髙橋 葵\t\t教育部中央図書館\t館長\t令和8年4月1日\t")
    assert [step.outcome for step in again.steps] == [Outcome.NEW]


def test_without_a_column_of_departments_a_title_is_the_one_that_is_held(takahashi: Official) -> None:
    preview = taken_in(Officials, "氏名\t職名\t退任日", "髙橋 葵\t館長\tR8.3.31", "髙橋 葵\t副参事\t")
    assert told(preview) == [
        "2 終わる 髙橋 葵　教育部中央図書館 館長 終了日 →令和8年3月31日",
        "3 新しく加わる 髙橋 葵　副参事 職名 →副参事",
    ]


def test_two_of_one_name_are_told_apart_by_their_readings(takahashi: Official, library: Department) -> None:
    enter_official(Official(name="髙橋 葵", reading="たかはし まもる"), [])
    asked = "2 「髙橋 葵」という人が2名以上います。読みを、登録されているとおりに入れてください。"
    assert problems(shown(Officials, "氏名\t職名", "髙橋 葵\t副参事")) == [asked]
    taken_in(Officials, "氏名\t読み\t職名", "髙橋 葵\tたかはしまもる\t副参事")
    assert Post.objects.get(title="副参事").official.reading == "たかはし まもる"
    assert told(shown(Officials, "氏名\t職名", "高橋 葵\t係長"))[0].startswith("2 新しく加わる 高橋 葵")


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["氏名\t所属", "髙橋 葵\t課"], "1 「職名」の列がありません。1行目に見出しを入れてください。"),
        (["氏名\t名前\t職名", "髙橋 葵"], "1 「氏名」にあたる列が二つあります。一つにしてください。"),
        (["氏名\t職名"], "1 見出しだけで、行がありません。見出しと一緒に、行も貼り付けてください。"),
        ([""], "None 表がありません。見出しの行から貼り付けてください。"),
        (["", "氏名\t職名", "", "髙橋 葵\t"], "4 職名がありません。入れてください。"),
        (["氏名\t職名", "髙橋 葵\t課長\t余り"], "2 見出しより右に欄があります。見出しの列に合わせてください。"),
        (["氏名\t職名", '"髙橋\n葵"\t課長'], "2 欄の中に、改行などの使えない文字があります。取り除いてください。"),
        (["氏名\t職名", '"髙橋 葵\t課長'], "2 ここから先を読めませんでした。"),
        (["氏名\t職名\t所属", "髙橋 葵\t課長\t無い課"], "2 「無い課」という課がありません。"),
        (["氏名\t職名\t就任日", "髙橋 葵\t課長\t4月1日"], "2 就任日の「4月1日」を読めませんでした。日付の形を"),
        (["氏名\t職名", "髙橋 葵\t課長", "髙橋　葵\t課長"], "3 2行目と同じ職です。どちらかの行を外してください。"),
        (["氏名\t職名", f"{'髙' * 101}\t課長"], "2 氏名：この値は 100 文字以下でなければなりません"),
        (["氏名\t職名\t就任日\t退任日", "髙橋 葵\t課長\tR8.4.1\tR8.3.31"], "2 終了日が開始日より前です。"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_how_to_mend_it(
    takahashi: Official, lines: list[str], sentence: str
) -> None:
    preview = shown(Officials, *lines)
    assert problems(preview)[0].startswith(sentence)
    assert not preview.is_possible


def test_one_bad_line_keeps_all_of_them_out(takahashi: Official) -> None:
    text = "氏名\t職名\n𠮷田 薫\t館長\n神\u3000\tx\n\t館長"
    preview = rehearse(partial(play, Officials, text, None))
    assert [step.name for step in preview.steps] == ["𠮷田 薫　館長", "神　x"]
    assert not perform(partial(play, Officials, text, None), preview.seal)[1]
    assert Official.objects.count() == 1


def test_what_changed_in_between_is_shown_again(takahashi: Official) -> None:
    text = "氏名\t読み\t所属\t職名\n髙橋 葵\tたかはし あふひ\t教育部中央図書館\t館長"
    preview = rehearse(partial(play, Officials, text, None))
    takahashi.reading = "たかはし あをい"
    takahashi.save()
    again, done = perform(partial(play, Officials, text, None), preview.seal)
    assert not done
    assert told(again) == ["2 変わる 髙橋 葵　教育部中央図書館 館長 読み たかはし あをい→たかはし あふひ"]
    takahashi.refresh_from_db()
    assert takahashi.reading == "たかはし あをい"


def test_too_many_lines_are_refused_as_a_whole() -> None:
    preview = shown(Officials, "氏名\t職名", *["髙橋\t課長"] * (MOST_LINES + 1))
    assert "行が多すぎます。500行までに分けて貼り付けてください。" in problems(preview)[0]


def test_departments_are_new_renamed_ended_or_as_they_were(library: Department) -> None:
    disaster = enter_department(Department(), [DepartmentName(name="防災課")])
    preview = taken_in(
        Departments,
        "名称\t前の名称\t読み\t開始日\t終了日",
        "災害対策課\t防災課\tさいがいたいさくか\t2026/4/1\t",
        "教育部中央図書館\t\t\t\t",
        "総務部情報公開課\t\tじょうほうこうかいか\t2026-04-01\t",
    )
    assert told(preview) == [
        "2 変わる 防災課 名称 防災課→災害対策課 開始日 →令和8年4月1日 読み →さいがいたいさくか",
        "3 そのまま 教育部中央図書館",
        "4 新しく加わる 総務部情報公開課 名称 →総務部情報公開課 読み →じょうほうこうかいか 開始日 →令和8年4月1日",
    ]
    assert (name_on(disaster, BEFORE), name_on(disaster, AFTER)) == ("防災課", "災害対策課")
    ended = taken_in(Departments, "課名", "災害対策課", "総務部情報公開課", last_day=D(2027, 3, 31))
    assert [step.name for step in ended.changing] == ["教育部中央図書館"]
    assert name_on(library, D(2027, 4, 1)) is None


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["名称", "防災課"], "2 「防災課」は前の名称です。今の名称「災害対策課」で書いてください。"),
        (
            ["名称\t旧名称", "危機管理課\t災害対策課"],
            "2 開始日がありません。「災害対策課」が「危機管理課」に変わった日を",
        ),
        (["名称\t旧名称", "危機管理課\t無い課"], "2 「無い課」という課がありません。前の名称を確かめてください。"),
        (["名称", "災害対策課", "災害対策課"], "3 2行目と同じ課です。どちらかの行を外してください。"),
        (["名称", "危機管理課", "危機管理 課"], "3 2行目と同じ課です。どちらかの行を外してください。"),
        (["名称", "二つある課"], "2 「二つある課」という課が2つあります。この課は、課のページで直してください。"),
        (
            ["名称\t旧名称\t開始日\t終了日", "危機管理課\t災害対策課\tR9.4.1\tR9.5.1"],
            "2 名称の変わる課に、終了日は入れられません。終わる課は、課のページで終えてください。",
        ),
        (["名称\t旧名称\t開始日", "危機管理課\t災害対策課\tR1.5.1"], "2 「災害対策課」は、その日にはまだ始まって"),
    ],
)
def test_a_department_that_cannot_be_told_is_named(lines: list[str], sentence: str) -> None:
    names = [DepartmentName(name="防災課", valid_to=BEFORE), DepartmentName(name="災害対策課", valid_from=AFTER)]
    enter_department(Department(), names)
    for _ in range(2):
        enter_department(Department(), [DepartmentName(name="二つある課")])
    assert problems(shown(Departments, *lines))[0].startswith(sentence)


HEADINGS = sorted(
    {heading for kind in (Officials, Departments) for column in kind.columns for heading in column.headings}
)
CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["髙橋 葵", "教育部中央図書館", "館長", "R8.4.1", "令和8年3月31日", "2026-02-30", '"', "\x00", "葛󠄀"]
    ),
)
LINE = st.lists(CELL, max_size=7).map("\t".join)
TABLE = st.tuples(st.lists(st.sampled_from(HEADINGS), max_size=7).map("\t".join), st.lists(LINE, max_size=6)).map(
    lambda parts: "\n".join([parts[0], *parts[1]])
)


@given(st.one_of(st.text(), TABLE), st.sampled_from([Officials, Departments]), st.sampled_from([None, BEFORE]))
@example("氏名\t職名\n" + "\t" * 50_000, Officials, None)
@example('氏名\t職名\n"', Officials, BEFORE)
@example("氏名\t職名\n" + "あ" * 140_000 + "\tx", Officials, None)
def test_any_text_gives_a_preview_or_named_lines_and_stores_nothing(
    text: str, kind: type[Roster], last_day: D | None
) -> None:
    before = Post.history.count(), Official.history.count(), DepartmentName.history.count()
    preview = rehearse(partial(play, kind, text, last_day))
    assert all(problem.sentence.endswith("。") for problem in preview.problems)
    assert all(problem.line is None or 1 <= problem.line <= len(text) + 1 for problem in preview.problems)
    assert preview.steps or preview.problems
    assert (Post.history.count(), Official.history.count(), DepartmentName.history.count()) == before
