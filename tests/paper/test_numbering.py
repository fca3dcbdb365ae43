"""Numbers of headings, counted on the tree, and how references say them."""

import pytest

from paper.digits import Digits, level
from paper.nodes import Document, Heading
from paper.numbering import addresses, label, number


def paper(*levels: int) -> Document:
    return Document("題", tuple(Heading(each, "見出し", key=f"h{i}") for i, each in enumerate(levels)))


def numbers(document: Document) -> list[str]:
    return [node.number for node in number(document).nodes if isinstance(node, Heading)]


def test_each_level_is_counted_anew_under_the_one_above() -> None:
    assert numbers(paper(0, 1, 1, 2, 2, 1, 0, 1)) == ["第１", "１", "２", "（１）", "（２）", "３", "第２", "１"]


def test_two_digits_are_half_width_in_headings_as_in_the_published_forms() -> None:
    assert numbers(paper(*[1] * 11))[8:] == ["９", "10", "11"]
    assert label(1, 3, Digits.HALF) == "3"


def test_a_number_that_is_there_stays_and_is_counted() -> None:
    document = Document("題", (Heading(1, "甲", "イ"), Heading(1, "乙")))
    assert numbers(document) == ["イ", "２"]


def test_addresses() -> None:
    assert addresses(number(paper(0, 1, 2))) == {"h0": "第１", "h1": "第１の１", "h2": "第１の１（１）"}
    assert addresses(number(paper(1, 2))) == {"h0": "１", "h1": "１（１）"}
    pointed = Document("題", (Heading(0, "部", "第１．", "p"), Heading(1, "甲", "１．", "a")))
    assert addresses(pointed) == {"p": "第１", "a": "第１の１"}


@pytest.mark.parametrize(
    ("rule", "one", "many"),
    [(Digits.FULL, "１", "１，６８０"), (Digits.SINGLE_FULL, "１", "1,680"), (Digits.HALF, "1", "1,680")],
)
def test_the_digit_rules(rule: Digits, one: str, many: str) -> None:
    assert (rule.write(1), rule.write(1680, grouped=True)) == (one, many)


def test_a_search_key_levels_widths_and_spaces_only() -> None:
    assert level("令 和 ４年　（ｶﾅ）") == "令和4年(カナ)"
