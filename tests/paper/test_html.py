"""A paper as HTML: everything it says, in order, and headings a screen reader can walk."""

import pytest
from hypothesis import given

from paper.balance import lines
from paper.glue import WORD_JOINER
from paper.html import page
from paper.nodes import Document, Heading, Item, Paragraph, Sheet, Table, Title
from paper.text import squeeze, text
from tests.paper import papers, reading, trees


def _body(*nodes: object) -> str:
    source = page(Document("資料", nodes))  # type: ignore[arg-type]  # any nodes
    return source[source.index("<main") :].replace(WORD_JOINER, "")


@given(trees.documents(trees.typed))
def test_html_and_text_say_the_same(document: Document) -> None:
    said, printed = squeeze(text(document)), squeeze(reading.Shown(page(document)).text)
    if trees.is_in_order(document):
        assert printed == said
    else:
        assert sorted(printed) == sorted(said)


@given(trees.documents(trees.typed))
def test_no_rank_of_heading_is_skipped(document: Document) -> None:
    above = 0
    for rank in reading.Shown(page(document)).ranks:
        assert rank <= above + 1
        above = rank


def test_ranks_follow_the_numbering() -> None:
    first, second, third = Heading(0, "部", "第１"), Heading(1, "見出し", "１"), Heading(2, "小見出し", "（１）")
    sheet = Sheet("【別紙】", "一覧表", ())
    assert reading.Shown(page(Document("", (Title("題"), first, second, third, sheet)))).ranks == [1, 2, 3, 4, 2]
    assert reading.Shown(page(Document("", (Title("題"), second, third, second)))).ranks == [1, 2, 3, 2]


def test_the_page_names_its_language_its_title_and_its_stylesheets() -> None:
    source = page(Document("諮問<１>号", ()), stylesheets=["/static/paper.css?a=1&b=2"])
    assert source.startswith('<!doctype html>\n<html lang="ja">')
    assert "<title>諮問&lt;１&gt;号</title>" in source
    assert '<link rel="stylesheet" href="/static/paper.css?a=1&amp;b=2">' in source


def test_nothing_in_the_page_needs_an_exception_from_a_strict_policy() -> None:
    source = page(papers.with_parts())
    assert " style=" not in source
    assert "<style" not in source
    assert "<script" not in source


def test_markup_in_a_text_stays_text() -> None:
    assert "&lt;b&gt;太字&lt;/b&gt;&amp;" in _body(Paragraph("<b>太字</b>&"))


def test_a_key_becomes_the_anchor_of_its_heading() -> None:
    assert '<h2 id="purpose" class="level-1 left-2 out-2">' in _body(Title("題"), Heading(1, "趣旨", "３", "purpose"))


def test_two_half_width_digits_are_set_in_one_character() -> None:
    assert '<span class="number"><span class="half">10</span>　</span>' in _body(Heading(1, "体制", "10"))
    assert 'class="level-1 left-2 out-2"' in _body(Heading(1, "体制", "10"))


def test_items_hang_by_the_width_of_their_marker_and_deeper_ones_further_in() -> None:
    heading = Heading(1, "体制", "１")
    typed = _body(heading, Item("（１）", "規程"), Item("①", "文書", 2), Item("ア", "紙", 3), Paragraph("本文", 1))
    assert '<p class="left-3 out-3 opens"><span class="marker">（１）</span>' in typed
    assert '<p class="left-3 out-1 opens"><span class="marker">①</span>' in typed
    assert '<p class="left-5 out-2"><span class="marker">ア　</span>' in typed
    assert '<p class="paragraph left-3">' in typed
    assert '<p class="left-2 out-2"><span class="marker cell">(1)</span>' in _body(heading, Item("(1)", "規程"))
    assert '<p class="left-2 out-1"><span class="marker">・</span>' in _body(heading, Item("・", "規程"))
    assert '<p class="paragraph left-2">' in _body(heading, Paragraph("本文"))


@pytest.mark.parametrize(
    "opening",
    [
        (Heading(2, "項目", "（１）"), Paragraph("次のとおり")),
        (Heading(2, "項目", "（１）"), Paragraph("次のとおり", 1)),
        (Heading(1, "項目", "１"), Item("（１）", "項目"), Paragraph("次のとおり", 1)),
    ],
)
def test_a_numbered_heading_and_a_typed_number_place_what_follows_alike(opening: tuple[object, ...]) -> None:
    body = _body(*opening, Item("・", "提供するもの", 2), Paragraph("氏名", 2))
    assert "left-3 out-3" in body
    assert '<p class="paragraph left-3">次のとおり' in body
    assert '<p class="left-3 out-1 opens"><span class="marker">・' in body
    assert '<p class="paragraph left-3">氏名' in body


def test_an_item_is_kept_with_what_it_introduces() -> None:
    assert "opens" in _body(Item("・", "区から提供するもの"), Paragraph("氏名", 1))
    assert "opens" not in _body(Item("・", "区から提供するもの"), Item("・", "本人から収集するもの"))


def test_what_comes_before_the_last_heading_is_kept_with_it() -> None:
    last = (Heading(1, "期間", "12"), Paragraph("継続"), Heading(1, "委託先", "13"), Paragraph("未定"))
    assert _body(*last).count("opens") == 1
    assert '<p class="paragraph left-2 opens">継続' in _body(*last, Sheet("【別紙】", "一覧表", ()))


def test_a_merged_cell_heads_its_rows() -> None:
    body = _body(Table(("分野", "項目名"), (("利用者", "氏名"), ("", "住所"), ("資料", "書名\n巻号"))))
    assert '<th scope="col">分野</th><th scope="col">項目名</th>' in body
    assert '<th scope="rowgroup" rowspan="2">利用者</th><td>氏名</td>' in body
    assert "<tr><td>住所</td></tr>" in body
    assert '<th scope="row">資料</th><td>書名<br>巻号</td>' in body


def test_a_loose_table_prints_its_columns_as_they_were_read() -> None:
    body = _body(Table(("分野", "項目名"), (("", "氏名"), ("", "住所"), ("利用者", ""))))
    assert "<td><p>利用者</p></td><td><p>氏名</p><p>住所</p></td>" in body


def test_numbers_do_not_split_and_dashes_start_no_line() -> None:
    joined = page(Document("", (Paragraph("約９，０００件、午前９時～午後５時"),)))
    assert "約９⁠，⁠０⁠０⁠０件、午前９時⁠～午後５時" in joined


def test_a_title_breaks_where_a_phrase_ends_into_lines_of_like_length() -> None:
    title = "「図書館業務」における外部委託に伴う個人情報の保護措置及び外部の電子計算機との回線結合について"
    assert lines(title, 36) == (
        "「図書館業務」における外部委託に伴う個人情報の保護措置及び",
        "外部の電子計算機との回線結合について",
    )
    assert lines("短い題名について", 36) == ("短い題名について",)


def test_a_title_does_not_break_within_a_name() -> None:
    title = "「介護業務」における個人情報の「高齢者・障害者に係る地域福祉業務」への目的外利用について"
    assert lines(title, 36) == (
        "「介護業務」における個人情報の",
        "「高齢者・障害者に係る地域福祉業務」への目的外利用について",
    )
    assert lines("「外部提供、本人外収集及び回線結合をまとめて行う業務」", 20) == (
        "「外部提供、本人外収集及び",
        "回線結合をまとめて行う業務」",
    )
