"""The document tree as plain text: what is printed, in order, one line a paragraph."""

from collections.abc import Iterator
from typing import assert_never

from paper.nodes import (
    Document,
    Heading,
    Item,
    Node,
    PaperNumber,
    Paragraph,
    Preface,
    Sheet,
    Signature,
    Slip,
    Table,
    Title,
)

_INVISIBLE = "\ufeff\u2060"


def text(document: Document) -> str:
    """The lines of the document, each ended by a line feed."""
    return "".join(f"{line}\n" for line in lines(document))


def lines(document: Document) -> tuple[str, ...]:
    """One line for each paragraph, heading, table row (cells between tabs) or line of the head, but for empty ones."""
    return tuple(line for node in document.nodes for line in _lines(node) if line)


def squeeze(text: str) -> str:
    """`text` without white space, byte-order marks and word joiners: what two readings of one tree have in common."""
    return "".join(char for char in text if not char.isspace() and char not in _INVISIBLE)


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Slip(text) | PaperNumber(text) | Paragraph(text):
            yield text
        case Title(title, subtitle):
            yield title
            yield f"（{subtitle}）" if subtitle else ""
        case Signature(lines):
            yield from lines
        case Preface(title):
            yield f"《{title}》"
        case Heading(text=heading, number=number):
            yield _spaced(number, heading)
        case Item(marker, item):
            yield f"{marker}{item}"
        case Table(columns, rows):
            for row in (columns, *rows):
                yield "\t".join(row) if any(row) else ""
        case Sheet(label, title, children):
            yield _spaced(label, title)
            for child in children:
                yield from _lines(child)
        case _:
            assert_never(node)


def _spaced(*parts: str) -> str:
    return "\u3000".join(part for part in parts if part)
