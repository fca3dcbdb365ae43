"""Two states of a paper side by side: everything that changed is told once, at its place, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.sections.comparison import Change, changes, laid
from consultations.sections.edits import AddHeading, AddSection, Move, Remove, SetText, SetTitle, apply
from consultations.sections.kinds.general import General
from consultations.sections.kinds.line_connection import LineConnection
from consultations.sections.kinds.outsourcing import Outsourcing
from consultations.sections.material import Annex, Entry, Material, Part, Preface
from consultations.sections.places import places
from consultations.sections.restoration import NotThen, brought_back, restored, whole_mark, wholly_restored
from consultations.sections.table_comparison import compared
from paper.difference import Piece
from tests.consultations.papers import material, sample_part
from tests.consultations.random_edits import edited

ANNEX = Annex(
    "【別紙】", "項目の一覧", ("区分", "項目"), (("利用者", "氏名"), ("", "住所"), ("職員", "氏名")), key="a1"
)
PAPER = replace(
    material(sample_part(Outsourcing), sample_part(LineConnection, "s2")),
    prefaces=(Preface("事業の概要", "図書を届ける。", "p1"), Preface("諮問の理由及び趣旨", "来館が難しい。", "p2")),
    annexes=(ANNEX,),
)


def text(place: str, said: str, paper: Material = PAPER) -> Material:
    return apply(paper, SetText(place, said, places(paper)[place].mark))


def told(before: Material, after: Material) -> list[tuple[str, str]]:
    return [(change.place.address, sort(change)) for change in changes(before, after)]


def sort(change: Change) -> str:
    words = [
        ("added", change.is_added),
        ("removed", change.is_removed),
        (f"from {change.moved_from}", bool(change.moved_from)),
        ("renamed", change.is_renamed),
        ("rewritten", bool(change.before and change.after) and change.is_rewritten),
        ("form", change.is_of_form),
    ]
    return " ".join(word for word, holds in words if holds)


def marked(pieces: tuple[Piece, ...]) -> str:
    marks = {"same": "{}", "added": "[+{}]", "removed": "[-{}]"}
    return "".join(marks[piece.sort].format(piece.text) for piece in pieces)


@given(st.data())
def test_there_are_changes_just_where_the_paper_differs(data: st.DataObject) -> None:
    assert changes(PAPER, PAPER) == ()
    for _, after in data.draw(edited(PAPER)):
        found = changes(PAPER, after)
        assert bool(found) == (whole_mark(PAPER) != whole_mark(after))
        assert len({change.place.address for change in found}) == len(found)
        order = list(places(after))
        there = [order.index(change.place.address) for change in found if change.after]
        assert there == sorted(there), "in printed order"


@given(st.data())
def test_one_edit_is_told_at_its_place_only(data: st.DataObject) -> None:
    ((edit, after),) = data.draw(edited(PAPER, most=1))
    if isinstance(edit, SetText | SetTitle | Remove):
        assert {change.place.address for change in changes(PAPER, after)} <= {edit.place}
    else:
        assert len(changes(PAPER, after)) <= 1


@given(st.data())
def test_backwards_the_same_is_told_the_other_way_round(data: st.DataObject) -> None:
    after = data.draw(edited(PAPER))[-1][1]
    there = {change.place.address: change for change in changes(PAPER, after) if not change.moved_from}
    back = {change.place.address: change for change in changes(after, PAPER) if not change.moved_from}
    for address in there.keys() & back.keys():
        assert there[address].texts == back[address].texts[::-1]
        assert there[address].is_added == back[address].is_removed


def test_only_what_was_moved_is_told_as_moved() -> None:
    keys = [entry.key for entry in PAPER.parts[0].outline]
    after = apply(PAPER, Move(f"s1/{keys[4]}", f"s1/{keys[0]}"))
    number = places(PAPER)[f"s1/{keys[4]}"].number
    assert told(PAPER, after) == [(f"s1/{keys[4]}", f"from {number}")]
    assert told(PAPER, apply(PAPER, Move("s2", "s1"))) in ([("s2", "from 第２")], [("s1", "from 第１")])
    assert told(PAPER, apply(PAPER, Move("preface/p2", "preface/p1"))) in (
        [("preface/p2", "from 2番目")],
        [("preface/p1", "from 1番目")],
    )


def test_numbers_that_shift_by_themselves_are_no_change() -> None:
    first = PAPER.parts[0].outline[0].key
    after = apply(PAPER, AddHeading("s1", title="初めの見出し", before=f"s1/{first}", new="x"))
    assert told(PAPER, after) == [("s1/free-x", "added")]
    assert places(PAPER)[f"s1/{first}"].number != places(after)[f"s1/{first}"].number


def test_a_section_comes_as_one_with_its_headings_and_goes_as_one() -> None:
    after = apply(PAPER, AddSection("line_connection", "s2", "y"))
    (change,) = changes(PAPER, after)
    assert (change.place.address, sort(change)) == ("sy", "added")
    assert len(change.within) == len(after.parts[1].outline)
    assert told(after, PAPER) == [("sy", "removed")]
    (change,) = changes(PAPER, replace(PAPER, annexes=()))
    assert (change.place.address, sort(change)) == ("annex/a1", "removed")
    assert [place.address for place in change.within] == ["annex/a1/label", "annex/a1/table"]


def test_what_is_gone_stands_where_it_was() -> None:
    first, second, *_ = (f"s1/{entry.key}" for entry in PAPER.parts[0].outline)
    last = f"s2/{PAPER.parts[1].outline[-1].key}"
    after = text(first, "新しい文")
    after = apply(text(last, "新しい相手方", after), Remove(second, places(after)[second].mark))
    assert [address for address, _ in told(PAPER, after)] == [first, second, last]


def test_a_heading_may_be_renamed_moved_and_rewritten_at_once() -> None:
    keys = [f"s1/{entry.key}" for entry in PAPER.parts[0].outline]
    after = apply(text(keys[3], "新しい文"), SetTitle(keys[3], "新しい見出し", places(PAPER)[keys[3]].title))
    after = apply(after, Move(keys[3], keys[0]))
    (change,) = changes(PAPER, after)
    assert sort(change) == f"from {places(PAPER)[keys[3]].number} renamed rewritten"
    assert marked(change.title).count("[+") >= 1


def test_another_level_or_number_is_told_as_form() -> None:
    part = PAPER.parts[0]
    outline = (replace(part.outline[0], level=2), *part.outline[1:])
    after = replace(PAPER, parts=(replace(part, outline=outline), *PAPER.parts[1:]))
    assert told(PAPER, after) == [(f"s1/{part.outline[0].key}", "form")]


def test_the_head_is_told_field_by_field() -> None:
    after = text("head/departments", "教育部中央図書館\n区民部戸籍住民課", text("head/date", "令和８年１２月上旬"))
    date, departments = changes(PAPER, after)
    assert marked(date.text) == "令和８年[-１１月２６日][+１２月上旬]"
    assert marked(departments.text) == "教育部中央図書館[+\n区民部戸籍住民課]"


def test_a_table_tells_its_changed_rows_cell_by_cell() -> None:
    before = "区分\t項目\n利用者\t氏名\n\t住所\n職員\t氏名"
    found = compared(before, "区分\t項目\n利用者\t氏名\n\t住所及び電話番号\n職員\t氏名\n委託先\t担当者の氏名")
    assert [[marked(cell) for cell in row] for row in found.rows] == [
        ["", "住所[+及び電話番号]"],
        ["[+委託先]", "[+担当者の氏名]"],
    ]
    assert found.same == 2
    wider = compared(before, "区分\t項目\t備考\n利用者\t氏名\t\n\t住所\t町名まで\n職員\t氏名\t")
    assert [marked(cell) for cell in wider.columns] == ["区分", "項目", "[+備考]"]
    assert [[marked(cell) for cell in row] for row in wider.rows] == [["", "住所", "[+町名まで]"]]
    gone = compared(before, "")
    assert next([marked(cell) for cell in row] for row in gone.rows) == ["[-利用者]", "[-氏名]"]
    assert compared("", "").rows == ()
    assert compared(before, before).same == 3


@given(
    st.lists(st.lists(st.sampled_from(["", "甲", "乙", "丙\n丁"]), max_size=4), max_size=5),
    st.lists(st.lists(st.sampled_from(["", "甲", "乙"]), max_size=4), max_size=5),
)
def test_any_two_tables_can_be_compared(one: list[list[str]], other: list[list[str]]) -> None:
    before, after = ("\n".join("\t".join(f'"{cell}"' for cell in row) for row in rows) for rows in (one, other))
    found = compared(before, after)
    assert all(len(row) == len(found.columns) for row in found.rows)


@given(st.data())
def test_bringing_back_what_changed_brings_back_the_paper(data: st.DataObject) -> None:
    after = data.draw(edited(PAPER))[-1][1]
    assert whole_mark(wholly_restored(after, PAPER)) == whole_mark(PAPER)
    for change in changes(PAPER, after):
        address = change.place.address
        if change.before is None:
            with pytest.raises(NotThen):
                restored(after, PAPER, address)
            with pytest.raises(NotThen):
                brought_back(after, PAPER, address)
        else:
            back = brought_back(after, PAPER, address)
            assert laid(back).places[address].mark == change.before.mark
            others = {name: place.mark for name, place in laid(after).places.items() if not name.startswith(address)}
            found = laid(back).places
            assert {name: found[name].mark for name in others} == others, "and nothing else"


def test_a_heading_comes_back_where_it_stood() -> None:
    keys = [f"s1/{entry.key}" for entry in PAPER.parts[0].outline]
    without = apply(PAPER, Remove(keys[2], places(PAPER)[keys[2]].mark))
    assert whole_mark(brought_back(without, PAPER, keys[2])) == whole_mark(PAPER)
    no_section = apply(PAPER, Remove("s1", places(PAPER)["s1"].mark))
    assert whole_mark(brought_back(no_section, PAPER, keys[2])) == whole_mark(PAPER)
    no_annex = replace(PAPER, annexes=())
    assert whole_mark(brought_back(no_annex, PAPER, "annex/a1/table")) == whole_mark(PAPER)


def test_a_report_is_compared_like_a_consultation() -> None:
    report = Material(
        parts=(Part("s1", General(), (Entry("free-1", "経過", text="送付した。"), Entry("free-2", "対応"))),)
    )
    assert told(report, text("s1/free-1", "誤って送付した。", report)) == [("s1/free-1", "rewritten")]
