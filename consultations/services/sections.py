"""Write sections: the only place that dumps a body."""

from collections.abc import Sequence

from consultations.models import DataItem, Provision, Section, SectionProvision
from consultations.sections import codec
from consultations.sections.citations import Citation
from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems
from consultations.sections.house import House
from consultations.sections.material import Part
from paper.digits import level


def write_section(section: Section, part: Part, house: House, cited: Sequence[Citation]) -> None:
    """Store `part` as the section's content; ValueError, before anything is written, where it does not read back."""
    body = part.body.dump()
    if part.kind.parse(body, part.kind.version) != part.body:
        raise ValueError(f"{part.kind.kind}: the body does not read back")
    section.kind = part.kind.kind
    section.schema_version = part.kind.version
    section.title = part.title
    section.number_printed = part.number
    section.body = body
    section.outline = codec.dump(part.outline)
    section.search_text = search_text(part, house)
    section.save()
    _derive_items(section, part)
    _derive_provisions(section, cited)


def search_text(part: Part, house: House) -> str:
    """Everything the section says, as a search key."""
    context = Context(house)
    said = [f"{part.entry_title(entry, house)}\n{part.entry_text(entry, context)}" for entry in part.outline]
    return level("".join(said))


def _derive_items(section: Section, part: Part) -> None:
    section.data_items.all().delete()
    value = getattr(part.body, "data_items", None)
    lists = value.lists if isinstance(value, DataItems) else ()
    named = [(entry, name) for entry in lists for name in entry.items]
    DataItem.objects.bulk_create(
        DataItem(
            section=section,
            position=position,
            group=entry.group or "",
            flow=entry.flow or "",
            name=name,
        )
        for position, (entry, name) in enumerate(named)
    )


def _derive_provisions(section: Section, cited: Sequence[Citation]) -> None:
    section.provisions.all().delete()
    for citation in cited:
        SectionProvision.objects.create(
            section=section, cited_as=citation.cited_as, provision=_provision(section, citation)
        )


def _provision(section: Section, citation: Citation) -> Provision | None:
    """The provision that is cited, where exactly one of that name was in force on the day of the paper."""
    day = section.consultation.date
    if day is None:
        return None
    key = level(citation.cited_as)
    found = [
        provision
        for provision in Provision.objects.in_force(day).filter(kind=section.kind).select_related("instrument")
        if key in {level(f"{name}{provision.article}") for name in _names(provision)}
    ]
    return found[0] if len(found) == 1 else None


def _names(provision: Provision) -> tuple[str, ...]:
    instrument = provision.instrument
    return (instrument.title, instrument.short_name) if instrument.short_name else (instrument.title,)
