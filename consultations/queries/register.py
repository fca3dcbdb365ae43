"""The register (諮問・報告台帳): a row for each paper, as a secretary keeps it."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from consultations.models import ConsultationRelation, Section
from consultations.models.paper import Paper
from consultations.queries.cases import provisions_cited
from consultations.queries.offered import fiscal_year
from consultations.sections.kinds import in_short
from consultations.spreadsheets import Cell, Column, Sheet
from paper.digits import Digits
from paper.wareki import CalendarDate, write

CHUNK = 1000
"""Papers read at a time: memory stays the same for any number of them."""


def register_of(sort: str, papers: QuerySet[Any]) -> Sheet:
    """`papers` as papers_listed gives them; a row's own rows are read CHUNK papers at a time."""
    values = _CONSULTATION if sort == "consultation" else _REPORT
    if sort == "consultation":
        sections = Section.objects.only("consultation_id", "position", "kind").prefetch_related("provisions")
        relations = Prefetch("relations", ConsultationRelation.objects.order_by("pk"))
        papers = papers.prefetch_related(None).prefetch_related(
            "departments", Prefetch("sections", sections), relations
        )
    columns = tuple(column for column, _ in values)
    return Sheet(f"{papers.model._meta.verbose_name}台帳", columns, _rows(papers, [value for _, value in values]))


def _rows(papers: QuerySet[Any], values: list[Callable[[Any], Cell]]) -> Iterator[list[Cell]]:
    for paper in papers.iterator(chunk_size=CHUNK):
        yield [value(paper) for value in values]


def _fiscal_year(paper: Paper) -> str:
    return write(CalendarDate(fiscal_year(paper.date), fiscal=True), Digits.HALF) if paper.date else ""


def _date_as_printed(paper: Paper) -> str:
    return paper.date_printed or (write(CalendarDate.of(paper.date)) if paper.date else "")


def _kinds(case: Any) -> str:
    return in_short(section.kind for section in case.sections.all())


def _relations(case: Any) -> str:
    return "、".join(str(relation) for relation in case.relations.all())


def _departments(paper: Any) -> str:
    return "、".join(line.printed for line in paper.departments.all())


def _published(paper: Paper) -> datetime.date | None:
    return paper.published_on


_Values = tuple[tuple[Column, Callable[[Any], Cell]], ...]

_HEAD: _Values = (
    (Column("番号", 16), lambda paper: paper.number_printed),
    (Column("件名", 48), lambda paper: paper.subject),
    (Column("副題", 40), lambda paper: paper.subtitle),
)
_DEPARTMENTS: _Values = ((Column("所管課", 24), _departments),)
_TAIL: _Values = (
    (Column("状態", 9), lambda paper: paper.get_state_display()),
    (Column("公開した日", 12), _published),
)


def _dated(title: str) -> _Values:
    return (
        (Column("年度", 11), _fiscal_year),
        (Column(title, 12), lambda paper: paper.date),
        (Column(f"{title}の表記", 20), _date_as_printed),
    )


_CONSULTATION: _Values = (
    *_HEAD,
    (Column("種類", 24), _kinds),
    *_DEPARTMENTS,
    *_dated("諮問日"),
    (Column("根拠", 40), lambda case: "、".join(provisions_cited(case))),
    (Column("先の諮問", 28), _relations),
    *_TAIL,
)
_REPORT: _Values = (*_HEAD, *_DEPARTMENTS, *_dated("報告日"), *_TAIL)
