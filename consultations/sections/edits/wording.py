"""Edits that give a place another text or another heading."""

from dataclasses import dataclass, replace

from consultations.sections import sheets
from consultations.sections.edits.keyed import changed, in_outline, in_section
from consultations.sections.field_types import Context
from consultations.sections.linking import linked
from consultations.sections.material import Annex, Material, Part
from consultations.sections.places import ANNEX, HEAD
from consultations.sections.tree import addresses
from paper import wareki


@dataclass(frozen=True)
class SetText:
    place: str
    text: str
    base: str

    def apply(self, material: Material) -> Material:
        match self.place.split("/"):
            case ["head", name] if name in HEAD:
                return _with_head(material, name, self.text)
            case ["preface", key]:
                prefaces = changed(material.prefaces, key, lambda preface: replace(preface, text=self.text))
                return replace(material, prefaces=prefaces)
            case ["annex", key, name] if name in ANNEX:
                annexes = changed(material.annexes, key, lambda annex: _with_field(annex, name, self.text))
                return replace(material, annexes=annexes)
            case [section, key]:
                context = Context(material.house, addresses(material))
                return linked(in_section(material, section, lambda part: _with_value(part, key, self.text, context)))
        raise ValueError(f"{self.place} has no text")


@dataclass(frozen=True)
class SetTitle:
    """Another heading; "" gives back the one of the form. `base` is the heading it replaces."""

    place: str
    title: str
    base: str

    def apply(self, material: Material) -> Material:
        match self.place.split("/"):
            case ["preface", key]:
                title = self.title.strip("《》")
                prefaces = changed(material.prefaces, key, lambda preface: replace(preface, title=title))
                return replace(material, prefaces=prefaces)
            case ["annex", key]:
                annexes = changed(material.annexes, key, lambda annex: replace(annex, title=self.title))
                return replace(material, annexes=annexes)
            case [section]:
                return in_section(material, section, lambda part: _titled(part, self.title))
            case [section, key] if section != "head":
                return in_section(material, section, lambda part: _heading(part, key, self.title, material))
        raise ValueError(f"{self.place} has no heading of its own")


def _with_head(material: Material, name: str, text: str) -> Material:
    match name:
        case "subject":
            return replace(material, subject=text)
        case "subtitle":
            return replace(material, subtitle=text)
        case "departments":
            return replace(material, departments=tuple(line for line in text.split("\n") if line.strip()))
    canonical = replace(material, date=wareki.read(text), date_printed=None)
    return canonical if canonical.printed_date == text else replace(canonical, date_printed=text)


def _with_field(annex: Annex, name: str, text: str) -> Annex:
    match name:
        case "label":
            return replace(annex, label=text)
        case "lead":
            return replace(annex, lead=text)
        case "text":
            return replace(annex, text=text)
    columns, rows = sheets.read(text)
    return replace(annex, columns=columns, rows=rows)


def _with_value(part: Part, key: str, text: str, context: Context) -> Part:
    spec = part.kind.fields.get(key)
    if spec:
        return part.renew(**{key: spec.read(text, context)})
    return in_outline(part, lambda outline: changed(outline, key, lambda entry: replace(entry, text=text)))


def _titled(part: Part, title: str) -> Part:
    return replace(part, title=title if title and title != part.kind.part_title else None)


def _heading(part: Part, key: str, title: str, material: Material) -> Part:
    spec = part.kind.fields.get(key)
    is_own = spec is not None and title in {"", material.house.titled(spec.title)}
    kept = None if is_own else title
    return in_outline(part, lambda outline: changed(outline, key, lambda entry: replace(entry, title=kept)))
