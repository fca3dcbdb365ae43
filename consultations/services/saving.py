"""Write a paper as the rows it is kept in, and of those only the ones that changed."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from consultations.models import (
    Annex,
    Consultation,
    ConsultationDepartment,
    ConsultationRelation,
    Department,
    Report,
    ReportAnnex,
    ReportDepartment,
    Section,
)
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.queries.departments import departments_named
from consultations.queries.papers import papers_numbered
from consultations.sections import citations, codec, material, relations
from consultations.sections.material import Material
from consultations.services.sections import write_section


def save(paper: Paper, before: Material, after: Material) -> None:
    """Make the rows of `paper`, which say `before`, say `after`."""
    if isinstance(paper, Consultation):
        _save_consultation(paper, before, after)
    elif isinstance(paper, Report):
        if after.prefaces or len(after.parts) != 1 or after.parts[0].title is not None:
            raise ValueError("a report has one section without a heading, and nothing before it")
        _save_head(paper, outline=codec.dump(after.parts[0].outline), **_head(after))
        _save_departments(paper, ReportDepartment, after)
        _save_annexes(paper, ReportAnnex, before.annexes, after.annexes)


def _save_consultation(paper: Consultation, before: Material, after: Material) -> None:
    _save_head(paper, **_head(after), prefaces=codec.dump(after.prefaces), is_amendment=after.is_amendment())
    _save_departments(paper, ConsultationDepartment, after)
    _save_sections(paper, before, after)
    _save_annexes(paper, Annex, before.annexes, after.annexes)
    _save_relations(paper, after)


def _head(after: Material) -> dict[str, Any]:
    return {
        "subject": after.subject,
        "subtitle": after.subtitle,
        "date": day_of(after),
        "date_printed": after.date_printed,
    }


def day_of(material: Material) -> datetime.date | None:
    date = material.date
    return datetime.date(date.year, date.month, date.day) if date and date.month and date.day else None


def _save_head(paper: Paper, **values: Any) -> None:
    if paper.pk and all(getattr(paper, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(paper, name, value)
    paper.save()


def _save_departments(paper: Paper, rows: type[Any], after: Material) -> None:
    """A line that stays keeps the department it was matched with, whatever that one is called today."""
    there = list(rows.objects.filter(**owner(paper)))
    if [row.printed for row in there] == list(after.departments):
        return
    known = {row.printed: row.department for row in there}
    for row in there:
        row.delete()
    for position, printed in enumerate(after.departments):
        department = known.get(printed) or department_named(printed, paper.date)
        rows.objects.create(**owner(paper), position=position, printed=printed, department=department)


def department_named(printed: str, day: datetime.date | None) -> Department | None:
    """The one department of that name on the day of the paper, today where it has none."""
    found = departments_named(printed, day or timezone.localdate())
    return found[0] if len(found) == 1 else None


def _save_sections(paper: Consultation, before: Material, after: Material) -> None:
    there = {section.key: section for section in Section.objects.filter(consultation=paper)}
    cited_before = dict(zip((part.key for part in before.parts), citations.bases(before), strict=True))
    parts_before = {part.key: part for part in before.parts}
    for key in there.keys() - {part.key for part in after.parts}:
        there[key].delete()
    for position, (part, cited) in enumerate(zip(after.parts, citations.bases(after), strict=True)):
        section = there.get(part.key) or Section(consultation=paper, key=part.key)
        same = section.pk and parts_before.get(part.key) == part and cited_before.get(part.key) == cited
        if same and section.position == position:
            continue
        section.consultation, section.position = paper, position
        write_section(section, part, after.house, cited)


def _save_annexes(
    paper: Paper, rows: type[Any], before: Iterable[material.Annex], after: Iterable[material.Annex]
) -> None:
    there = {row.key: row for row in rows.objects.filter(**owner(paper))}
    for key in there.keys() - {annex.key for annex in after}:
        there[key].delete()
    was = {annex.key: annex for annex in before}
    for position, annex in enumerate(after):
        row = there.get(annex.key)
        if row is None:
            rows.objects.create(**owner(paper), position=position, **codec.dump(annex))
        elif was.get(annex.key) != annex or row.position != position:
            row.position = position
            for name, value in codec.dump(annex).items():
                setattr(row, name, value)
            row.save()


def _save_relations(paper: Consultation, after: Material) -> None:
    """What the text says of earlier consultations, with those that are here."""
    found = list(relations.find(after))
    there = list(paper.relations.order_by("pk"))
    if [(row.sort, row.cited_as) for row in there] == found:
        return
    for row in there:
        row.delete()
    for sort, cited_as in found:
        earlier = papers_numbered(Consultation, cited_as, paper.series).first()
        ConsultationRelation.objects.create(consultation=paper, sort=sort, cited_as=cited_as, earlier=earlier)
