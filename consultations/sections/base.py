"""A kind of section is one class; each of its attributes is a field, and every field is of a field type.

A field type answers, once, what the whole application asks of a value: how it reads typed text and writes it, how it is
stored, how large its form field is, what it prints. Everything else is a fold over the fields of a kind.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar, dataclass_transform

from consultations.sections import codec, reference
from consultations.sections.house import House
from consultations.sections.reference import Reference
from consultations.sections.typed_text import TypedTextField
from paper.nodes import Block
from paper.outline import blocks

V = TypeVar("V")

FREE = "free-"
"""Keys of free headings begin with this; no field's name can."""


@dataclass(frozen=True)
class Context:
    """What a value needs to know to be written: whose paper it is, and today's numbers of its headings."""

    house: House = field(default_factory=House)
    addresses: Mapping[str, str] = field(default_factory=dict)


class FieldType(Generic[V]):
    """One sort of value. `read` and `write` stand on one object and are each other's reverse."""

    rows: ClassVar[int] = 3
    """Height of its form field in lines."""
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


@dataclass(frozen=True)
class Field:
    """One heading of a kind. `level` 1 prints １, 2 prints （１）.

    `titles` are the heading's wordings, the default first. A heading that is not `in_part` is left out by default in a
    paper of several sections, whose preface says it; an `optional` one is printed only where the outline names it.
    """

    titles: tuple[str, ...]
    type: FieldType[Any]
    level: int = 1
    in_part: bool = True
    optional: bool = False
    key: str = ""

    @property
    def title(self) -> str:
        return self.titles[0]

    def read(self, text: str, context: Context) -> Any:
        """Text → the value, or a Reference where the whole text is one."""
        return reference.read(text) or self.type.read(text, context)

    def write(self, value: Any, context: Context) -> str:
        return value.write(context.addresses) if isinstance(value, Reference) else self.type.write(value, context)

    def nodes(self, value: Any, context: Context) -> tuple[Block, ...]:
        depth = self.level - 1
        if isinstance(value, Reference):
            return blocks(value.write(context.addresses), depth)
        return self.type.nodes(value, context, depth)

    def parse(self, raw: Any) -> Any:
        if isinstance(raw, dict) and raw.keys() == {"reference"}:
            return codec.parse(raw["reference"], Reference)
        return self.type.parse(raw)

    def form_field(self, label: str, context: Context) -> TypedTextField:
        """A form field that takes the text people type and gives the value back."""
        return TypedTextField(
            lambda text: self.read(text, context),
            lambda value: self.write(value, context),
            rows=self.type.rows,
            label=label,
        )

    def dump(self, value: Any) -> Any:
        return {"reference": codec.dump(value)} if isinstance(value, Reference) else self.type.dump(value)


def declare(
    type_: FieldType[V],
    title: str,
    *,
    aliases: tuple[str, ...] = (),
    level: int = 1,
    in_part: bool = True,
    optional: bool = False,
) -> Any:
    """An attribute of a kind, as each field type's own function calls it."""
    spec = Field((title, *aliases), type_, level, in_part, optional)
    return field(default_factory=type_.empty, metadata={"field": spec})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, declare))
class SectionBody:
    """The base of all kinds.

    `kind` is stored, `title` names the kind to people, `part_title` is the heading behind 第１, and `phrases` are the
    words by which a title names this kind (matched without white space).
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    part_title: ClassVar[str]
    phrases: ClassVar[tuple[str, ...]]
    version: ClassVar[int] = 1
    fields: ClassVar[Mapping[str, Field]]

    def __init_subclass__(cls, *, kind: str, title: str, part_title: str = "", phrases: tuple[str, ...] = ()) -> None:
        cls.kind, cls.title, cls.phrases = kind, title, phrases
        cls.part_title = part_title or f"{title}について"
        dataclass(frozen=True, kw_only=True)(cls)
        cls.fields = {
            attribute.name: dataclasses.replace(attribute.metadata["field"], key=attribute.name)
            for attribute in dataclasses.fields(cls)  # type: ignore[arg-type]  # made a dataclass one line above
        }

    @classmethod
    def upgrade(cls, raw: dict[str, Any], version: int) -> dict[str, Any]:
        """A stored body of an earlier version in today's shape; kinds that changed shape extend it."""
        if version != cls.version:
            raise ValueError(f"{cls.kind}: version {version} is not known")
        return raw

    @classmethod
    def parse(cls, raw: dict[str, Any], version: int = 1) -> "SectionBody":
        """A stored body; ValueError where it does not fit."""
        raw = cls.upgrade(raw, version)
        if unknown := raw.keys() - cls.fields.keys():
            raise ValueError(f"{cls.kind}: unknown {sorted(unknown)}")
        return cls(**{key: cls.fields[key].parse(value) for key, value in raw.items()})

    def dump(self) -> dict[str, Any]:
        return {key: spec.dump(getattr(self, key)) for key, spec in self.fields.items()}


Kind: TypeAlias = type[SectionBody]
