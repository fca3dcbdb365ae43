"""Typed text becomes paragraphs and items by its markers, and no character is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from paper.nodes import Item, Paragraph
from paper.outline import blocks, split_marker
from paper.text import squeeze


def test_the_first_marker_opens_the_first_level_and_another_sort_the_next() -> None:
    typed = "次のとおり。\n（１）窓口\n①本人\n・運転免許証\n②代理人\n委任状による。\n（２）郵送"
    assert blocks(typed) == (
        Paragraph("次のとおり。"),
        Item("（１）", "窓口", 1),
        Item("①", "本人", 2),
        Item("・", "運転免許証", 3),
        Item("②", "代理人", 2),
        Paragraph("委任状による。", 2),
        Item("（２）", "郵送", 1),
    )


def test_an_empty_line_leads_back_to_the_margin() -> None:
    assert blocks("①本人\n\n以上", 1) == (Item("①", "本人", 2), Paragraph("以上", 1))


def test_half_width_markers_are_of_the_same_sort() -> None:
    assert [type(block) for block in blocks("(1) 窓口\n（２）郵送")] == [Item, Item]
    assert [block.depth for block in blocks("ア 窓口\nイ．郵送\n１．その他")] == [1, 1, 2]


def test_what_only_names_a_place_is_no_marker() -> None:
    for text in (
        "（１）及び（２）の結果による。",
        "①から③までの項目",
        "（１）、（２）のとおり",
        "1.5倍",
        "アイデアを募る。",
    ):
        assert split_marker(text) == ("", "", text)
    assert split_marker("・がん検診")[1:] == ("・", "がん検診")


@given(st.text(alphabet="（１）①ア・。 \n髙葛\U000e0100a1.※", max_size=80))
def test_no_character_is_lost(text: str) -> None:
    said = "".join(block.marker + block.text if isinstance(block, Item) else block.text for block in blocks(text))
    assert squeeze(said) == squeeze(text)
