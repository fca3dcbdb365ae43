"""The register (諮問・報告台帳): a row for each paper, as a secretary keeps it."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from consultations.enums import PaperState
from consultations.models import Consultation, ConsultationRelation, SectionProvision
from consultations.queries.offered import fiscal_year
from consultations.queries.rows import departments_of_papers, gathered, kinds_of_consultations
from consultations.sections.kinds import in_short
from consultations.spreadsheets import Cell, Column, Sheet
from paper.digits import Digits
from paper.wareki import CalendarDate, write

CHUNK = 1000
"""Papers read at a time: memory stays the same for any number of them."""

_COLUMNS = ("pk", "number_printed", "subject", "subtitle", "date", "date_printed", "state", "published_on")


@dataclass(frozen=True)
class Entry:
    """One paper; what hangs on it is "" where there is none."""

    number: str
    subject: str
    subtitle: str
    date: datetime.date | None
    date_printed: str | None
    state: str
    published_on: datetime.date | None
    departments: str
    kinds: str
    provisions: str
    relations: str


def register_of(sort: str, papers: QuerySet[Any]) -> Sheet:
    """`papers` as papers_listed gives them; what hangs on them is read CHUNK papers at a time."""
    values = _CONSULTATION if sort == "consultation" else _REPORT
    columns = tuple(column for column, _ in values)
    rows = ([value(entry) for _, value in values] for entry in _entries(papers))
    return Sheet(f"{papers.model._meta.verbose_name}台帳", columns, rows)


def _entries(papers: QuerySet[Any]) -> Iterator[Entry]:
    heads = papers.values_list(*_COLUMNS).iterator(chunk_size=CHUNK)
    is_consultation = papers.model is Consultation
    while chunk := list(islice(heads, CHUNK)):
        keys = [pk for pk, *_ in chunk]
        departments = departments_of_papers(papers.model, keys)
        kinds, provisions, relations = _of_consultations(keys) if is_consultation else ({}, {}, {})
        for pk, *head in chunk:
            hanging = (
                "、".join(departments.get(pk, ())),
                in_short(kinds.get(pk, ())),
                "、".join(dict.fromkeys(provisions.get(pk, ()))),
                "、".join(relations.get(pk, ())),
            )
            yield Entry(*(*head, *hanging))


def _of_consultations(keys: list[int]) -> tuple[Mapping[int, list[str]], ...]:
    """Their kinds, the provisions their sections rest on, and the earlier consultations they name."""
    provisions = SectionProvision.objects.filter(section__consultation__in=keys).order_by("section__position", "pk")
    relations = ConsultationRelation.objects.filter(consultation__in=keys).order_by("pk")
    told = (
        ConsultationRelation(consultation_id=pk, sort=sort, cited_as=cited_as)
        for pk, sort, cited_as in relations.values_list("consultation", "sort", "cited_as")
    )
    return (
        kinds_of_consultations(keys),
        gathered(provisions.values_list("section__consultation", "cited_as")),
        gathered((relation.consultation_id, str(relation)) for relation in told),
    )


def _fiscal_year(entry: Entry) -> str:
    return write(CalendarDate(fiscal_year(entry.date), fiscal=True), Digits.HALF) if entry.date else ""


def _date_as_printed(entry: Entry) -> str:
    return entry.date_printed or (write(CalendarDate.of(entry.date)) if entry.date else "")


_Values = tuple[tuple[Column, Callable[[Entry], Cell]], ...]

_HEAD: _Values = (
    (Column("番号", 16), lambda entry: entry.number),
    (Column("件名", 48), lambda entry: entry.subject),
    (Column("副題", 40), lambda entry: entry.subtitle),
)
_DEPARTMENTS: _Values = ((Column("所管課", 24), lambda entry: entry.departments),)
_TAIL: _Values = (
    (Column("状態", 9), lambda entry: str(PaperState(entry.state).label)),
    (Column("公開した日", 12), lambda entry: entry.published_on),
)


def _dated(title: str) -> _Values:
    return (
        (Column("年度", 11), _fiscal_year),
        (Column(title, 12), lambda entry: entry.date),
        (Column(f"{title}の表記", 20), _date_as_printed),
    )


_CONSULTATION: _Values = (
    *_HEAD,
    (Column("種類", 24), lambda entry: entry.kinds),
    *_DEPARTMENTS,
    *_dated("諮問日"),
    (Column("根拠", 40), lambda entry: entry.provisions),
    (Column("先の諮問", 28), lambda entry: entry.relations),
    *_TAIL,
)
_REPORT: _Values = (*_HEAD, *_DEPARTMENTS, *_dated("報告日"), *_TAIL)
