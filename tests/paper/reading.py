"""Reading a printed paper back, with the programs a reader has (poppler, qpdf)."""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

_PAGE_NUMBER = re.compile(r"^\d{1,3}\n?(?=\f|\Z)", re.MULTILINE)
_XHTML = "{http://www.w3.org/1999/xhtml}"


class Line(NamedTuple):
    """A printed line: its text without spaces, and its box in pt from the top left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def text(pdf: Path) -> str:
    """The text in the order of the pages' content, without page numbers."""
    return _PAGE_NUMBER.sub("", run("pdftotext", "-raw", pdf, "-"))


def tagged_text(pdf: Path) -> str:
    """The text in the order of the structure tree: what a screen reader reads."""
    return "".join(re.findall(r'^ *"(.*)"$', run("pdfinfo", "-struct-text", pdf), re.MULTILINE))


def tags(pdf: Path) -> list[str]:
    """The structure types of the tree, depth first."""
    return re.findall(r"^ *(\w+)(?::| \(\w+\))?$", run("pdfinfo", "-struct", pdf), re.MULTILINE)


def pages(pdf: Path) -> list[list[Line]]:
    """The printed lines of each page, from top to bottom; what stands at one height is one line."""
    tree = ElementTree.fromstring(run("pdftotext", "-bbox", pdf, "-"))  # noqa: S314  # our own PDF, through poppler
    return [_lines(page) for page in tree.iter(f"{_XHTML}page")]


def _lines(page: ElementTree.Element) -> list[Line]:
    by_height: dict[int, list[Line]] = {}
    for word in page.iter(f"{_XHTML}word"):
        box = [float(word.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax")]
        by_height.setdefault(round(box[1]), []).append(Line((word.text or "").strip(), *box))
    return [_join(sorted(words, key=lambda word: word.left)) for _, words in sorted(by_height.items())]


def _join(words: list[Line]) -> Line:
    first = words[0]
    return Line("".join(word.text for word in words), first.left, first.top, words[-1].right, first.bottom)
