"""A whole PDF looked at once. It trusts nobody, but bounds of time and memory are set by `inspecting`, around it."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from pikepdf import PasswordError, Pdf

from paper.attached.active import active_content
from paper.attached.drawings import Drawings
from paper.attached.ends import look_at_ends
from paper.attached.refusals import Reason, Refused, too_large
from paper.attached.sheets import Sheet, page_dictionaries, sheet

MEGABYTE = 1024**2
_LOSSES = (
    "duplicated key",
    "treating object as null",
    "giving up",
    "Pages tree includes non-dictionary object",
    "ignoring duplicate",
    "ignoring page",
    "MediaBox is undefined",
)


@dataclass(frozen=True)
class Limits:
    """The most that is taken; `size` in bytes."""

    size: int = 50 * MEGABYTE
    pages: int = 1_000


@dataclass(frozen=True)
class Inspected:
    """A file that may be taken: its size in bytes, the SHA-256 of its content in hex, its pages in order."""

    size: int
    sha256: str
    sheets: tuple[Sheet, ...]

    @property
    def pages(self) -> int:
        return len(self.sheets)


def examine(file: BinaryIO, limits: Limits) -> Inspected:
    """What is in a seekable file, or Refused; nothing else is raised, whatever the bytes are."""
    size = file.seek(0, 2)
    if size > limits.size:
        raise too_large(limits.size)
    look_at_ends(file)
    try:
        return Inspected(size, _sha256(file), _sheets(file, limits))
    except Refused:
        raise
    except PasswordError as locked:
        raise Refused(Reason.PASSWORD) from locked
    except MemoryError as swollen:
        raise Refused(Reason.TOO_COMPLEX) from swollen
    except Exception as unforeseen:  # an evil file may bring a library to say anything
        raise Refused(Reason.BROKEN) from unforeseen


def _sha256(file: BinaryIO) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    while part := file.read(MEGABYTE):
        digest.update(part)
    return digest.hexdigest()


def _sheets(file: BinaryIO, limits: Limits) -> tuple[Sheet, ...]:
    """A file whose table of objects had to be rebuilt passes too: scanners write such files, and every page is read."""
    file.seek(0)
    with Pdf.open(file, inherit_page_attributes=False) as pdf:
        if pdf.is_encrypted:
            raise Refused(Reason.RESTRICTED)
        if found := active_content(pdf):
            raise Refused(found)
        drawings = Drawings()
        sheets = []
        for number, page in enumerate(page_dictionaries(pdf, limits.pages), 1):
            sheets.append(sheet(page, number))
            drawings.read(page, number)
        _refuse_doubtful(pdf.get_warnings())
        return tuple(sheets)


def _refuse_doubtful(warnings: list[str]) -> None:
    """Of what qpdf mended on opening, that by which something is lost, or read otherwise by another program."""
    for warning in warnings:
        if "limits error" in warning:
            raise Refused(Reason.TOO_COMPLEX)
        if any(loss in warning for loss in _LOSSES):
            raise Refused(Reason.BROKEN)
