"""How wide the columns of a table are."""

from paper.nodes import Table
from paper.tables import LINE, column_widths


def test_a_column_has_what_its_longest_line_needs_and_the_last_one_the_rest() -> None:
    widths = column_widths(Table(("分野", "項目名"), (("利用者", "氏名"), ("", "住所（建物の名称を含む。）"))))
    assert widths[0] == 5
    assert sum(widths) <= LINE


def test_long_columns_share_what_the_short_ones_leave() -> None:
    table = Table(("日", "前", "後"), (("六月", "あ" * 400, "い" * 300),))
    short, before, after = column_widths(table)
    assert short == 4
    assert before == after == (LINE - 4) // 2


def test_a_table_without_columns_has_no_widths() -> None:
    assert column_widths(Table((), ())) == ()
