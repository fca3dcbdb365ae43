"""Edits that add something. `new` becomes a part of its key, which no other will ever have."""

import secrets
from dataclasses import dataclass, field, replace

from consultations.sections import sheets
from consultations.sections.base import FREE
from consultations.sections.edits.keyed import in_section, inserted, last
from consultations.sections.kinds import kind
from consultations.sections.material import Annex, Entry, Material, Part, Preface, default_outline


def new_key() -> str:
    return secrets.token_hex(4)


@dataclass(frozen=True)
class AddHeading:
    """A heading of the form that was left out (`key`), or a free one."""

    section: str
    key: str = ""
    title: str = ""
    text: str = ""
    level: int = 1
    before: str = ""
    new: str = field(default_factory=new_key)

    def apply(self, material: Material) -> Material:
        return in_section(material, self.section, self._to)

    def _to(self, part: Part) -> Part:
        if self.key and (self.key not in part.kind.fields or any(entry.key == self.key for entry in part.outline)):
            raise ValueError(f"{self.key} is no heading that was left out")
        level = None if self.level == 1 else self.level
        free = Entry(f"{FREE}{self.new}", self.title, level=level, text=self.text)
        entry = Entry(self.key) if self.key else free
        return replace(part, outline=inserted(part.outline, entry, last(self.before)))


@dataclass(frozen=True)
class AddSection:
    kind: str
    before: str = ""
    new: str = field(default_factory=new_key)

    def apply(self, material: Material) -> Material:
        of_kind = kind(self.kind)
        says_why = any("趣旨" in preface.title for preface in material.prefaces)
        part = Part(f"s{self.new}", of_kind(), default_outline(of_kind, preface_says_why=says_why))
        return replace(material, parts=inserted(material.parts, part, self.before))


@dataclass(frozen=True)
class AddPreface:
    title: str
    text: str = ""
    before: str = ""
    new: str = field(default_factory=new_key)

    def apply(self, material: Material) -> Material:
        preface = Preface(self.title, self.text, f"p{self.new}")
        return replace(material, prefaces=inserted(material.prefaces, preface, last(self.before)))


@dataclass(frozen=True)
class AddAnnex:
    """`table` is tab-separated, its first line the column titles (sections/sheets.py)."""

    label: str
    title: str = ""
    table: str = ""
    text: str = ""
    before: str = ""
    new: str = field(default_factory=new_key)

    def apply(self, material: Material) -> Material:
        columns, rows = sheets.read(self.table)
        annex = Annex(self.label, self.title, columns, rows, self.text, key=f"a{self.new}")
        return replace(material, annexes=inserted(material.annexes, annex, last(self.before)))
