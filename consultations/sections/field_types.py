"""A field type is one sort of value, and answers, once, what the whole application asks of it.

How it reads typed text and writes it, how it is stored, how large its form field is, what it prints.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from consultations.sections import codec
from consultations.sections.house import House
from paper.nodes import Block
from paper.outline import blocks

V = TypeVar("V")


@dataclass(frozen=True)
class Context:
    """What a value needs to know to be written: whose paper it is, and today's numbers of its headings."""

    house: House = field(default_factory=House)
    addresses: Mapping[str, str] = field(default_factory=dict)


class FieldType(Generic[V]):
    """One sort of value. `read` and `write` stand on one object and are each other's reverse."""

    rows: ClassVar[int] = 3
    """Height of its form field in lines."""
    widget: ClassVar[str] = ""
    """What helps to type it, on top of the text field (static/js/editor); "" for nothing."""
    guide: ClassVar[str] = ""
    """One sentence for whoever types it."""
    value: type[V]

    def read(self, text: str, context: Context) -> V:
        """Text as typed or imported → the value. Never fails: what is not understood stays as printed."""
        raise NotImplementedError

    def write(self, value: V, context: Context) -> str:
        """The value as it prints, one paragraph a line, markers as typed."""
        raise NotImplementedError

    def sample(self) -> V:
        """A typical value, invented, for tests and guidance."""
        raise NotImplementedError

    def empty(self) -> V:
        return self.value()

    def parse(self, raw: Any) -> V:
        """Stored JSON → the value; ValueError where it does not fit."""
        return codec.parse(raw, self.value)

    def dump(self, value: V) -> Any:
        """The value → JSON to store."""
        return codec.dump(value)

    def nodes(self, value: V, context: Context, depth: int) -> tuple[Block, ...]:
        """What it adds to the document tree under its heading."""
        return blocks(self.write(value, context), depth)


class Printed(Protocol):
    """A value that remembers how it was printed where its canonical form differs."""

    @property
    def printed(self) -> str | None: ...


P = TypeVar("P", bound=Printed)


class PrintedType(FieldType[P]):
    """A field type whose values keep `printed` as long as they are not edited."""

    def understand(self, text: str, context: Context) -> P:
        """Text → value, without `printed`."""
        raise NotImplementedError

    def compose(self, value: P, context: Context) -> str:
        """Value → its canonical text."""
        raise NotImplementedError

    def read(self, text: str, context: Context) -> P:
        value = self.understand(text, context)
        if self.compose(value, context) == text:
            return value
        return dataclasses.replace(value, printed=text)  # type: ignore[type-var]  # every value is a frozen dataclass

    def write(self, value: P, context: Context) -> str:
        return self.compose(value, context) if value.printed is None else value.printed
