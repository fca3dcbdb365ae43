"""Edits that put something elsewhere, or take it out."""

from dataclasses import dataclass, replace

from consultations.sections.edits.keyed import in_outline, in_section, last, moved, without
from consultations.sections.material import Material


@dataclass(frozen=True)
class Move:
    """Before the place `before` of the same list, "" for its end."""

    place: str
    before: str = ""

    def apply(self, material: Material) -> Material:
        before = last(self.before)
        match self.place.split("/"):
            case ["preface", key]:
                return replace(material, prefaces=moved(material.prefaces, key, before))
            case ["annex", key]:
                return replace(material, annexes=moved(material.annexes, key, before))
            case [section]:
                return replace(material, parts=moved(material.parts, section, before))
            case [section, key] if section != "head":
                return in_section(
                    material, section, lambda part: in_outline(part, lambda outline: moved(outline, key, before))
                )
        raise ValueError(f"{self.place} has a fixed place")


@dataclass(frozen=True)
class Remove:
    """Leaves out a heading of the form (its value stays for later), takes away anything else."""

    place: str
    base: str

    def apply(self, material: Material) -> Material:
        match self.place.split("/"):
            case ["preface", key]:
                return replace(material, prefaces=without(material.prefaces, key))
            case ["annex", key]:
                return replace(material, annexes=without(material.annexes, key))
            case [section] if len(material.parts) > 1:
                return replace(material, parts=without(material.parts, section))
            case [section, key] if section != "head":
                return in_section(
                    material, section, lambda part: in_outline(part, lambda outline: without(outline, key))
                )
        raise ValueError(f"{self.place} cannot be taken away")
