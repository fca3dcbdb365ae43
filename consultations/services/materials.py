"""Store a whole paper as the rows of a consultation."""

import datetime

from django.db import IntegrityError, transaction

from consultations.enums import PaperState
from consultations.models import (
    Annex,
    Consultation,
    ConsultationDepartment,
    ConsultationRelation,
    Department,
    NumberSeries,
    Report,
    ReportDepartment,
)
from consultations.models.paper import Paper
from consultations.queries.departments import departments_named
from consultations.queries.papers import papers_numbered
from consultations.sections import citations, codec, relations
from consultations.sections.material import Material
from consultations.services.sections import add_section


class NumberTaken(Exception):
    """A paper of this number is there already."""


@transaction.atomic
def add_material(material: Material, series: NumberSeries | None, state: PaperState) -> Consultation:
    """Store `material` as a new consultation; NumberTaken where its number is in use."""
    guard_number(Consultation, material.number, series)
    consultation = Consultation(
        series=series,
        slip_printed=material.slip,
        number_printed=material.number,
        number=material.number_value,
        subject=material.subject,
        subtitle=material.subtitle,
        date=day_of(material),
        date_printed=material.date_printed,
        prefaces=codec.dump(material.prefaces),
        is_amendment=material.is_amendment(),
        state=state,
    )
    save_numbered(consultation)
    for position, printed in enumerate(material.departments):
        ConsultationDepartment.objects.create(
            consultation=consultation,
            position=position,
            printed=printed,
            department=_department(printed, consultation.date),
        )
    for position, (part, cited) in enumerate(zip(material.parts, citations.bases(material), strict=True)):
        add_section(consultation, position, part, material.house, cited)
    for position, annex in enumerate(material.annexes):
        Annex.objects.create(consultation=consultation, position=position, **codec.dump(annex))
    add_relations(consultation, material)
    continue_series(series, consultation)
    return consultation


@transaction.atomic
def add_report(material: Material, series: NumberSeries | None, state: PaperState) -> Report:
    """Store `material`, whose one part has free headings only, as a new report."""
    guard_number(Report, material.number, series)
    report = Report(
        series=series,
        number_printed=material.number,
        number=material.number_value,
        subject=material.subject,
        subtitle=material.subtitle,
        date=day_of(material),
        date_printed=material.date_printed,
        outline=codec.dump(material.parts[0].outline),
        state=state,
    )
    save_numbered(report)
    for position, printed in enumerate(material.departments):
        department = _department(printed, report.date)
        ReportDepartment.objects.create(report=report, position=position, printed=printed, department=department)
    continue_series(series, report)
    return report


def guard_number(papers: type[Paper], number: str, series: NumberSeries | None) -> None:
    if number and papers_numbered(papers, number, series).exists():
        raise NumberTaken(f"{number}は、すでに登録されています。")


def save_numbered(paper: Paper) -> None:
    """Save a new paper; NumberTaken where another came in with its number since `guard_number` looked."""
    try:
        with transaction.atomic():
            paper.save()
    except IntegrityError as error:
        raise NumberTaken(f"{paper.number_printed}は、すでに登録されています。") from error


def continue_series(series: NumberSeries | None, paper: Paper) -> None:
    """A series goes on after its highest number."""
    if series and paper.number:
        locked = NumberSeries.objects.select_for_update().get(pk=series.pk)
        if paper.number > locked.last:
            locked.last = paper.number
            locked.save(update_fields=["last"])


def add_relations(consultation: Consultation, material: Material) -> None:
    """What the text says of earlier consultations, with those that are here."""
    for sort, cited_as in relations.find(material):
        earlier = papers_numbered(Consultation, cited_as, consultation.series).first()
        ConsultationRelation.objects.create(consultation=consultation, sort=sort, cited_as=cited_as, earlier=earlier)


def day_of(material: Material) -> datetime.date | None:
    date = material.date
    return datetime.date(date.year, date.month, date.day) if date and date.month and date.day else None


def _department(printed: str, day: datetime.date | None) -> Department | None:
    found = departments_named(printed, day) if day else ()
    return found[0] if len(found) == 1 else None
