"""Numbers of headings: 第１ / １ / （１）, counted on the tree so that HTML, PDF, text and references agree."""

from dataclasses import replace

from paper.digits import Digits
from paper.nodes import Document, Heading, Node


def label(level: int, position: int, digits: Digits) -> str:
    """The number of the heading that is the `position`-th of its level (from 1).

    Headings print two-digit numbers half-width even where all other digits are full-width, as the published forms do.
    """
    written = (Digits.SINGLE_FULL if digits is Digits.FULL else digits).write(position)
    match level:
        case 0:
            return f"第{written}"
        case 1:
            return written
        case _:
            return f"（{written}）"


def number(document: Document, digits: Digits = Digits.FULL) -> Document:
    """The document with every heading numbered; a number that is there already stays."""
    counters = [0, 0, 0]
    nodes: list[Node] = []
    for node in document.nodes:
        if isinstance(node, Heading):
            counters[node.level] += 1
            counters[node.level + 1 :] = [0] * (2 - node.level)
            if not node.number:
                node = replace(node, number=label(node.level, counters[node.level], digits))
        nodes.append(node)
    return replace(document, nodes=tuple(nodes))


def addresses(document: Document) -> dict[str, str]:
    """How a numbered document refers to its headings: key → 第１の３（１）, or ３（１） in a paper without 第."""
    found: dict[str, str] = {}
    part, upper = "", ""
    for node in document.nodes:
        if not isinstance(node, Heading):
            continue
        match node.level:
            case 0:
                part, upper = _plain(node.number), ""
                found[node.key] = part
            case 1:
                upper = f"{part}の{_plain(node.number)}" if part else _plain(node.number)
                found[node.key] = upper
            case _:
                found[node.key] = upper + node.number
    return found


def _plain(number: str) -> str:
    """A number as references say it: without the point some papers print behind it (１．)."""
    return number.rstrip("．.、")
