"""Files → numbered lines. What comes after works on lines, so that Word and PDF can follow text files.

Nothing is normalised; form feeds and odd separators count as white space, as they do in every comparison.
"""

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations.importing.marks import looks_like_heading
from paper.digits import level
from paper.text import squeeze

_BREAK = re.compile(r"\r\n|\r|\n")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_PAGE_NUMBER = re.compile(r"\s*[-－‐―–—]?\s*[0-9０-９]{1,3}\s*[-－‐―–—]?\s*")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class Line:
    """One line of a document; `number` counts from 1 in its file."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip("\ufeff \t\u3000") or self.text.isspace()


@dataclass(frozen=True)
class Note:
    """Something a person may want to look at; nothing was lost."""

    line: int
    sentence: str


class Unreadable(Exception):
    """A problem with its line: what is wrong and how to mend it, for people."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line, self.sentence = line, sentence


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 with a byte-order mark, else UTF-8, else the Japanese Windows code page."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if "諮問".encode("cp932") in data:
            return _decoded(data, "cp932")
        return _decoded(data, "utf-8")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(_BREAK.findall(data[: error.start].decode(encoding, "replace"))) + 1
        raise Unreadable(
            line, "文字として読めないところがあります。UTF-8のテキストとして保存し直してください。"
        ) from error


def lines(text: str) -> tuple[Line, ...]:
    """The lines of `text`; Unreadable where it holds a character no paper can print (NUL and other controls)."""
    found = tuple(Line(number, line) for number, line in enumerate(_BREAK.split(text), 1))
    for line in found:
        if odd := _FORBIDDEN.search(line.text):
            raise Unreadable(
                line.number, f"印刷できない制御文字（U+{ord(odd[0]):04X}）があります。取り除いてください。"
            )
    return found


def page_numbers(document: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that are only a page number.

    A page number is a line that holds nothing but one to three digits, alone or between dashes, and is not the only
    text of a heading.
    """
    full = [line for line in document if not line.is_blank]
    found: list[Line] = []
    for position, line in enumerate(full):
        if _PAGE_NUMBER.fullmatch(line.text):
            before = (
                position > 0 and full[position - 1] not in found[-1:] and looks_like_heading(full[position - 1].text)
            )
            after = position + 1 == len(full) or looks_like_heading(full[position + 1].text)
            if not (before and after):
                found.append(line)
    return tuple(found)


def without_page_numbers(document: Sequence[Line]) -> tuple[Line, ...]:
    """The document without the lines that are only a page number."""
    dropped = {line.number for line in page_numbers(document)}
    return tuple(line for line in document if line.number not in dropped)


def doubtful_page_numbers(document: Sequence[Line]) -> tuple[Note, ...]:
    """A note for each dropped line where the numbers do not count pages: they may have been figures."""
    dropped = page_numbers(document)
    counted = [int(level(line.text).strip("-‐―–—") or 0) for line in dropped]
    if counted == list(range(counted[0], counted[0] + len(counted))) if counted else True:
        return ()
    return tuple(Note(line.number, f"「{line.text.strip()}」をページ番号とみなして除きました。") for line in dropped)


def squeezed_positions(document: Iterable[Line]) -> list[tuple[int, int]]:
    """(offset, line number) of each line in the text of the document without white space, for naming a difference."""
    offset, found = 0, []
    for line in document:
        found.append((offset, line.number))
        offset += len(squeeze(line.text))
    return found
