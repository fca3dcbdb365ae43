"""Whether what is drawn on a page can be read: its content streams, never its pictures or fonts."""

import zlib
from typing import Any

from pikepdf import Array, Name, Stream

from paper.attached.refusals import Reason, Refused

_ALL = 512 * 1024**2  # drawn text and lines of 1,000 pages come to a tenth of this
_AT_ONCE = 1024**2


class Drawings:
    """Reads the content of one page after the other; what pages share is read once."""

    def __init__(self) -> None:
        self._read: set[tuple[int, int]] = set()
        self._left = _ALL

    def read(self, page: dict[str, Any], number: int) -> None:
        """Raise Refused where a part of the content is missing or damaged, or it swells beyond all bounds."""
        content = page.get("/Contents", Array())
        for part in content if isinstance(content, Array) else [content]:
            if not isinstance(part, Stream):
                raise Refused(Reason.PAGE_UNREADABLE, page=number)
            if part.objgen not in self._read:
                self._read.add(part.objgen)
                self._inflate(part, number)

    def _inflate(self, part: Stream, number: int) -> None:
        filters = part.get("/Filter")
        if filters not in (Name.FlateDecode, Array([Name.FlateDecode])):
            return
        inflating = zlib.decompressobj()
        rest = part.read_raw_bytes()
        while rest and not inflating.eof:
            try:
                self._left -= len(inflating.decompress(rest, _AT_ONCE))
            except zlib.error as damaged:
                raise Refused(Reason.PAGE_UNREADABLE, page=number) from damaged
            if self._left < 0:
                raise Refused(Reason.TOO_COMPLEX)
            rest = inflating.unconsumed_tail
