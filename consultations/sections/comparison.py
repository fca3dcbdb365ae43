"""What changed between two states of a paper, place by place (sections/places.py), in printed order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from consultations.sections import table_comparison
from consultations.sections.material import Material
from consultations.sections.places import Place, mark, places
from consultations.sections.table_comparison import TableChanges
from paper.alignment import in_order
from paper.difference import Piece, pieces


@dataclass(frozen=True)
class Change:
    """One place: `before` is None where it came, `after` where it went; `within` came or went with it.

    `moved_from` says where it was among its neighbours (第１の５, 3番目), "" where it stayed. A place whose number only
    shifted because of others has not changed.
    """

    before: Place | None
    after: Place | None
    moved_from: str = ""
    within: tuple[Place, ...] = ()

    @property
    def place(self) -> Place:
        found = self.after or self.before
        assert found is not None  # noqa: S101  # none is made without both
        return found

    @property
    def is_added(self) -> bool:
        return self.before is None

    @property
    def is_removed(self) -> bool:
        return self.after is None

    @property
    def is_rewritten(self) -> bool:
        return self.texts[0] != self.texts[1]

    @property
    def is_renamed(self) -> bool:
        """Whether the heading itself reads otherwise; those of the head and the parts of a 別紙 have fixed ones."""
        own = not self.place.address.startswith("head/") and self.place.address.count("/") < 2
        return bool(self.before and self.after) and own and self.titles[0] != self.titles[1]

    @property
    def is_of_form(self) -> bool:
        """Whether it prints what it did, at another level or with another reference behind the same words."""
        return bool(self.before and self.after) and not (self.is_rewritten or self.is_renamed or self.moved_from)

    @property
    def is_table(self) -> bool:
        return self.place.address.startswith("annex/") and self.place.address.endswith("/table")

    @property
    def texts(self) -> tuple[str, str]:
        return (self.before.text if self.before else "", self.after.text if self.after else "")

    @property
    def titles(self) -> tuple[str, str]:
        return (self.before.title if self.before else "", self.after.title if self.after else "")

    @cached_property
    def text(self) -> tuple[Piece, ...]:
        return pieces(*self.texts)

    @cached_property
    def title(self) -> tuple[Piece, ...]:
        return pieces(*self.titles)

    @cached_property
    def table(self) -> TableChanges:
        return table_comparison.compared(*self.texts)


@dataclass(frozen=True)
class Laid:
    """A paper laid out to be compared: its places, and the lists in which they have an order.

    Here a place's mark is that of all that is its own, the heading included, and of nothing that stands in it.
    """

    places: Mapping[str, Place]
    lists: Mapping[str, tuple[str, ...]]


def laid(material: Material) -> Laid:
    lists = {
        "preface": tuple(f"preface/{preface.key}" for preface in material.prefaces),
        "": tuple(part.key for part in material.parts),
        "annex": tuple(f"annex/{annex.key}" for annex in material.annexes),
    }
    lists |= {part.key: tuple(part.address(entry) for entry in part.outline) for part in material.parts}
    own = dict(_own(material))
    there = places(material).items()
    return Laid(
        {address: replace(place, mark=mark([own.get(address), _text_mark(place)])) for address, place in there}, lists
    )


def _own(material: Material) -> Iterator[tuple[str, Any]]:
    """What belongs to each place besides its text."""
    for preface in material.prefaces:
        yield f"preface/{preface.key}", preface.title
    for part in material.parts:
        yield part.key, [part.title, part.number]
        for entry in part.outline:
            yield part.address(entry), [entry.title, entry.number, entry.level]
    for annex in material.annexes:
        yield f"annex/{annex.key}", annex.title


def _text_mark(place: Place) -> str:
    """Sections and 別紙 have no text of their own."""
    first, _, rest = place.address.partition("/")
    return "" if not rest or (first == "annex" and "/" not in rest) else place.mark


def changes(before: Material, after: Material) -> tuple[Change, ...]:
    return compared(laid(before), laid(after))


def compared(before: Laid, after: Laid) -> tuple[Change, ...]:
    return tuple(each for each in side_by_side(before, after) if isinstance(each, Change))


def side_by_side(before: Laid, after: Laid) -> Iterator[Change | Place]:
    """The whole paper in printed order: what changed, and the places that did not."""
    old, new = before.places, after.places
    moved = dict(_moved(before, after))
    for address in _in_order_of_both(old, new):
        one, other = old.get(address), new.get(address)
        above = _above(address)
        if (above in old) != (above in new):
            continue  # told with what it stands in
        if one and other and one.mark == other.mark and address not in moved:
            yield other
            continue
        within = () if one and other else tuple(_within(address, new if other else old))
        yield Change(one, other, moved.get(address, ""), within)


def _above(address: str) -> str:
    """The section or 別紙 that a place stands in; "" for those of the head and for prefaces."""
    above = address.rpartition("/")[0]
    return "" if above in {"head", "preface", "annex"} else above


def _within(address: str, there: Mapping[str, Place]) -> Iterator[Place]:
    return (place for name, place in there.items() if name.startswith(f"{address}/") and (place.text or place.number))


def _moved(before: Laid, after: Laid) -> Iterator[tuple[str, str]]:
    """What left its place among those that are in both, as few as explain the new order."""
    for name, old in before.lists.items():
        order = {address: position for position, address in enumerate(after.lists.get(name, ()))}
        common = [address for address in old if address in order]
        stayed = {common[position] for position in in_order([order[address] for address in common])}
        for address in common:
            if address not in stayed:
                yield address, before.places[address].number or f"{old.index(address) + 1}番目"


def _in_order_of_both(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The order of `new`, with what is gone behind what it stood behind."""
    behind: dict[str, list[str]] = {}
    there = set(new)
    last = ""
    for address in old:
        if address in there:
            last = address
        else:
            behind.setdefault(last, []).append(address)
    found = behind.get("", [])[:]
    for address in new:
        found += [address, *behind.get(address, [])]
    return found
