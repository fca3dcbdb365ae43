"""Rare characters: the right glyph on paper, and the same characters when the text is taken out again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from paper.nodes import Paragraph
from paper.text import squeeze
from tests.paper import reading
from tests.paper.papers import RARE

PrintNodes = Callable[..., Path]

_SELECTORS = range(0xE0100, 0xE01F0)


def _font(family: str) -> TTFont:
    return TTFont(reading.run("fc-match", "-f", "%{file}", family))


def _glyph(font: TTFont, characters: str) -> int | None:
    """The glyph that the font itself names for a character, with its selector where it has one."""
    code, *selector = map(ord, characters)
    tables = font["cmap"].tables
    if selector:
        variants = next(table for table in tables if table.format == 14).uvsDict.get(selector[0], [])
        for base, name in variants:
            if base == code:
                return font.getGlyphID(name) if name else _glyph(font, chr(code))
    name = font.getBestCmap().get(code)
    return font.getGlyphID(name) if name else None


def _drawn(pdf: Path) -> Iterator[tuple[str, int]]:
    """(family, glyph) for everything drawn on the first page, without the page number."""
    with pikepdf.open(pdf) as opened:
        first = opened.pages[0]
        family = ""
        artifact = False
        for operands, operator in reading.instructions(first):
            match operator:
                case "BDC" | "BMC":
                    artifact = str(operands[0]) == "/Artifact"
                case "Tf":
                    family = str(first.Resources.Font[operands[0]].BaseFont).split("+")[1]
                case "TJ" if not artifact:
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            codes = bytes(part)
                            yield from ((family, int.from_bytes(codes[i : i + 2])) for i in range(0, len(codes), 2))


@pytest.mark.parametrize("characters", RARE.values(), ids=RARE)
def test_a_rare_character_prints_with_its_own_glyph(print_nodes: PrintNodes, characters: str) -> None:
    ((family, glyph),) = _drawn(print_nodes(Paragraph(characters)))
    assert glyph == _glyph(_font(family), characters)


@pytest.mark.parametrize("characters", RARE.values(), ids=RARE)
def test_a_rare_character_is_extracted_with_its_selector(print_nodes: PrintNodes, characters: str) -> None:
    assert squeeze(reading.text(print_nodes(Paragraph(characters)))) == characters


def test_compatibility_ideographs_keep_a_shape_of_their_own(print_nodes: PrintNodes) -> None:
    glyphs = [glyph for _, glyph in _drawn(print_nodes(Paragraph("\u795e\ufa19\u798f\ufa1b\u585a\ufa10")))]
    assert len(set(glyphs)) == 6


AMBIGUOUS = (
    "〜と～と〜",  # two characters, one glyph
    "～と〜と～",
    "か\u3099とがとか\u3099",  # a voicing mark that melts into its letter
    "がとか\u3099とが",
    "葛\U000e0101と葛と葛\U000e0101",  # a selector for the glyph the character has anyway
    "葛と葛\U000e0101と葛\U000e0100",
    "か\u309aくけこ",  # a letter with a mark that has no composed form
    "一\u200b二",  # a character that draws nothing
    "‐と-と‑",
    "⼈と人と⼈",  # a radical and the character written with it
)


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_what_a_glyph_cannot_tell_is_said_beside_it(print_nodes: PrintNodes, text: str) -> None:
    assert squeeze(reading.text(print_nodes(Paragraph(text)))) == text


def test_extraction_does_not_depend_on_what_is_said_first(print_nodes: PrintNodes) -> None:
    text = "".join(AMBIGUOUS)
    assert squeeze(reading.text(print_nodes(*(Paragraph(part) for part in AMBIGUOUS)))) == text
