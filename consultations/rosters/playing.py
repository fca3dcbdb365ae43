"""Read a roster against what is stored: what would change, and taking it in as a whole or not at all."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from consultations.models.dated import Dated
from consultations.rosters.steps import Outcome, Preview, Step, fill
from consultations.rosters.table import Column, Problem, Row, Unreadable, read
from consultations.services.dated import end

_ORDER = tuple(Outcome)


class Roster(ABC):
    """One sort of table. An instance has read what is stored and takes the rows of one table, one after the other."""

    columns: ClassVar[tuple[Column, ...]]
    base: ClassVar["QuerySet[Any]"]

    @abstractmethod
    def step(self, row: Row) -> Step:
        """What one line changes; Unreadable where that cannot be told."""

    @abstractmethod
    def unseen(self, day: datetime.date) -> Iterable[tuple[str, Dated]]:
        """What holds on `day`, not only until then, and was in no line, with its name."""

    def close(self, row: Dated, last_day: datetime.date) -> None:
        """End what is not in the table."""
        end(row, last_day)


def play(kind: type[Roster], text: str, last_day: datetime.date | None) -> Preview:
    """Take in the table as far as it can be; what is not in it ends on `last_day`. The caller keeps it or not."""
    list(kind.base.select_for_update())  # nobody changes what is looked at before it is stored
    table = read(text, kind.columns)
    roster = kind()
    steps, problems = [], [*table.problems]
    for row in table.rows:
        try:
            steps.append(roster.step(row))
        except Unreadable as problem:
            problems.append(Problem(row.line, str(problem)))
    if last_day and not problems:
        steps += [_ended(roster, name, row, last_day) for name, row in roster.unseen(last_day)]
    problems += _act(steps, kind.columns)
    in_order = sorted(problems, key=lambda problem: problem.line or 0)
    return Preview(tuple(steps), tuple(in_order), table.ignored)


def _ended(roster: Roster, name: str, row: Dated, last_day: datetime.date) -> Step:
    now = row.valid_to
    differences = fill(row, valid_to=last_day)
    row.valid_to = now  # the verb looks at what is stored
    return Step(None, Outcome.ENDED, name, differences, partial(roster.close, row, last_day))


def _act(steps: Sequence[Step], columns: Sequence[Column]) -> Iterable[Problem]:
    """Every step in its order; what is refused is told with the line."""
    for step in sorted(steps, key=lambda step: _ORDER.index(step.outcome)):
        if step.outcome is Outcome.SAME:
            continue
        try:
            step.act()
        except ValidationError as refused:
            yield Problem(step.line, f"{'' if step.line else step.name + '：'}{_said(refused, columns)}")


def _said(refused: ValidationError, columns: Sequence[Column]) -> str:
    """With the heading of the column where a single field is refused."""
    if not hasattr(refused, "error_dict"):
        return "".join(refused.messages)
    headings = {column.key: f"{column.heading}：" for column in columns}
    by_field = refused.message_dict
    return "".join(headings.get(name, "") + "".join(messages) for name, messages in by_field.items())
