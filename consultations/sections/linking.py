"""Whole-value references pointed at the headings they name, so that they renumber themselves from then on."""

from dataclasses import replace

from consultations.sections import reference
from consultations.sections.material import Material
from consultations.sections.reference import Reference
from consultations.sections.tree import addresses
from paper.digits import level


def linked(material: Material) -> Material:
    """The paper with every reference that has no target yet pointed at the heading of its number."""
    keys = {level(number): key for key, number in addresses(material).items()}

    def point(value: Reference) -> Reference:
        return value if value.target or not value.address else replace(value, target=keys.get(value.address, ""))

    parts = tuple(replace(part, body=reference.mapped(part.body, point)) for part in material.parts)
    return replace(material, parts=parts)
