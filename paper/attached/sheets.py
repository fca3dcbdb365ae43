"""The pages of a PDF, read strictly: a page that some reader mends or skips is one that may be missed in print."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Pdf

from paper.attached.refusals import Reason, Refused

MAX_SIDE = 14_400  # units; ISO 32000-1, Annex C.2
MIN_SIDE = 3
_INHERITED = ("/MediaBox", "/CropBox", "/Rotate")


@dataclass(frozen=True)
class Sheet:
    """A page as it is looked at, turned and cropped, in points."""

    width: float
    height: float


def page_dictionaries(pdf: Pdf, limit: int) -> Iterator[dict[str, Any]]:
    """The pages in order, each with what it inherits; content that is referred to but is not there is None.

    Raises Refused where the tree loops, holds anything but pages, counts other than it has, or has more than `limit`.
    """
    root = pdf.Root.get("/Pages")
    if not isinstance(root, Dictionary) or not isinstance(root.get("/Kids"), Array):
        raise Refused(Reason.BROKEN)
    said, found = root.get("/Count"), 0
    waiting: list[tuple[Any, dict[str, Any]]] = [(root, {})]
    branches = set()
    while waiting:
        node, inherited = waiting.pop()
        if not isinstance(node, Dictionary):
            raise Refused(Reason.PAGE_UNREADABLE, page=found + 1)
        own = inherited | {key: value for key, value in node.items() if value is not None or key == "/Contents"}
        kids = own.get("/Kids")
        if isinstance(kids, Array):
            if node.objgen in branches:
                raise Refused(Reason.BROKEN)
            branches.add(node.objgen)
            handed_down = {key: own[key] for key in _INHERITED if key in own}
            waiting += ((kid, handed_down) for kid in reversed(list(kids)))
            continue
        found += 1
        if found > limit:
            raise Refused(Reason.TOO_MANY_PAGES, limit=f"{limit:,}")
        yield own
    if not found:
        raise Refused(Reason.NO_PAGES)
    if isinstance(said, int) and said > found:
        raise Refused(Reason.PAGES_MISSING, said=said, found=found)
    if said != found or len(pdf.pages) != found:
        raise Refused(Reason.BROKEN)


def sheet(page: dict[str, Any], number: int) -> Sheet:
    """Raise Refused where the page has no size, or one that no sheet of paper and no screen could have."""
    refused = Refused(Reason.PAGE_SIZE, page=number)
    media = _box(page.get("/MediaBox"))
    crop = _box(page["/CropBox"]) if "/CropBox" in page else media
    unit, turn = page.get("/UserUnit", 1), page.get("/Rotate", 0)
    if media is None or crop is None or not isinstance(unit, int | Decimal) or not isinstance(turn, int | Decimal):
        raise refused
    sides = [
        (min(media[i + 2], crop[i + 2]) - max(media[i], crop[i])) * float(unit) for i in (0, 1)
    ]  # what is cropped to lies within the medium: ISO 32000-1, 14.11.2
    largest = max(media[2] - media[0], media[3] - media[1]) * float(unit)
    if min(sides) < MIN_SIDE or largest > MAX_SIDE or turn % 90:
        raise refused
    return Sheet(*(reversed(sides) if turn % 180 else sides))


def _box(value: Any) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top; None for what is no rectangle. Its corners may be given in any order."""
    if not isinstance(value, Array) or len(value) != 4:
        return None
    numbers = [number for number in value if isinstance(number, int | Decimal)]
    if len(numbers) != 4:
        return None
    x, y, across, up = (float(number) for number in numbers)
    return min(x, across), min(y, up), max(x, across), max(y, up)
