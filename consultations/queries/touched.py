"""Which revisions had to do with one place of a paper, told from its stored rows without reading whole papers."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from django.db.models import Q

from consultations.models import Consultation, Report
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.queries.revisions import revisions_of

Said: TypeAlias = Callable[..., Any]

_HEAD: dict[str, tuple[str, ...]] = {
    "subject": ("subject",),
    "subtitle": ("subtitle",),
    "date": ("date", "date_printed"),
}
_ANNEX: dict[str, tuple[str, ...]] = {
    "label": ("label",),
    "lead": ("lead",),
    "text": ("text",),
    "table": ("columns", "rows"),
}


def touching(paper: Paper, place: str) -> set[int]:
    """The numbers of the revisions that changed the place or anything in it.

    Where only what stands around it was put elsewhere, its revision may be among them.
    """
    said = Q(place=place) | Q(place__startswith=f"{place}/")
    numbers = set(revisions_of(paper).filter(said).values_list("number", flat=True))
    return numbers | _of_rows(paper, place.split("/"))


def _of_rows(paper: Any, address: list[str]) -> set[int]:
    rows = type(paper).history.filter(id=paper.pk)
    names: tuple[str, ...] = ()
    said: Said = _all
    match address:
        case ["head", "departments"]:
            rows, names = paper.departments.model.history.filter(**owner(paper)), ("history_id",)
        case ["head", name]:
            names = _HEAD.get(name, ())
        case ["preface", key] if isinstance(paper, Consultation):
            names, said = ("prefaces",), partial(_keyed, key)
        case ["annex", key, *field]:
            rows = paper.annexes.model.history.filter(**owner(paper), key=key)
            names = (
                _ANNEX.get(field[0], ()) if field else ("title", "label", "lead", "text", "columns", "rows", "position")
            )
        case [_, key] if isinstance(paper, Report):
            names, said = ("outline",), partial(_keyed, key)
        case [section, *field] if isinstance(paper, Consultation):
            rows = paper.sections.model.history.filter(**owner(paper), key=section)
            names = ("outline", "body") if field else ("title", "number_printed", "position", "body", "outline")
            said = partial(_entry, field[0]) if field else _all
    return _changes(rows, names, said) if names else set()


def _changes(rows: Any, names: tuple[str, ...], said: Said) -> set[int]:
    """The revisions in which what these columns say about the place became something else."""
    found, last, at = set(), None, 1
    for number, sort, *values in rows.order_by("history_id").values_list("revision__number", "history_type", *names):
        says = None if sort == "-" else said(*values)
        at = max(number or 1, at)
        if says != last:
            found.add(at)
        last = says
    return found


def _all(*values: Any) -> Any:
    return values


def _keyed(key: str, members: Any, *_: Any) -> Any:
    """The member of a stored list and its position; None where it is not there, or the list is of an unknown shape."""
    there = members if isinstance(members, list) else []
    return next(((i, each) for i, each in enumerate(there) if isinstance(each, dict) and each.get("key") == key), None)


def _entry(key: str, outline: Any, body: Any) -> Any:
    entry = _keyed(key, outline)
    return entry and (entry, body.get(key) if isinstance(body, dict) else None)
