"""A paper as it was: read back from the history rows of its revisions."""

from typing import Any

from django.db.models import Max, Q

from consultations.documents import Rows, consultation_material, report_material
from consultations.models import Consultation, Report, Revision
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.sections.house import House
from consultations.sections.material import Material


def revisions_of(paper: Paper) -> Any:
    """The timeline, the newest first."""
    return Revision.objects.of(paper).select_related("by").order_by("-number")


def last_revision(paper: Paper) -> int:
    """Its number; 0 for a paper from before there were any."""
    return Revision.objects.of(paper).aggregate(last=Max("number"))["last"] or 0


def material_at(paper: Paper, number: int, rules: House | None = None) -> Material:
    """The paper after its revision `number`; six statements. ValueError where what was stored cannot be read."""
    heads = _rows(type(paper), {"id": paper.pk}, number)
    head: Any = heads[0] if heads else paper
    children = owner(paper)
    if isinstance(paper, Report):
        annexes, departments = _of(paper.annexes, children, number), _of(paper.departments, children, number)
        return report_material(Rows(head, departments, annexes), rules)
    assert isinstance(paper, Consultation)  # noqa: S101  # there are two sorts of paper
    annexes, departments = _of(paper.annexes, children, number), _of(paper.departments, children, number)
    return consultation_material(Rows(head, departments, annexes, _of(paper.sections, children, number)), rules)


def _of(rows: Any, children: dict[str, Paper], number: int) -> list[Any]:
    return sorted(_rows(rows.model, children, number), key=lambda row: row.position)


def _rows(model: Any, filters: dict[str, Any], number: int) -> list[Any]:
    """The rows of one table as the revision left them; rows from before there were revisions belong to the first."""
    until = Q(revision=None) | Q(revision__number__lte=number)
    kept: dict[int, Any] = {}
    for row in model.history.filter(until, **filters).order_by("history_id"):
        kept[row.id] = row
    return [row for row in kept.values() if row.history_type != "-"]
