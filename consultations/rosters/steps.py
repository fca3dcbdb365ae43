"""What a roster would change, line by line."""

import datetime
import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from consultations.models.dated import Dated, holds_on
from consultations.queries.changes import Difference, label, worded
from consultations.rosters.table import Problem, Unreadable
from consultations.services.rehearsal import sealed

D = TypeVar("D", bound=Dated)


class Outcome(enum.Enum):
    """In the order in which they are stored: who goes makes room for who comes."""

    ENDED = "終わる"
    CHANGED = "変わる"
    NEW = "新しく加わる"
    SAME = "そのまま"


@dataclass(frozen=True)
class Step:
    """`line` is None for what is not in the table; `act` stores it, or refuses it with a ValidationError."""

    line: int | None
    outcome: Outcome
    name: str
    differences: tuple[Difference, ...]
    act: Callable[[], object] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Preview:
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...] = ()

    @property
    def seal(self) -> str:
        """Every value before and after is in it, so that it changes with what was stored."""
        return sealed([*self.steps, *self.problems])

    @property
    def is_possible(self) -> bool:
        return not self.problems and any(step.outcome is not Outcome.SAME for step in self.steps)

    @property
    def counts(self) -> tuple[tuple[Outcome, int], ...]:
        return tuple((each, sum(step.outcome is each for step in self.steps)) for each in Outcome)

    @property
    def changing(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.outcome is not Outcome.SAME)

    @property
    def same(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.outcome is Outcome.SAME)


def fill(row: Model, **values: object) -> tuple[Difference, ...]:
    """Put in the `values` that say something, and tell what that changes: empty cells and spaces change nothing."""
    differences = []
    for name, value in values.items():
        if value in {None, ""} or _solid(value) == _solid(getattr(row, name)):
            continue
        before = worded(row, name)
        setattr(row, name, value)
        differences.append(Difference(label(row, name), before, worded(row, name)))
    return tuple(differences)


def _solid(value: object) -> object:
    return "".join(value.split()) if isinstance(value, str) else value


def outcome_of(row: Dated, differences: Sequence[Difference], was_open: bool) -> Outcome:
    """What `differences` make of a row; `was_open` where it had no end before."""
    if row.pk is None:
        return Outcome.NEW
    if was_open and [each.label for each in differences] == [label(row, "valid_to")]:
        return Outcome.ENDED
    return Outcome.CHANGED if differences else Outcome.SAME


def meant(rows: Sequence[D], start: datetime.date | None, last: datetime.date | None) -> D | None:
    """The one of `rows`, all alike, that a line with these days is about; None for a new one.

    Unreadable where the line has no first day and the last of them is over.
    """
    in_order = sorted(rows, key=lambda row: row.valid_from or datetime.date.min)
    if not in_order:
        return None
    if start is None:
        latest = in_order[-1]
        if latest.valid_to and (last is None or last > latest.valid_to) and not holds_on(latest, timezone.localdate()):
            raise Unreadable(f"「{latest}」は、もう終わっています。もう一度始まるときは、始まる日も入れてください。")
        return latest
    exact = [row for row in in_order if row.valid_from == start]
    overlapping = [
        row
        for row in in_order
        if (row.valid_to is None or row.valid_to >= start) and (last is None or (row.valid_from or start) <= last)
    ]
    return next(iter([*exact, *overlapping]), None)
