"""Find papers: by their words, state, kind, department and fiscal year."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from consultations.models import Section
from consultations.models.inheritance import with_inherited
from consultations.models.paper import lines_of
from paper.digits import level

NO_DATE = "none"
"""Stands among the fiscal years for the papers whose day is not settled."""

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}


def narrowed(papers: QuerySet[Any], wanted: Mapping[str, str]) -> QuerySet[Any]:
    """Those of `papers` for which all of `wanted` holds; see _CONDITIONS for its keys."""
    for name, value in wanted.items():
        papers = papers.filter(_CONDITIONS[name](papers, value))
    return papers


def _says(papers: QuerySet[Any], words: str) -> Q:
    """Every word stands in the number, the subject, the subtitle or a section, whatever its widths."""
    return Q(*(_says_word(papers, word) for word in words.split()))


def _says_word(papers: QuerySet[Any], word: str) -> Q:
    key = level(word)
    found = Q(number_key__icontains=key)
    for form in {word, key, key.translate(_FULL_WIDTH)}:  # these two are stored as they were typed, without a key
        found |= Q(subject__icontains=form) | Q(subtitle__icontains=form)
    if hasattr(papers.model, "sections"):
        said = Section.objects.filter(search_text__icontains=key).order_by()
        found |= Q(pk__in=said.values("consultation_id"))
    return found


def _is_of_kind(papers: QuerySet[Any], kind: str) -> Q:
    return Q(Exists(Section.objects.filter(kind=kind, consultation=OuterRef("pk"))))


def _is_of_department(papers: QuerySet[Any], department: str) -> Q:
    """Its own papers and those of the departments whose work it has taken over."""
    found = lines_of(papers.model).filter(department__in=with_inherited(int(department))).order_by()
    return Q(pk__in=found.values(papers.model._meta.model_name))


def _is_of_fiscal_year(papers: QuerySet[Any], year: str) -> Q:
    if year == NO_DATE:
        return Q(date=None)
    return Q(date__gte=datetime.date(int(year), 4, 1), date__lt=datetime.date(int(year) + 1, 4, 1))


_CONDITIONS: dict[str, Callable[[QuerySet[Any], str], Q]] = {
    "q": _says,
    "state": lambda papers, state: Q(state=state),
    "kind": _is_of_kind,
    "department": _is_of_department,
    "year": _is_of_fiscal_year,
}
