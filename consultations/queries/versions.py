"""Two states of a paper side by side, and one of them as it is stored where it cannot be read any more."""

import json
from collections.abc import Iterator
from typing import Any

from django.forms.models import model_to_dict

from consultations.documents import house, material_of_paper
from consultations.models.paper import Paper
from consultations.queries.revisions import State, states
from consultations.sections.comparison import Change, Laid, compared, laid, side_by_side
from consultations.sections.places import Place

_COLUMNS = frozenset({"id", "key", "position", "series", "history_change_reason", "revision"})


def between(paper: Paper, before: int, after: int | None) -> list[Change | Place]:
    """What changed and what did not between two revisions, None being now; ValueError where one is unreadable."""
    rules = house()
    there = states(paper, {before} if after is None else {before, after}, rules)
    new = laid(material_of_paper(paper, rules)) if after is None else there[after].laid
    return [each for each in side_by_side(there[before].laid, new) if _says_something(each)]


def change_of(paper: Paper, number: int, place: str) -> Change:
    """What bringing the place back changes now; ValueError where the paper or that revision is unreadable."""
    now, then = _now_and_then(paper, number)
    return Change(now.places.get(place), then.places.get(place))


def changes_to(paper: Paper, number: int) -> tuple[Change, ...]:
    """What bringing all of the paper back changes now; ValueError as above."""
    return compared(*_now_and_then(paper, number))


def _now_and_then(paper: Paper, number: int) -> tuple[Laid, Laid]:
    rules = house()
    return laid(material_of_paper(paper, rules)), states(paper, [number], rules)[number].laid


def _says_something(each: Change | Place) -> bool:
    """The empty parts of a 別紙, and the one heading of a report's one section, print nothing."""
    return (
        isinstance(each, Change)
        or bool(each.text or each.number)
        or (each.address.startswith("annex/") and each.address.count("/") == 1)
    )


def raw(state: State) -> Iterator[tuple[str, str]]:
    """(name of the table, stored content) row by row."""
    rows = state.rows
    for row in (rows.paper, *rows.departments, *rows.annexes, *rows.sections):
        fields: Any = {name: value for name, value in model_to_dict(row).items() if _is_content(name)}
        yield str(row._meta.verbose_name), json.dumps(fields, ensure_ascii=False, indent=2, default=str)


def _is_content(name: str) -> bool:
    return name not in _COLUMNS and not name.startswith("history_") and not name.endswith("_key")
