"""Two texts held against each other: nothing lost, nothing torn apart, read as a person would mark it, always soon."""

import random
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paper.alignment import aligned, in_order
from paper.difference import Piece, characters, pieces
from paper.excerpt import excerpts

ODD = st.sampled_from(
    [
        *"区あいの、。（）「」１２９，.\n\r\t",
        "葛\U000e0100",
        "か\u3099",
        "ｶﾞ",
        "👨\u200d👩",
        "🇯🇵",
        "\ud83d\ude00",
        "word",
        "𠮷",
    ]
)
TEXTS = st.lists(ODD, max_size=40).map("".join)
MARKS = {"same": "{}", "added": "[+{}]", "removed": "[-{}]"}


def marked(before: str, after: str) -> str:
    return "".join(MARKS[piece.sort].format(piece.text) for piece in pieces(before, after))


def holds(before: str, after: str) -> tuple[Piece, ...]:
    found = pieces(before, after)
    assert "".join(piece.text for piece in found if piece.sort != "added") == before
    assert "".join(piece.text for piece in found if piece.sort != "removed") == after
    assert all(piece.text for piece in found)
    assert all(one.sort != other.sort for one, other in pairwise(found))
    return found


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_difference(before: str, after: str) -> None:
    found = holds(before, after)
    assert (before == after) == all(piece.sort == "same" for piece in found)


