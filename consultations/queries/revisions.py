"""A paper as it was: read back from the history rows of its revisions, and whose eyes each revision is for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from django.db.models import Max, Min

from consultations.documents import Rows, consultation_material, house, report_material
from consultations.enums import RevisionAct, Role
from consultations.models import Consultation, Report, Revision, User
from consultations.models.inheritance import own_and_inherited
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.sections.comparison import Laid, laid
from consultations.sections.house import House
from consultations.sections.material import Material

Index: TypeAlias = list[tuple[int, int, int, str]]


def revisions_of(paper: Paper) -> Any:
    """The timeline, the newest first."""
    return Revision.objects.of(paper).select_related("by").order_by("-number")


def last_revision(paper: Paper) -> int:
    """Its number; 0 for a paper from before there were any."""
    return Revision.objects.of(paper).aggregate(last=Max("number"))["last"] or 0


def may_read_history(user: User, paper: Paper) -> bool:
    """Of a paper that is visible to them: only its own departments and the secretariat, however public it became."""
    if user.role != Role.DEPARTMENT:
        return user.role == Role.SECRETARIAT
    rows: Any = paper.departments  # type: ignore[attr-defined]  # both sorts have them
    return bool(rows.filter(department__in=own_and_inherited(user)).exists())


def revisions_open_to(user: User, paper: Paper) -> Any:
    """Those whose content someone who may read the history sees.

    What a department wrote before it submitted stays its own: to the secretariat its submission is the first.
    """
    revisions = revisions_of(paper)
    if user.role == Role.DEPARTMENT:
        return revisions
    head = type(paper).history.filter(id=paper.pk).order_by("history_id").first()  # type: ignore[attr-defined]  # both sorts have one
    if head is None or head.reached_secretariat:
        return revisions
    submitted = Revision.objects.of(paper).filter(act=RevisionAct.SUBMITTED).order_by("number")
    return revisions.filter(number__gte=submitted.values("number")[:1])


def first_open(revisions: Any) -> int:
    """The number from which on a history is open; 0 where none of it is."""
    return revisions.aggregate(first=Min("number"))["first"] or 0


@dataclass(frozen=True)
class State:
    """A paper after one of its revisions; ValueError where what was stored cannot be read."""

    rows: Rows
    rules: House
    read: Callable[[Rows, House], Material]

    @cached_property
    def material(self) -> Material:
        return self.read(self.rows, self.rules)

    @cached_property
    def laid(self) -> Laid:
        return laid(self.material)


def states(paper: Paper, numbers: Iterable[int], rules: House | None = None) -> dict[int, State]:
    """The paper after each of these revisions, by number; two statements a table, whatever their number."""
    wanted = sorted(set(numbers))
    heads = _snapshots(type(paper), {"id": paper.pk}, wanted)
    tables = [_snapshots(model, owner(paper), wanted) for model in _tables(paper)]
    rules = rules or house()
    read = consultation_material if isinstance(paper, Consultation) else report_material
    known: dict[tuple[tuple[int, ...], ...], State] = {}
    found = {}
    for number in wanted:
        rows = [sorted(table[number], key=lambda row: row.position) for table in tables]
        head = heads[number]
        key = tuple(tuple(row.history_id for row in table) for table in (head, *rows))
        found[number] = known.setdefault(key, State(Rows(head[0] if head else paper, *rows), rules, read))
    return found


def material_at(paper: Paper, number: int, rules: House | None = None) -> Material:
    """The paper after its revision `number`. ValueError where what was stored cannot be read."""
    return states(paper, [number], rules)[number].material


def _tables(paper: Paper) -> tuple[Any, ...]:
    """In the order of Rows."""
    assert isinstance(paper, Consultation | Report)  # noqa: S101  # there are two sorts of paper
    tables = (paper.departments.model, paper.annexes.model)
    return (*tables, paper.sections.model) if isinstance(paper, Consultation) else tables


def _snapshots(model: Any, filters: dict[str, Any], numbers: list[int]) -> dict[int, list[Any]]:
    """The rows of one table as each of these revisions left them."""
    chosen = dict(_chosen(_index(model, filters), numbers))
    ids = {history_id for kept in chosen.values() for history_id in kept}
    rows = model.history.in_bulk(ids, field_name="history_id") if ids else {}
    return {number: [rows[history_id] for history_id in kept] for number, kept in chosen.items()}


def _index(model: Any, filters: dict[str, Any]) -> Index:
    """(revision, history id, id, type) of every history row in the order in which they were written.

    What was written outside of any revision belongs to the one before it, and, from before there were any, to the
    first.
    """
    found: Index = []
    rows = model.history.filter(**filters).order_by("history_id")
    for number, *row in rows.values_list("revision__number", "history_id", "id", "history_type"):
        last = found[-1][0] if found else 0
        found.append((max(number or 0, last), *row))
    return found


def _chosen(index: Index, numbers: list[int]) -> Iterator[tuple[int, list[int]]]:
    kept: dict[int, int] = {}
    position = 0
    for number in numbers:
        while position < len(index) and index[position][0] <= number:
            _, history_id, row, sort = index[position]
            if sort == "-":
                kept.pop(row, None)
            else:
                kept[row] = history_id
            position += 1
        yield number, list(kept.values())
