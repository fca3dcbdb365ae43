"""Reading a printed paper by its structure tree, as a screen reader does."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf

from tests.paper import reading


class Tagged:
    """The structure tree of a file, and the text of its marked content."""

    def __init__(self, path: Path) -> None:
        with pikepdf.open(path) as pdf:
            self.tags: list[str] = []
            self._pages = {page.objgen: _Content(page) for page in pdf.pages}
            self.text = "".join(self._read(pdf.Root.StructTreeRoot.K, None))

    def _read(self, kid: Any, page: Any) -> Iterator[str]:
        if isinstance(kid, pikepdf.Array):
            for each in kid:
                yield from self._read(each, page)
        elif isinstance(kid, int):
            yield self._pages[page].marked[kid]
        else:
            self.tags.append(str(kid.S).removeprefix("/"))
            yield from self._read(kid.K, kid.Pg.objgen if "/Pg" in kid else page)


class _Content:
    """The text of one page by marked-content identifier; /ActualText stands for what it encloses."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page

    @cached_property
    def marked(self) -> dict[int, str]:
        found: dict[int, str] = {}
        open_marks: list[tuple[int | None, bool]] = []  # (identifier, whether the text is said by /ActualText)
        font: dict[int, str] = {}
        for operands, operator in reading.instructions(self._page):
            mark = next((mark for mark, _ in reversed(open_marks) if mark is not None), None)
            match operator:
                case "BMC":
                    open_marks.append((None, False))
                case "BDC":
                    said = operands[1].get("/ActualText")
                    open_marks.append((operands[1].get("/MCID"), said is not None))
                    if said is not None and mark is not None:
                        found[mark] += str(said)
                    found |= {identifier: "" for identifier in [operands[1].get("/MCID")] if identifier is not None}
                case "EMC":
                    open_marks.pop()
                case "Tf":
                    font = _map(self._page.Resources.Font[operands[0]])
                case "TJ" if mark is not None and not any(said for _, said in open_marks):
                    found[mark] += "".join(_decode(font, part) for part in operands[0])
        return found


def _map(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>", font.ToUnicode.read_bytes())
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _decode(font: dict[int, str], part: Any) -> str:
    if not isinstance(part, pikepdf.String):
        return ""
    codes = bytes(part)
    return "".join(font[int.from_bytes(codes[i : i + 2])] for i in range(0, len(codes), 2))