@given(TEXTS, st.data())
def test_an_edited_text_keeps_what_was_not_edited(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    to = data.draw(st.integers(at, len(text)))
    holds(text, text[:at] + data.draw(TEXTS) + text[to:])


@given(TEXTS, TEXTS)
def test_no_character_is_torn_apart(before: str, after: str) -> None:
    for text in (before, after):
        cuts = {0, len(text)}
        other = "added" if text == before else "removed"
        for piece in pieces(before, after):
            if piece.sort != other:
                cuts.add(max(cuts - {len(text)}, default=0) + len(piece.text))
        for cut in cuts - {0, len(text)}:
            if text[cut - 1] != "\n":
                assert not unicodedata.category(text[cut]).startswith("M")
                assert text[cut] not in "ﾞﾟ\u200d\ude00"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("約９００件（年間）", "約１，２００件（年間）", "約[-９００][+１，２００]件（年間）"),
        ("利用カード番号", "利用カード番号、予約資料の冊数", "利用カード番号[+、予約資料の冊数]"),
        ("文書による", "文書及び電磁的記録媒体による", "文書[+及び電磁的記録媒体]による"),
        ("氏名、住所、電話番号", "氏名、電話番号", "氏名、[-住所、]電話番号"),
        (
            "初めに。この件は見た。",
            "初めに。この点は聞いた。この件は見た。",
            "初めに。[+この点は聞いた。]この件は見た。",
        ),
        ("葛城", "葛\U000e0100城", "[-葛][+葛\U000e0100]城"),
        ("か", "か\u3099", "[-か][+か\u3099]"),
        ("氏名\n住所\n電話\n", "氏名\n電話\n", "氏名\n[-住所\n]電話\n"),
        ("一行目の文\n二行目の文", "一行目の語\n二行目の字", "一行目の[-文][+語]\n二行目の[-文][+字]"),
        ("甲が乙に丙を丁へ渡す", "子が丑に寅を卯へ渡す", "[-甲][+子]が[-乙][+丑]に[-丙][+寅]を[-丁][+卯]へ渡す"),
        ("利用者の氏名", "申込みをした人の住所", "[-利用者の氏名][+申込みをした人の住所]"),
        ("市立図書館が貸し出す", "区民会館や学校が使う", "[-市立図書館が貸し出す][+区民会館や学校が使う]"),
    ],
)
def test_it_reads_as_a_person_would_mark_it(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def long_texts() -> dict[str, tuple[str, str]]:
    """A megabyte of the worst there is."""
    chance = random.Random(1)  # noqa: S311  # invented text, no secret
    kanji = [chr(code) for code in range(0x4E00, 0x4E00 + 2_000)]
    lines = ["".join(chance.choices(kanji, k=20)) for _ in range(50_000)]
    return {
        "nothing in common": ("".join(lines), "".join(reversed(lines))),
        "one letter": ("あ" * 1_000_000, f"{'あ' * 500_000}い{'あ' * 500_000}"),
        "two letters": ("あい" * 500_000, "いあ" * 500_000),
        "every line changed": ("\n".join(lines), "\n".join(f"{line[:7]}新{line[9:]}" for line in lines)),
        "shuffled": ("\n".join(lines), "\n".join(chance.sample(lines, len(lines)))),
        "the same line": ("同じ行\n" * 250_000, "違う\n同じ行\n" * 140_000),
        "marks": ("\u0301" * 1_000_000, "\u0301" * 999_999),
    }


@pytest.mark.parametrize("sort", long_texts())
def test_a_megabyte_takes_about_a_second_whatever_it_holds(sort: str) -> None:
    before, after = long_texts()[sort]
    started = time.process_time()
    found = pieces(before, after)
    assert time.process_time() - started < 6, "a second on a quiet machine; a quadratic way would take hours"
    assert "".join(piece.text for piece in found if piece.sort != "added") == before
    assert "".join(piece.text for piece in found if piece.sort != "removed") == after


def test_a_long_paragraph_shows_the_few_characters_that_changed() -> None:
    text = "この事業は、図書を借りに来ることが難しい人の家へ、予約した図書を届けるものである。" * 2_000
    middle = len(text) // 2
    found = holds(text, f"{text[:middle]}新しい文。{text[middle:]}")
    assert sum(len(piece.text) for piece in found if piece.sort != "same") < 100


@given(st.lists(st.integers(0, 30), max_size=30, unique=True))
def test_what_kept_its_order_is_a_longest_increasing_row(values: list[int]) -> None:
    kept = [values[position] for position in in_order(values)]
    assert kept == sorted(kept)
    best: list[int] = []
    for at, value in enumerate(values):
        best.append(1 + max((best[i] for i in range(at) if values[i] < value), default=0))
    assert len(kept) == max(best, default=0)


@given(st.lists(st.integers(0, 4), max_size=25), st.lists(st.integers(0, 4), max_size=25))
def test_short_rows_are_aligned_with_the_fewest_edits(before: list[int], after: list[int]) -> None:
    common = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            common[i + 1][j + 1] = common[i][j] + 1 if one == other else max(common[i][j + 1], common[i + 1][j])
    blocks = aligned(before, after)
    assert sum(block.size for block in blocks) == common[-1][-1]
    for block in blocks:
        assert before[block.before : block.before + block.size] == after[block.after : block.after + block.size]


def test_an_excerpt_shows_each_changed_line_with_its_surroundings() -> None:
    before = "氏名、住所\n電話番号、生年月日\n利用カード番号\n約９００件（年間）"
    after = "氏名、住所\n電話番号、生年月日\n利用カード番号、予約資料の冊数\n約１，２００件（年間）"
    assert [
        ["".join(piece.text for piece in passage if piece.sort != "removed")] for passage in excerpt(before, after)
    ] == [
        ["利用カード番号、予約資料の冊数"],
        ["約１，２００件（年間）"],
    ]


def test_an_excerpt_marks_where_it_leaves_something_out() -> None:
    around = "図書館の予約資料を自宅に届ける事業について述べる文がここに続いている"
    (passage,) = excerpt(f"{around}甲{around}", f"{around}乙{around}")
    texts = [piece.text for piece in passage]
    assert texts[0].startswith("…")
    assert texts[0].endswith("続いている")
    assert texts[1:3] == ["甲", "乙"]
    assert texts[3].endswith("…")
    assert sum(map(len, texts)) < 60
    (removed,) = excerpt("長い文" * 1_000, "")
    assert len(removed[0].text) < 300
    assert "…" in removed[0].text


def excerpt(before: str, after: str) -> tuple[tuple[Piece, ...], ...]:
    return excerpts(pieces(before, after))


@given(TEXTS, TEXTS)
def test_an_excerpt_of_equal_texts_is_empty_and_of_others_is_not(before: str, after: str) -> None:
    assert bool(excerpt(before, after)) == (before != after)


def test_characters_are_what_readers_know() -> None:
    assert characters("葛\U000e0100城ｶﾞ１，２００件\r\nPDF") == [
        "葛\U000e0100",
        "城",
        "ｶﾞ",
        "１，２００",
        "件",
        "\r\n",
        "PDF",
    ]
