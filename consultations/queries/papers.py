"""Papers by their number."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from consultations.enums import SeriesSort
from consultations.models import Consultation, NumberSeries
from consultations.models.paper import Paper
from consultations.sections.material import plain_number
from paper.digits import level

P = TypeVar("P", bound=Paper)


def papers_numbered(papers: type[P], printed: str, series: NumberSeries | None) -> QuerySet[P]:
    """The papers with this number, however it is written: of a series, and those that are in no series yet."""
    found: QuerySet[P] = papers._default_manager.filter(_same(printed), Q(series=series) | Q(series=None))
    return found


def _same(printed: str) -> Q:
    number = plain_number(printed)
    return Q(number_key=level(printed)) if number is None else Q(number=number)


def consultations_numbered(printed: str, council_name: str | None) -> QuerySet[Consultation]:
    """The consultations with this number, of one council or of all, with all a print needs."""
    found = Consultation.objects.filter(_same(printed)).prefetch_related("sections", "annexes", "departments")
    return found.filter(series__council_name=council_name) if council_name else found


def series_of(council_name: str | None) -> NumberSeries | None:
    """The series consultations are numbered in: the named council's, else the only one there is.

    None on a database where nobody has entered a series yet, and where several councils have one and none is named;
    NumberSeries.DoesNotExist for a council that has none.
    """
    found = NumberSeries.objects.filter(sort=SeriesSort.CONSULTATION)
    if council_name:
        return found.get(council_name=council_name)
    return found.first() if found.count() == 1 else None
