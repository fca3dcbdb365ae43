"""Arbitrary trees, for hypothesis: any text that can stand in a paper, in any order of nodes."""

from hypothesis import strategies as st

from paper.nodes import (
    Document,
    Heading,
    Item,
    PaperNumber,
    Paragraph,
    Preface,
    Sheet,
    Signature,
    Slip,
    Table,
    Title,
)

_JAPANESE = "区個人情報の取扱いについて諮問する、。（）「」・ー～―〜〇ＡＢ０１２９，　髙﨑神福塚"
_OTHER = 'ab Z09.,-<&>"\n'
_CLUSTERS = ("\ufa19", "\u845b\U000e0100", "\u845b\U000e0101", "\u304b\u3099", "\U00020bb7")

typed = st.lists(st.sampled_from((*_JAPANESE, *_OTHER, *_CLUSTERS)), max_size=60).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def _blocks(text: st.SearchStrategy[str]) -> st.SearchStrategy[Paragraph | Item | Table]:
    marker = st.sampled_from(("（１）", "①", "ア", "・", "１．", "a.", "(2)", "※1", ""))
    row = st.lists(text, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Paragraph, text, st.integers(0, 4)),
        st.builds(Item, marker, text, st.integers(1, 4)),
        st.builds(Table, row, st.lists(row, max_size=4).map(tuple)),
    )


def documents(text: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    """Documents whose every text comes from `text`."""
    number = st.sampled_from(("", "第１", "１", "10", "第12", "（１）", "（10）"))
    nodes = st.one_of(
        st.builds(Slip, text),
        st.builds(PaperNumber, text),
        st.builds(Title, text, text),
        st.builds(Signature, st.lists(text, max_size=3).map(tuple)),
        st.builds(Preface, text),
        st.builds(Heading, st.integers(0, 2), text, number),
        st.builds(Sheet, text, text, st.lists(_blocks(text), max_size=3).map(tuple)),
        _blocks(text),
    )
    return st.builds(Document, text, st.lists(nodes, max_size=8).map(tuple))


def is_in_order(document: Document) -> bool:
    """Whether its print reads in the order of its text: a loose table prints column by column."""
    sheets = [node for node in document.nodes if isinstance(node, Sheet)]
    blocks = [*document.nodes, *(child for sheet in sheets for child in sheet.children)]
    return not any(isinstance(block, Table) and block.is_loose for block in blocks)
