"""Rows → the typed paper → the document tree. One straight way for screen, print, search and record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from consultations.models import Consultation, Report, Section
from consultations.models.paper import Paper, PaperAnnex, PrintedDepartment
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


@dataclass(frozen=True)
class Rows:
    """The rows of one paper: those of today, or as its history kept them."""

    paper: Paper
    departments: Iterable[PrintedDepartment]
    annexes: Iterable[PaperAnnex]
    sections: Iterable[Section] = ()


def material_of(consultation: Consultation, rules: House | None = None) -> Material:
    """The whole paper of a consultation, as its rows say it; four statements."""
    sections, annexes, departments = consultation.sections, consultation.annexes, consultation.departments
    return consultation_material(Rows(consultation, departments.all(), annexes.all(), sections.all()), rules)


def material_of_report(report: Report, rules: House | None = None) -> Material:
    """The paper of a report: free headings only."""
    return report_material(Rows(report, report.departments.all(), report.annexes.all()), rules)


def material_of_paper(paper: Paper, rules: House | None = None) -> Material:
    if isinstance(paper, Report):
        return material_of_report(paper, rules)
    assert isinstance(paper, Consultation)  # noqa: S101  # there are two sorts of paper
    return material_of(paper, rules)


def consultation_material(rows: Rows, rules: House | None = None) -> Material:
    paper: Any = rows.paper
    prefaces = codec.parse(paper.prefaces, tuple[Preface, ...])
    parts = tuple(part_of(section) for section in rows.sections)
    return Material(slip=paper.slip_printed, prefaces=prefaces, parts=parts, **_common(rows, rules)).keyed()


def report_material(rows: Rows, rules: House | None = None) -> Material:
    paper: Any = rows.paper
    parts = (Part("s1", General(), codec.parse(paper.outline, tuple[Entry, ...])),)
    return Material(parts=parts, blank_slip="", blank_number="報告第\u3000\u3000号", **_common(rows, rules))


def _common(rows: Rows, rules: House | None) -> dict[str, Any]:
    paper = rows.paper
    return {
        "number": paper.number_printed,
        "subject": paper.subject,
        "subtitle": paper.subtitle,
        "date": CalendarDate.of(paper.date) if paper.date else None,
        "date_printed": paper.date_printed,
        "departments": tuple(row.printed for row in rows.departments),
        "annexes": tuple(_annex(annex) for annex in rows.annexes),
        "house": rules or house(),
    }


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


def _annex(annex: PaperAnnex) -> material.Annex:
    return material.Annex(
        annex.label,
        annex.title,
        codec.parse(annex.columns, tuple[str, ...]),
        codec.parse(annex.rows, tuple[tuple[str, ...], ...]),
        annex.text,
        annex.lead,
        annex.key,
    )
