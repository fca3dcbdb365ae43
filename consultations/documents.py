"""Rows → the typed paper → the document tree. One straight way for screen, print, search and record."""

from consultations.models import Annex, Consultation, Report, Section
from consultations.models.paper import Paper
from consultations.queries.municipality import current_municipality
from consultations.sections import codec, material, tree
from consultations.sections.house import House
from consultations.sections.kinds import kind
from consultations.sections.kinds.general import General
from consultations.sections.material import Entry, Material, Part, Preface
from paper.digits import Digits
from paper.nodes import Document
from paper.wareki import CalendarDate


def house() -> House:
    """The rules of this installation's municipality."""
    municipality = current_municipality()
    return House(municipality.noun, Digits(municipality.material_digits))


def material_of(consultation: Consultation, rules: House | None = None) -> Material:
    """The whole paper of a consultation, as its rows say it; four statements."""
    return Material(
        slip=consultation.slip_printed,
        prefaces=codec.parse(consultation.prefaces, tuple[Preface, ...]),
        parts=tuple(part_of(section) for section in consultation.sections.all()),
        annexes=tuple(_annex(annex) for annex in consultation.annexes.all()),
        number=consultation.number_printed,
        subject=consultation.subject,
        subtitle=consultation.subtitle,
        date=_date(consultation),
        date_printed=consultation.date_printed,
        departments=tuple(row.printed for row in consultation.departments.all()),
        house=rules or house(),
    )


def material_of_report(report: Report, rules: House | None = None) -> Material:
    """The paper of a report: free headings only."""
    outline = codec.parse(report.outline, tuple[Entry, ...])
    return Material(
        parts=(Part("s1", General(), outline),),
        blank_slip="",
        blank_number="報告第\u3000\u3000号",
        number=report.number_printed,
        subject=report.subject,
        subtitle=report.subtitle,
        date=_date(report),
        date_printed=report.date_printed,
        departments=tuple(row.printed for row in report.departments.all()),
        house=rules or house(),
    )


def document_of(consultation: Consultation) -> Document:
    return tree.document(material_of(consultation))


def document_of_report(report: Report) -> Document:
    return tree.document(material_of_report(report))


def part_of(section: Section) -> Part:
    """A section as its typed value; ValueError where the stored body or outline does not fit its kind."""
    of_kind = kind(section.kind)
    raw, raw_outline = of_kind.upgrade(section.body, section.outline, section.schema_version)
    outline = codec.parse(raw_outline, tuple[Entry, ...])
    if unknown := [entry.key for entry in outline if not entry.is_free and entry.key not in of_kind.fields]:
        raise ValueError(f"{of_kind.kind}: no headings are called {unknown}")
    return Part(section.key, of_kind.parse(raw, of_kind.version), outline, section.title, section.number_printed)


def _date(paper: Paper) -> CalendarDate | None:
    return CalendarDate.of(paper.date) if paper.date else None


def _annex(annex: Annex) -> material.Annex:
    return material.Annex(
        annex.label,
        annex.title,
        codec.parse(annex.columns, tuple[str, ...]),
        codec.parse(annex.rows, tuple[tuple[str, ...], ...]),
        annex.text,
        annex.lead,
    )
