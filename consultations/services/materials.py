"""Store a whole paper as the rows of a new consultation or report."""

from typing import TypeVar

from django.db import IntegrityError, transaction

from consultations.enums import PaperState, RevisionAct, Role
from consultations.models import Consultation, NumberSeries, Report, User
from consultations.models.paper import Paper
from consultations.queries.papers import papers_numbered
from consultations.sections.material import Material
from consultations.services.revisions import revision
from consultations.services.saving import day_of, save

P = TypeVar("P", bound=Paper)


class NumberTaken(Exception):
    """A paper of this number is there already."""


def add_material(
    material: Material, series: NumberSeries | None, state: PaperState, by: User | None = None
) -> Consultation:
    """Store `material` as a new consultation that came from outside; NumberTaken where its number is in use."""
    consultation = Consultation(slip_printed=material.slip, series=series, state=state)
    return _add(consultation, material, RevisionAct.IMPORTED, by, reached=True)


def add_report(material: Material, series: NumberSeries | None, state: PaperState) -> Report:
    """Store `material`, whose one part has free headings only, as a new report."""
    return _add(Report(series=series, state=state), material, RevisionAct.IMPORTED, None, reached=True)


def begin_consultation(material: Material, by: User, note: str = "") -> Consultation:
    """A new consultation in the hands of whoever begins it."""
    return _add(Consultation(), material, RevisionAct.CREATED, by, reached=by.role == Role.SECRETARIAT, note=note)


def begin_report(material: Material, by: User, note: str = "") -> Report:
    return _add(Report(), material, RevisionAct.CREATED, by, reached=by.role == Role.SECRETARIAT, note=note)


@transaction.atomic
def _add(paper: P, material: Material, act: RevisionAct, by: User | None, *, reached: bool, note: str = "") -> P:
    _guard_number(type(paper), material.number, paper.series)
    material = material.keyed()
    paper.number_printed, paper.number = material.number, material.number_value
    paper.subject, paper.subtitle = material.subject, material.subtitle
    paper.date, paper.date_printed = day_of(material), material.date_printed
    paper.reached_secretariat = reached
    _save_numbered(paper)
    with revision(paper, by, act, note=note):
        save(paper, Material(house=material.house), material)
    _continue_series(paper)
    return paper


def _guard_number(papers: type[Paper], number: str, series: NumberSeries | None) -> None:
    if number and papers_numbered(papers, number, series).exists():
        raise NumberTaken(f"{number}は、すでに登録されています。")


def _save_numbered(paper: Paper) -> None:
    """Save a new paper; NumberTaken where another came in with its number since `_guard_number` looked."""
    try:
        with transaction.atomic():
            paper.save()
    except IntegrityError as error:
        raise NumberTaken(f"{paper.number_printed}は、すでに登録されています。") from error


def _continue_series(paper: Paper) -> None:
    """A series goes on after its highest number."""
    if paper.series and paper.number:
        series = NumberSeries.objects.select_for_update().get(pk=paper.series.pk)
        if paper.number > series.last:
            series.last = paper.number
            series.save(update_fields=["last"])
