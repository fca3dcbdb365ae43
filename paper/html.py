"""The document tree as one HTML page, for the browser and, unchanged, for the print.

No inline style and no script: how it looks is said in paper/css, over classes. In `left-3 out-2` the lines of a
paragraph start 3em from the margin, and its first line 2em further out: the place where its marker stands.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest
from typing import assert_never

from paper import balance
from paper.html_place import Places
from paper.html_table import table
from paper.markup import attribute, inline, set_marker, set_number, width
from paper.nodes import (
    Block,
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
from paper.ranks import Ranks

_MEASURE = 39  # em; for the title, one character in from the left, and the departments, from the right
_DEEPEST, _WIDEST = 12, 6  # em; the classes that the stylesheets know


def page(document: Document, *, stylesheets: Sequence[str] = ()) -> str:
    """A complete HTML5 document; `stylesheets` are the addresses it links to."""
    links = "".join(f'<link rel="stylesheet"{attribute("href", address)}>\n' for address in stylesheets)
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n{links}</head>\n<body>\n"
        f'<main class="paper">\n{"".join(_leaves(document))}</main>\n</body>\n</html>\n'
    )


def _leaves(document: Document) -> Iterator[str]:
    """The paper itself, and a leaf for each attached sheet and for what follows it."""
    ranks = Ranks()
    places = Places()
    last = _last_heading(document)
    leaf: list[str] = []
    for node, following in zip_longest(document.nodes, document.nodes[1:]):
        match node:
            case Sheet():
                places.heading()
                yield from _leaf(leaf)
                leaf = []
                yield _sheet(node, ranks.alone())
            case Preface(title):
                places.heading()
                rank = ranks.alone()
                leaf.append(f'<h{rank} class="preface">《{inline(title)}》</h{rank}>\n')
            case Heading():
                places.heading(node.level)
                leaf.append(_heading(node, ranks.numbered(node)))
            case Slip(text):
                leaf.append(f'<p class="slip"><span>{inline(text)}</span></p>\n')
            case PaperNumber(text):
                leaf.append(f'<p class="paper-number">{inline(text)}</p>\n')
            case Title():
                leaf.append(_title(node, ranks.title()))
            case Signature(lines):
                leaf.append(_signature(lines))
            case Paragraph() | Item() | Table():
                leaf.append(_block(node, places, is_kept=_is_inside(following, node) or following is last is not None))
            case _:
                assert_never(node)
    yield from _leaf(leaf)


def _leaf(content: list[str]) -> Iterator[str]:
    if content:
        yield f'<article class="leaf">\n{"".join(content)}</article>\n'


def _title(title: Title, rank: int) -> str:
    heading = f'<h{rank} class="title">{_balanced(title.text)}</h{rank}>\n'
    if not title.subtitle:
        return heading
    subtitle = _balanced(f"（{title.subtitle}）")
    return f'<hgroup>\n{heading}<p class="subtitle">{subtitle}</p>\n</hgroup>\n'


def _balanced(text: str) -> str:
    return "".join(f'<span class="line">{inline(line)}</span>' for line in balance.lines(text, _MEASURE))


def _signature(lines: Sequence[str]) -> str:
    name = "signature long" if any(width(line) > _MEASURE for line in lines) else "signature"
    spread = "".join(f"<p>{inline(line)}</p>\n" for line in lines)
    return f'<div class="{name}"><div>\n{spread}</div></div>\n'


def _heading(heading: Heading, rank: int) -> str:
    number, out = set_number(heading.number)
    place = f"level-{heading.level} {_place(out, out)}"
    key = attribute("id", heading.key)
    return f'<h{rank}{key} class="{place}">{number}{inline(heading.text)}</h{rank}>\n'


def _sheet(sheet: Sheet, rank: int) -> str:
    label = f'<span class="label">{inline(sheet.label)}\u3000</span>' if sheet.label else ""
    heading = f"<h{rank}>{label}{inline(sheet.title)}</h{rank}>\n"
    places = Places()
    pairs = zip_longest(sheet.children, sheet.children[1:])
    content = "".join(_block(block, places, is_kept=_is_inside(following, block)) for block, following in pairs)
    return f'<section class="leaf sheet"{attribute("id", sheet.key)}>\n{heading}{content}</section>\n'


def _block(block: Block, places: Places, *, is_kept: bool) -> str:
    """`is_kept`: no page ends after it."""
    kept = " opens" if is_kept else ""
    match block:
        case Paragraph(text, depth):
            return f'<p class="paragraph {_place(places.paragraph(depth))}{kept}">{inline(text)}</p>\n'
        case Item(marker, text, depth):
            set_in, out = set_marker(marker)
            return f'<p class="{_place(places.item(depth, marker, out), out)}{kept}">{set_in}{inline(text)}</p>\n'
        case Table():
            return table(block)
        case _:
            assert_never(block)


def _place(left: int, out: int = 0) -> str:
    """The classes for lines that start `left` em from the margin, the first of them `out` em further out."""
    start = f"left-{min(left, _DEEPEST)}"
    return f"{start} out-{min(out, _WIDEST)}" if out else start


def _last_heading(document: Document) -> Heading | None:
    """The last heading has often one word under it (未定): it takes the end of the one before along to a new page."""
    return next((node for node in reversed(document.nodes) if isinstance(node, Heading)), None)


def _is_inside(node: Node | None, above: Block) -> bool:
    """Whether `node` belongs to the item just before it."""
    match above, node:
        case Item(depth=outer), Paragraph(depth=depth):
            return depth >= outer
        case Item(depth=outer), Item(depth=depth):
            return depth > outer
        case _:
            return False
