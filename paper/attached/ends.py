"""What the bytes at both ends of a file say it is, whatever its name."""

import re
from typing import BinaryIO

from paper.attached.refusals import Reason, Refused

_NEAR = 1024  # bytes from the ends, within which readers look (ISO 32000-1 Annex H, notes on 7.5.2 and 7.5.5)
_PADDING = b"\0\t\n\f\r \x1a"
_HEAD = re.compile(rb"%PDF-\d\.\d")
_OTHERS = (
    (b"PK", "ZIPか、WordやExcelの文書"),
    (b"\xd0\xcf\x11\xe0", "古い形のWordやExcelの文書"),
    (b"\x89PNG", "画像"),
    (b"\xff\xd8\xff", "画像"),
    (b"GIF8", "画像"),
    (b"II*\0", "画像"),
    (b"MM\0*", "画像"),
    (b"BM", "画像"),
    (b"%!PS", "PostScript"),
    (b"{\\rtf", "リッチテキスト"),
    (b"MZ", "プログラム"),
    (b"\x7fELF", "プログラム"),
    (b"#!", "プログラム"),
    (b"7z\xbc\xaf", "圧縮されたファイル"),
    (b"Rar!", "圧縮されたファイル"),
    (b"\x1f\x8b", "圧縮されたファイル"),
    (b"<", "Webページなど"),
)


def look_at_ends(file: BinaryIO) -> None:
    """Raise Refused where the file does not begin and end as a PDF does.

    A printer's preamble before the head is let through, another format that has a PDF's head further on is not. Blanks
    and zeros after the end are padding; a file that ends otherwise was cut short, and pages or pictures may be gone
    although the rest still opens, or it is two files in one.
    """
    file.seek(0)
    start = file.read(_NEAR).removeprefix(b"\xef\xbb\xbf").lstrip(_PADDING)
    if not start:
        raise Refused(Reason.EMPTY)
    for signature, name in _OTHERS:
        if start.startswith(signature):
            raise Refused(Reason.NOT_PDF, found=name)
    if not _HEAD.search(start):
        raise Refused(Reason.NOT_PDF, found="ほかの形式")
    if b"%%EOF" not in _end(file):
        raise Refused(Reason.CUT_SHORT)


def _end(file: BinaryIO) -> bytes:
    """The last bytes that are no padding."""
    position = file.seek(0, 2)
    end = b""
    while position and len(end) < _NEAR:
        step = min(position, 64 * _NEAR)
        position = file.seek(position - step)
        end = (file.read(step) + end).rstrip(_PADDING)
    return end[-_NEAR:]
