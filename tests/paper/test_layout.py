"""How a paper looks, measured on its printed pages."""

import random
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from paper.html import page
from paper.nodes import Document, Heading, Item, Node, PaperNumber, Paragraph, Signature, Slip, Table, Title
from paper.pdf import render
from paper.text import squeeze, text
from tests.paper import reading
from tests.paper.reading import Line

Printed = Callable[[str], Path]
PrintNodes = Callable[..., Path]

EM = 12.0
LINE = 18.0
LEFT = (210 / 25.4 * 72 - 481) / 2
RIGHT = LEFT + 481
FLUSH = 0.5  # pt

_MAY_NOT_START = set("、。，．）」』】〕・：；？！ー～―ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々")
_MAY_NOT_END = set("（「『【〔")


def _prose(seed: int) -> tuple[Node, ...]:
    """Pages of invented prose with every sort of mark, under headings that fall anywhere on a page."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    words = ["区", "個人情報", "利用者", "「配送」", "（予約）", "ホームページ", "きゃっか"]
    words += ["９，０００件", "午前９時～正午", "――"]
    joints = ["の", "を", "、", "。", "・", "について", "っ", "々"]
    nodes: list[Node] = []
    for number in range(1, 41):
        nodes.append(Heading(1, f"見出しその{number}", str(number)))
        text = "".join(chance.choice(words) + chance.choice(joints) for _ in range(chance.randint(1, 60)))
        nodes.append(Paragraph(f"区では、{text}。"))
    return tuple(nodes)


@pytest.fixture(scope="module", params=[1, 2])
def prose(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Node, ...], Path]:
    nodes = _prose(request.param)
    path = tmp_path_factory.mktemp("prose") / "prose.pdf"
    path.write_bytes(render(page(Document("試し刷り", nodes))))
    return nodes, path


Prose = tuple[tuple[Node, ...], Path]


def _paragraphs(nodes: tuple[Node, ...]) -> list[str]:
    return [squeeze(node.text) for node in nodes if isinstance(node, Paragraph)]


def _body(pdf: Path) -> list[list[Line]]:
    """The lines of each page without the page number."""
    return [lines[:-1] for lines in reading.pages(pdf)]


def test_every_full_line_ends_at_the_right_margin(prose: Prose) -> None:
    nodes, pdf = prose
    lasts = [paragraph[-8:] for paragraph in _paragraphs(nodes)]
    headings = {f"{node.number}{node.text}" for node in nodes if isinstance(node, Heading)}
    full = [
        line
        for page in _body(pdf)
        for line in page
        if line.text not in headings and not any(line.text.endswith(last) or last.endswith(line.text) for last in lasts)
    ]
    assert len(full) > 100
    assert all(abs(line.right - RIGHT) < FLUSH + 1 for line in full), "40 characters and the slack of 1pt"
    assert sum(abs(line.right - RIGHT) < FLUSH for line in full) > 0.9 * len(full)


def test_no_line_starts_or_ends_with_what_may_not(prose: Prose) -> None:
    lines = [line.text for page in _body(prose[1]) for line in page]
    assert [line for line in lines if line[0] in _MAY_NOT_START] == []
    assert [line for line in lines if line[-1] in _MAY_NOT_END] == []


def test_no_number_is_split(prose: Prose) -> None:
    lines = [line.text for page in _body(prose[1]) for line in page]
    split = [
        (above, below)
        for above, below in pairwise(lines)
        if re.search("[０-９，]$", above) and re.match("[０-９，]", below)
    ]
    assert split == []


def test_no_heading_stands_alone_at_the_foot_of_a_page(prose: Prose) -> None:
    assert len(_body(prose[1])) > 5
    assert [page[-1].text for page in _body(prose[1]) if re.match(r"\d+見出しその", page[-1].text)] == []


def test_no_single_line_of_a_paragraph_is_left_behind_or_carried_over(prose: Prose) -> None:
    nodes, pdf = prose
    paragraphs = _paragraphs(nodes)
    firsts = {page[0].text for page in _body(pdf)}
    lasts = {page[-1].text for page in _body(pdf)}
    for paragraph in paragraphs:
        assert not any(paragraph.endswith(line) and paragraph != line for line in firsts)
        assert not any(paragraph.startswith(line) and paragraph != line for line in lasts)


@pytest.mark.parametrize("name", ["material", "with_parts", "long_table"])
def test_each_page_has_its_number_in_the_middle_of_its_foot(printed: Printed, name: str) -> None:
    for number, lines in enumerate(reading.pages(printed(name)), start=1):
        foot = lines[-1]
        assert foot.text == str(number)
        assert (foot.left + foot.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
        assert 790 < foot.top < 830


def test_a_line_holds_40_characters(print_nodes: PrintNodes) -> None:
    ((first, second),) = _body(print_nodes(Paragraph("字" * 40)))
    assert (len(first.text), len(second.text)) == (39, 1), "the first line starts one character in"
    assert [first.left, second.left] == pytest.approx([LEFT + EM, LEFT])


def test_a_page_holds_38_lines(print_nodes: PrintNodes) -> None:
    first, second = _body(print_nodes(*(Paragraph(f"第{i}段") for i in range(39))))
    assert (len(first), len(second)) == (38, 1)


@pytest.mark.parametrize("name", ["material", "with_parts"])
def test_every_line_stands_on_the_grid(printed: Printed, name: str) -> None:
    """Also with rare characters on it, which come from another font."""
    *paper, _sheet = _body(printed(name))
    for lines in paper:
        rows = [(line.top - lines[0].top) / LINE for line in lines]
        assert rows == pytest.approx([round(row) for row in rows], abs=0.05)


def test_the_last_heading_does_not_stand_alone_on_a_page(print_nodes: PrintNodes) -> None:
    filling = [Paragraph(f"第{i}段") for i in range(33)]
    last = [Heading(1, "期間", "12"), Paragraph("継続して行う。"), Heading(1, "委託先", "13"), Paragraph("未定")]
    first, second = _body(print_nodes(*filling, *last))
    assert [line.text for line in second] == ["12期間", "継続して行う。", "13委託先", "未定"]
    assert len(first) == 33


def test_the_last_line_of_a_paragraph_is_more_than_a_syllable(print_nodes: PrintNodes) -> None:
    ((first, second),) = _body(print_nodes(Paragraph(f"{'字' * 38}する。")))
    assert (len(first.text), second.text) == (38, "する。")
    assert first.right == pytest.approx(RIGHT, abs=FLUSH)


def test_a_line_with_a_word_too_long_for_its_rest_stays_as_it_is(print_nodes: PrintNodes) -> None:
    ((first, _),) = _body(print_nodes(Paragraph(f"通信は{'a' * 70}")))
    assert first.text == "通信は"
    assert first.right == pytest.approx(LEFT + 4 * EM, abs=FLUSH)


def test_the_head_stands_where_the_form_has_it(print_nodes: PrintNodes) -> None:
    ((slip, number, title, subtitle, date, office),) = _body(
        print_nodes(
            Slip("審議資料Ｎｏ．１"),
            PaperNumber("諮問第１２０１号"),
            Title("「図書館業務」における回線結合について", "自宅配送"),
            Signature(("令和８年１２月１７日", "中央図書館")),
        )
    )
    assert slip.right == pytest.approx(RIGHT, abs=EM)
    assert number.left == pytest.approx(LEFT)
    assert title.left == pytest.approx(LEFT + EM)
    assert subtitle.text == "（自宅配送）"
    assert [date.left, date.right] == pytest.approx([office.left, office.right], abs=FLUSH)
    assert date.right - date.left == pytest.approx(17 * EM, abs=FLUSH), "均等割付"


def test_a_department_longer_than_the_date_widens_both(print_nodes: PrintNodes) -> None:
    office = "各地域センター図書普及・読書活動支援担当課"
    ((date, long),) = _body(print_nodes(Signature(("令和８年１２月１７日", office))))
    assert long.right - long.left == pytest.approx(len(office) * EM, abs=FLUSH)
    assert [date.left, date.right] == pytest.approx([long.left, long.right], abs=FLUSH)


def test_departments_longer_than_a_line_are_not_spread(print_nodes: PrintNodes) -> None:
    office = "各地域センター図書普及担当" * 4
    ((date, *offices),) = _body(print_nodes(Signature(("令和８年１２月１７日", office))))
    assert date.right - date.left == pytest.approx(10 * EM, abs=FLUSH)
    assert [line.left for line in offices] == pytest.approx([date.left, date.left])


def test_levels_hang_on_the_grid(print_nodes: PrintNodes) -> None:
    long = "個人情報の取扱いに関する規程を定め、従事者の研修を毎年行うなど、個人情報を保護する体制を整えている。"
    ((heading, *body),) = _body(
        print_nodes(
            Heading(1, "保護管理体制", "10"),
            Paragraph(long),
            Item("（１）", long),
            Item("①", long, 2),
            Item("(a)", long, 3),
        )
    )
    ems = [(line.left - LEFT) / EM for line in body]
    assert heading.left == pytest.approx(LEFT)
    assert ems == pytest.approx([3, 2, 0, 3, 2, 3, 3, 5], abs=0.1)


def test_a_stretched_line_does_not_move_the_text_away_from_its_marker(print_nodes: PrintNodes) -> None:
    network = "（Virtual Private Network）"
    pdf = print_nodes(Item("（１）", f"　{network}を用いて外部からの不正な通信を遮断し、通信の記録を保存する。"))
    words = reading.words(pdf)
    assert words[0].text == "（１）"
    assert words[0].right == pytest.approx(LEFT + 3 * EM)
    assert max(word.right for word in words if word.top == words[0].top) == pytest.approx(RIGHT, abs=FLUSH)


def test_an_attached_sheet_starts_a_page(printed: Printed) -> None:
    assert reading.pages(printed("material"))[-1][0].text == "【別紙】個人情報の項目一覧表"


def test_the_first_column_is_as_wide_as_its_longest_entry(print_nodes: PrintNodes) -> None:
    rows = (("医療及び介護に関する情報", "かかりつけ医療機関の名称・電話番号"), ("", "氏名" * 20), ("住民票", "氏名"))
    lines = [line.text for line in _body(print_nodes(Table(("分野", "項目名"), rows)))[0]]
    assert any(line.startswith("医療及び介護に関する情報") for line in lines)


def test_a_group_of_rows_stays_on_one_page(print_nodes: PrintNodes) -> None:
    rows = tuple((f"分野{i // 7}" if i % 7 == 0 else "", f"第{i}の項目") for i in range(40))
    _, second = _body(print_nodes(Table(("分野", "項目名"), rows)))
    assert second[1].text == "第21の項目"
    assert any("分野3" in line.text for line in second)


def test_no_row_is_cut_at_the_foot_of_a_page(print_nodes: PrintNodes) -> None:
    rows = (("分野", "氏名、住所、電話番号、生年月日、性別" * 6),)
    filling = [Paragraph(f"第{i}段") for i in range(34)]
    first, second = _body(print_nodes(*filling, Table(("分野", "項目名"), rows)))
    assert len(first) == 34
    assert second[0].text == "分野項目名"


def test_the_names_of_columns_are_repeated_on_every_page_of_a_table(printed: Printed) -> None:
    assert {lines[0].text for lines in _body(printed("long_table"))[2:]} == {"分野項目名"}


def test_a_word_longer_than_its_line_is_not_cut_off(tmp_path: Path) -> None:
    word = "https://example.jp/" + "a" * 300
    cells = Table(("区分", "内容"), (("宛先", word),))
    document = Document("題", (Title(word), Heading(1, word, "１"), Paragraph(word), Item("①", word), cells))
    printed = tmp_path / "long.pdf"
    printed.write_bytes(render(page(document)))
    assert squeeze(reading.text(printed)) == squeeze(text(document))
