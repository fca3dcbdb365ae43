"""Reading a paper back as people get it: on the screen, and printed (with poppler and qpdf)."""

import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pikepdf

_PAGE_NUMBER = re.compile(r"^\d{1,3}\n?(?=\f|\Z)", re.MULTILINE)
_XHTML = "{http://www.w3.org/1999/xhtml}"


class Line(NamedTuple):
    """A printed line: its text without spaces, and its box in pt from the top left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Shown(HTMLParser):
    """What a browser shows of the body of a page: its text, and the ranks of its headings in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text = ""
        self.ranks: list[int] = []
        self.feed(source[source.index("<body>") :])
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.ranks.append(int(tag[1]))


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def text(pdf: Path) -> str:
    """The text in the order of the pages' content, without page numbers."""
    return _PAGE_NUMBER.sub("", run("pdftotext", "-raw", pdf, "-"))


def instructions(page: pikepdf.Page) -> Iterator[tuple[list[Any], str]]:
    """(operands, operator) of the content of a page."""
    for instruction in pikepdf.parse_content_stream(page):
        yield list(instruction.operands), str(instruction.operator)


def words(pdf: Path) -> list[Line]:
    """The printed words of all pages; a word ends at a space."""
    tree = ElementTree.fromstring(run("pdftotext", "-bbox", pdf, "-"))  # noqa: S314  # our own PDF, through poppler
    return [word for page in tree.iter(f"{_XHTML}page") for word in _words(page)]


def pages(pdf: Path) -> list[list[Line]]:
    """The printed lines of each page, from top to bottom; what stands at one height is one line."""
    tree = ElementTree.fromstring(run("pdftotext", "-bbox", pdf, "-"))  # noqa: S314  # our own PDF, through poppler
    return [_lines(page) for page in tree.iter(f"{_XHTML}page")]


def _words(page: ElementTree.Element) -> list[Line]:
    sides = ("xMin", "yMin", "xMax", "yMax")
    return [
        Line((word.text or "").strip(), *(float(word.get(side, "")) for side in sides))
        for word in page.iter(f"{_XHTML}word")
    ]


def _lines(page: ElementTree.Element) -> list[Line]:
    by_height: dict[int, list[Line]] = {}
    for word in _words(page):
        by_height.setdefault(round(word.top), []).append(word)
    return [_join(sorted(found, key=lambda word: word.left)) for _, found in sorted(by_height.items())]


def _join(found: list[Line]) -> Line:
    first, last = found[0], found[-1]
    return Line("".join(word.text for word in found), first.left, first.top, last.right, first.bottom)
