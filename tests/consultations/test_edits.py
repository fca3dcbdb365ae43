"""Edits: each turns one paper into another, and none overwrites what another person wrote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.sections import edits, sheets
from consultations.sections.edits import (
    AddAnnex,
    AddHeading,
    AddPreface,
    AddSection,
    Clash,
    Gone,
    Move,
    Remove,
    SetText,
    SetTitle,
)
from consultations.sections.material import Material
from consultations.sections.places import places
from tests.consultations.papers import read_sample

CERTIFICATES = read_sample("958").keyed()  # four sections, a preface, two annexes
DELIVERY = read_sample("951").keyed()


def text(paper: Material, place: str) -> str:
    return places(paper)[place].text


def set_text(paper: Material, place: str, said: str) -> Material:
    return edits.apply(paper, SetText(place, said, places(paper)[place].mark))


TEXTS = [address for address in places(CERTIFICATES) if address.count("/") and address not in ("annex/a1", "annex/a2")]


@pytest.mark.parametrize("place", TEXTS)
def test_every_place_takes_a_text_and_says_it_again(place: str) -> None:
    said = "令和８年１０月１日" if place.endswith("table") else "新しい文\n（１）その二"
    after = set_text(CERTIFICATES, place, said)
    assert text(after, place) == said
    others = {
        address: found
        for address, found in places(after).items()
        if not address.startswith(place.split("/", maxsplit=1)[0])
    }
    assert all(found.text == text(CERTIFICATES, address) for address, found in others.items())
    assert set_text(after, place, text(CERTIFICATES, place)) == CERTIFICATES, "and back"


def test_a_text_that_says_the_same_changes_nothing_whatever_it_began_from() -> None:
    same = SetText("s1/place", text(CERTIFICATES, "s1/place"), "of long ago")
    assert edits.apply(CERTIFICATES, same) is CERTIFICATES


def test_who_comes_second_is_told() -> None:
    mark = places(CERTIFICATES)["s1/place"].mark
    first = edits.apply(CERTIFICATES, SetText("s1/place", "先の文", mark))
    with pytest.raises(Clash):
        edits.apply(first, SetText("s1/place", "後の文", mark))
    with pytest.raises(Clash):
        edits.apply(first, Remove("s1/place", mark))
    gone = edits.apply(first, Remove("s1/place", places(first)["s1/place"].mark))
    with pytest.raises(Gone):
        edits.apply(gone, SetText("s1/place", "後の文", mark))


def test_a_number_that_shifts_is_no_change_of_the_text() -> None:
    before = places(CERTIFICATES)
    after = places(edits.apply(CERTIFICATES, Move("s3", "s1")))
    assert after["s1/place"].number != before["s1/place"].number
    assert after["s1/place"].mark == before["s1/place"].mark


def test_a_reference_follows_the_heading_it_names() -> None:
    number = places(CERTIFICATES)["s1/data_subject_scope"].number
    paper = set_text(CERTIFICATES, "s3/data_subject_scope", f"{number}のとおり")
    paper = edits.apply(paper, Move("s1"))
    assert text(paper, "s3/data_subject_scope") == f"{places(paper)['s1/data_subject_scope'].number}のとおり"
    assert places(paper)["s1/data_subject_scope"].number.startswith("第４")


def test_headings_are_renamed_left_out_and_brought_back_with_their_text() -> None:
    heading = places(DELIVERY)["s1/place"]
    renamed = edits.apply(DELIVERY, SetTitle("s1/place", "取り扱う場所（予定）", heading.title))
    assert places(renamed)["s1/place"].title == "取り扱う場所（予定）"
    with pytest.raises(Clash):
        edits.apply(renamed, SetTitle("s1/place", "別の見出し", heading.title))
    assert edits.apply(renamed, SetTitle("s1/place", "", "取り扱う場所（予定）")) == DELIVERY
    without = edits.apply(DELIVERY, Remove("s1/place", heading.mark))
    assert "s1/place" not in places(without)
    again = edits.apply(without, AddHeading("s1", key="place", before="s1/shared_premises"))
    assert again == DELIVERY


def test_headings_sections_and_annexes_are_added_and_moved() -> None:
    paper = edits.apply(DELIVERY, AddHeading("s1", title="その他", text="なし", before="s1/content"))
    added = next(place for place in places(paper).values() if place.title == "その他")
    assert (added.number, added.text) == ("２", "なし")
    paper = edits.apply(paper, Move(added.address))
    assert list(places(paper))[-1] == added.address
    paper = edits.apply(paper, AddSection("line_connection", before="s1"))
    assert [part.kind.kind for part in paper.parts] == ["line_connection", "outsourcing"]
    paper = edits.apply(paper, AddPreface("事業の概要", "本を届ける。"))
    paper = edits.apply(paper, AddAnnex("【別紙】", "一覧", sheets.write(("項目",), (("氏名",),))))
    assert paper.annexes[0].rows == (("氏名",),)
    assert paper.prefaces[-1].text == "本を届ける。"
    assert len({part.key for part in paper.parts}) == 2


@pytest.mark.parametrize(
    "edit",
    [
        Remove("s1", places(DELIVERY)["s1"].mark),
        SetText("s1", "見出しに文はない", places(DELIVERY)["s1"].mark),
        SetTitle("head/subject", "件名に見出しはない", "件名"),
        AddHeading("s1", key="place"),
        AddHeading("s1", key="of_another_kind"),
        AddSection("of_no_kind"),
        Move("head/subject"),
    ],
)
def test_what_makes_no_sense_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edits.apply(DELIVERY, edit)


@pytest.mark.parametrize("edit", [Move("s1/gone"), Move("s1/place", "s1/gone"), AddHeading("s9"), Move("annex/a9")])
def test_what_others_took_away_is_told(edit: edits.Edit) -> None:
    with pytest.raises(Gone):
        edits.apply(DELIVERY, edit)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "text",
        {},
        {"do": "text"},
        {"do": ["text"]},
        {"do": "text", "place": 1, "text": "", "base": ""},
        {"do": "text", "place": "s1/place", "text": "", "base": "", "more": 1},
        {"do": "heading", "section": "s1", "new": "a-key-of-ones-own"},
        {"do": "save"},
    ],
)
def test_what_no_editor_sends_is_no_edit(raw: object) -> None:
    with pytest.raises(ValueError, match="not"):
        edits.parse(raw)


cells = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


@given(st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_table_comes_back_from_its_text(lines: list[list[str]]) -> None:
    columns, *rows = (tuple(line) for line in lines)
    assert sheets.read(sheets.write(columns, rows)) == (columns, tuple(rows))


@given(st.text(max_size=200))
def test_any_text_is_a_table(said: str) -> None:
    columns, rows = sheets.read(said)
    assert sheets.read(sheets.write(columns, rows)) == (columns, rows)
    annex = replace(CERTIFICATES.annexes[0], columns=columns, rows=rows)
    assert text(replace(CERTIFICATES, annexes=(annex,)), "annex/a1/table") == sheets.write(columns, rows)
