"""What a person does to a paper: each edit is a value that turns one Material into another.

An edit names its place by address (sections/places.py). Where it replaces something it carries the mark of what it
began from; if the place says something else by now, the edit is refused instead of overwriting what another wrote.
"""

from typing import Any, TypeAlias

from consultations.sections import codec
from consultations.sections.edits.additions import AddAnnex, AddHeading, AddPreface, AddSection
from consultations.sections.edits.keyed import Clash, Gone
from consultations.sections.edits.order import Move, Remove
from consultations.sections.edits.wording import SetText, SetTitle
from consultations.sections.material import Material
from consultations.sections.places import places

__all__ = [
    "AddAnnex",
    "AddHeading",
    "AddPreface",
    "AddSection",
    "Clash",
    "Edit",
    "Gone",
    "Move",
    "Remove",
    "SetText",
    "SetTitle",
    "apply",
    "parse",
]

Edit: TypeAlias = SetText | SetTitle | Move | Remove | AddHeading | AddSection | AddPreface | AddAnnex

_NAMES: dict[str, type[Any]] = {
    "text": SetText,
    "title": SetTitle,
    "move": Move,
    "remove": Remove,
    "heading": AddHeading,
    "section": AddSection,
    "preface": AddPreface,
    "annex": AddAnnex,
}


def parse(raw: Any) -> Edit:
    """{"do": "text", "place": …} as sent by the editor; ValueError for anything else."""
    if not isinstance(raw, dict) or str(raw.get("do")) not in _NAMES or "new" in raw:
        raise ValueError(f"not an edit: {str(raw)[:80]}")
    edit: Edit = codec.parse({name: value for name, value in raw.items() if name != "do"}, _NAMES[raw["do"]])
    return edit


def apply(material: Material, edit: Edit) -> Material:
    """The paper after `edit`; Clash or Gone where others were there first, ValueError where it makes no sense."""
    if isinstance(edit, SetText | SetTitle | Remove):
        found = places(material).get(edit.place)
        if found is None:
            raise Gone(edit.place)
        if isinstance(edit, SetText) and found.text == edit.text:
            return material
        if edit.base != (found.title if isinstance(edit, SetTitle) else found.mark):
            raise Clash(edit.place)
    return edit.apply(material)
