"""What a row of a list says of a paper; the same number of statements for any number of rows."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from consultations.enums import PaperState
from consultations.models import Section
from consultations.models.paper import lines_of
from consultations.queries.lists import SORTS
from consultations.queries.way import state_in_words, was_returned
from consultations.sections.kinds import in_short
from paper.digits import Digits
from paper.wareki import CalendarDate, write


class _Columns(NamedTuple):
    pk: int
    number_printed: str
    subject: str
    subtitle: str
    date: datetime.date | None
    date_printed: str | None
    state: str
    was_returned: bool


@dataclass(frozen=True)
class Row:
    """`name` is what people call the paper, `beside` the rest of its title, `day` its date in words.

    `departments` and `kinds` are there after told_of.
    """

    sort: str
    pk: int
    address: str
    number_printed: str
    name: str
    beside: str
    date: datetime.date | None
    day: str
    date_printed: str | None
    state: str
    state_word: str
    departments: tuple[str, ...] = ()
    kinds: str = ""


def rows(papers: QuerySet[Any]) -> list[Row]:
    """Of a slice of papers_listed; one statement."""
    sort = papers.model._meta.model_name or ""
    found = papers.annotate(was_returned=was_returned(papers.model)).values_list(*_Columns._fields)
    return [_row(sort, _Columns(*columns)) for columns in found]


def _row(sort: str, of: _Columns) -> Row:
    name, beside = (of.subject, of.subtitle) if sort == "report" else (of.subtitle, of.subject)
    if not name:
        name, beside = beside, ""
    word = state_in_words(PaperState(of.state), was_returned=of.was_returned)
    address = reverse(sort, args=[of.pk])
    day = write(CalendarDate.of(of.date), Digits.HALF) if of.date else ""
    return Row(sort, of.pk, address, of.number_printed, name, beside, of.date, day, of.date_printed, of.state, word)


def told_of(some: Iterable[Row]) -> list[Row]:
    """The same rows with their departments and, of consultations, their kinds; a statement for each and sort."""
    some = list(some)
    keys = {sort: [row.pk for row in some if row.sort == sort] for sort in SORTS}
    departments = {sort: departments_of_papers(model, keys[sort]) for sort, model in SORTS.items()}
    kinds = {"consultation": kinds_of_consultations(keys["consultation"])}
    return [
        replace(
            row,
            departments=tuple(departments[row.sort].get(row.pk, ())),
            kinds=in_short(kinds.get(row.sort, {}).get(row.pk, ())),
        )
        for row in some
    ]


def departments_of_papers(model: Any, keys: Iterable[int]) -> Mapping[int, list[str]]:
    """As the papers of one sort print them, by the key of the paper."""
    sort = model._meta.model_name
    lines = lines_of(model).filter(**{f"{sort}__in": keys}).order_by("position", "pk")
    return gathered(lines.values_list(sort, "printed"))


def kinds_of_consultations(keys: Iterable[int]) -> Mapping[int, list[str]]:
    """The kinds of their sections in printed order, by the key of the consultation."""
    return gathered(
        Section.objects.filter(consultation__in=keys).order_by("position").values_list("consultation", "kind")
    )


def gathered(pairs: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    """What belongs to one key together, in the order given."""
    found: dict[int, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
