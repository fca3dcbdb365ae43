"""The plain text of a paper."""

from paper.nodes import Document, Heading, Item, Paragraph, Preface, Sheet, Signature, Slip, Table, Title
from paper.text import lines, squeeze, text
from tests.paper import papers


def test_a_paper_reads_one_line_a_paragraph() -> None:
    document = Document(
        "資料",
        (
            Slip("審議資料Ｎｏ．１"),
            Title("「図書館業務」における回線結合について", "自宅配送"),
            Signature(("令和８年１２月１７日", "中央図書館")),
            Preface("事業の概要"),
            Heading(1, "回線結合する理由", number="１"),
            Paragraph("配送の状況を受け取るため"),
            Item("（１）", "専用の回線"),
        ),
    )
    assert lines(document) == (
        "審議資料Ｎｏ．１",
        "「図書館業務」における回線結合について",
        "（自宅配送）",
        "令和８年１２月１７日",
        "中央図書館",
        "《事業の概要》",
        "１　回線結合する理由",
        "配送の状況を受け取るため",
        "（１）専用の回線",
    )


def test_a_table_reads_row_by_row_and_a_merged_cell_once() -> None:
    table = Table(("分野", "項目名"), (("利用者", "氏名"), ("", "住所"), ("資料", "書名")))
    sheet = Document("別紙", (Sheet("【別紙】", "一覧表", (table,)),))
    assert lines(sheet) == ("【別紙】　一覧表", "分野\t項目名", "利用者\t氏名", "\t住所", "資料\t書名")


def test_what_is_empty_has_no_line() -> None:
    assert lines(Document("空", (Title("題"), Paragraph(""), Table((), ())))) == ("題",)


def test_the_text_ends_every_line() -> None:
    document = papers.material()
    assert text(document) == "\n".join(lines(document)) + "\n"


def test_squeezing_drops_what_a_layout_adds_and_nothing_else() -> None:
    assert squeeze("\ufeff令 和　８\u2060年\t\n\f") == "令和８年"
    assert squeeze("葛\U000e0100\u304b\u3099\ufa19") == "葛\U000e0100\u304b\u3099\ufa19"
