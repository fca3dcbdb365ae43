"""Who a line of a roster is about: by the name, and by the reading where two bear one name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from consultations.rosters.table import Row, Unreadable
from paper.digits import level


class Person(Protocol):
    pk: int
    name: str
    reading: str


P = TypeVar("P", bound=Person)


class People(Generic[P]):
    """Those who are stored, and those whom the table brings."""

    def __init__(self, stored: Iterable[P]) -> None:
        self.stored = list(stored)
        self._by_name: dict[str, list[P]] = defaultdict(list)
        for person in self.stored:
            self._by_name[level(person.name)].append(person)

    def named(self, row: Row, kind: type[P]) -> P:
        """The one person whom the line can mean, or a new one of `kind`, who is the same for the lines after it."""
        name, reading = row.texts["name"], row.texts["reading"]
        found = self._by_name[level(name)]
        if len(found) > 1:
            found = [person for person in found if level(person.reading) == level(reading)]
            if len(found) != 1:
                raise Unreadable(f"「{name}」という人が2名以上います。読みを、登録されているとおりに入れてください。")
        if not found:
            person = kind(name=name)  # type: ignore[call-arg]  # a model of Django takes its fields
            self._by_name[level(name)].append(person)
            return person
        return found[0]
