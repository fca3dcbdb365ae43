"""The document tree as plain text: what is printed, in order, one line a paragraph."""

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

_GAP = "\u3000"
_INVISIBLE = "\ufeff\u2060"


def text(document: Document) -> str:
    """The lines of the document, each ended by a line feed."""
    return "".join(f"{line}\n" for line in lines(document))


def lines(document: Document) -> tuple[str, ...]:
    """One line for each paragraph, heading, table row or line of the head, without those that are empty."""
    return tuple(line for node in document.nodes for line in _lines(node) if line)


def squeeze(text: str) -> str:
    """`text` without white space, byte-order marks and word joiners: what two readings of one tree have in common."""
    return "".join(char for char in text if not char.isspace() and char not in _INVISIBLE)


def _lines(node: Node) -> list[str]:
    match node:
        case Slip(text) | PaperNumber(text) | Paragraph(text):
            return [text]
        case Title(title, subtitle):
            return [title, f"（{subtitle}）" if subtitle else ""]
        case Signature(lines):
            return list(lines)
        case Preface(title):
            return [f"《{title}》"]
        case Heading(text=heading, number=number):
            return [_GAP.join(part for part in (number, heading) if part)]
        case Item(marker, item):
            return [f"{marker}{item}"]
        case Table(columns, rows):
            return [_GAP.join(cell for cell in row if cell) for row in (columns, *rows)]
        case Sheet(label, title, children):
            head = _GAP.join(part for part in (label, title) if part)
            return [head, *(line for child in children for line in _lines(child))]
        case _:
            assert_never(node)
