"""A kind of section is one class, and each of its attributes is a heading with a field type.

The class is the form, the storage, the default headings in order, the import grammar, the search text and the print:
all of these are folds over its fields.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias, TypeVar, dataclass_transform

from consultations.sections import codec, reference
from consultations.sections.field_types import Context, FieldType
from consultations.sections.guides import GUIDES
from consultations.sections.reference import Reference
from paper.nodes import Block
from paper.outline import blocks

V = TypeVar("V")

FREE = "free-"
"""Keys of free headings begin with this; no field's name can."""


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

    @property
    def guide(self) -> str:
        """What its editor says beside it."""
        return GUIDES.get(self.key) or self.type.guide

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
    words by which a title names this kind (matched without white space). `fragment` is what it adds to the title of a
    paper and `clause` what 諮問の趣旨 says of it, both with {business} and {using} for the names of the work; `about`
    tells whoever begins a paper what it is.
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    part_title: ClassVar[str]
    phrases: ClassVar[tuple[str, ...]]
    fragment: ClassVar[str]
    clause: ClassVar[str]
    about: ClassVar[str]
    version: ClassVar[int] = 1
    fields: ClassVar[Mapping[str, Field]]

    def __init_subclass__(
        cls,
        *,
        kind: str,
        title: str,
        part_title: str = "",
        phrases: tuple[str, ...] = (),
        fragment: str | None = None,
        clause: str = "",
        about: str = "",
    ) -> None:
        cls.kind, cls.title, cls.phrases, cls.about = kind, title, phrases, about
        cls.part_title = part_title or f"{title}について"
        cls.fragment = f"{{business}}における{title}" if fragment is None else fragment
        cls.clause = clause or f"{{business}}において{title}を行うもの"
        dataclass(frozen=True, kw_only=True)(cls)
        cls.fields = {
            attribute.name: dataclasses.replace(attribute.metadata["field"], key=attribute.name)
            for attribute in dataclasses.fields(cls)  # type: ignore[arg-type]  # made a dataclass one line above
        }

    @classmethod
    def short(cls) -> str:
        """The kind in a word: 外部委託."""
        return cls.phrases[0] if cls.phrases else cls.title

    @classmethod
    def upgrade(cls, raw: Any, outline: Any, version: int) -> tuple[Any, Any]:
        """A stored body and its outline of an earlier version in today's shape; kinds that changed shape extend it."""
        if version != cls.version:
            raise ValueError(f"{cls.kind}: version {version} is not known")
        return raw, outline

    @classmethod
    def parse(cls, raw: Any, version: int = 1) -> "SectionBody":
        """A stored body; ValueError where it does not fit."""
        raw, _ = cls.upgrade(raw, [], version)
        if not isinstance(raw, dict):
            raise ValueError(f"{cls.kind}: a body is an object, not {type(raw).__name__}")
        if unknown := raw.keys() - cls.fields.keys():
            raise ValueError(f"{cls.kind}: unknown {sorted(unknown)}")
        return cls(**{key: cls.fields[key].parse(value) for key, value in raw.items()})

    def dump(self) -> dict[str, Any]:
        return {key: spec.dump(getattr(self, key)) for key, spec in self.fields.items()}


Kind: TypeAlias = type[SectionBody]
