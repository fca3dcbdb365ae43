"""A paper as HTML: everything it says, in order, and headings a screen reader can walk."""

import re
from html.parser import HTMLParser

from hypothesis import given

from paper.balance import lines
from paper.glue import WORD_JOINER
from paper.html import page
from paper.nodes import Document, Heading, Item, Paragraph, Sheet, Table, Title
from paper.text import squeeze, text
from tests.paper import papers, trees


class _Reader(HTMLParser):
    """The text of the body, and its start tags in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text = ""
        self.ranks: list[int] = []
        self.feed(source[source.index("<body>") :])
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.ranks.append(int(tag[1]))


def _body(*nodes: object) -> str:
    source = page(Document("資料", nodes))  # type: ignore[arg-type]  # any nodes
    return source[source.index("<main") :].replace(WORD_JOINER, "")


@given(trees.documents(trees.typed))
def test_html_and_text_say_the_same(document: Document) -> None:
    said, printed = squeeze(text(document)), squeeze(_Reader(page(document)).text)
    if trees.is_in_order(document):
        assert printed == said
    else:
        assert sorted(printed) == sorted(said)


@given(trees.documents(trees.typed))
def test_no_rank_of_heading_is_skipped(document: Document) -> None:
    above = 0
    for rank in _Reader(page(document)).ranks:
        assert rank <= above + 1
        above = rank


def test_ranks_follow_the_numbering() -> None:
    first, second, third = Heading(0, "部", "第１"), Heading(1, "見出し", "１"), Heading(2, "小見出し", "（１）")
    sheet = Sheet("【別紙】", "一覧表", ())
    assert _Reader(page(Document("", (Title("題"), first, second, third, sheet)))).ranks == [1, 2, 3, 4, 2]
    assert _Reader(page(Document("", (Title("題"), second, third, second)))).ranks == [1, 2, 3, 2]


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
    assert '<p class="left-4 out-3"><span class="marker">（１）</span>' in _body(heading, Item("（１）", "規程"))
    assert '<p class="left-3 out-1"><span class="marker">①</span>' in _body(heading, Item("①", "文書", 2))
    assert '<p class="left-3 out-2"><span class="marker cell">(1)</span>' in _body(heading, Item("(1)", "規程"))
    assert '<p class="paragraph left-2">' in _body(heading, Paragraph("本文"))


def test_an_item_is_kept_with_what_it_introduces() -> None:
    assert "opens" in _body(Item("・", "区から提供するもの"), Paragraph("氏名", 1))
    assert "opens" not in _body(Item("・", "区から提供するもの"), Item("・", "本人から収集するもの"))


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
