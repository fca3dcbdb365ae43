"""Take in the text of materials after someone has looked at what was understood."""

from dataclasses import dataclass, replace

from django.db import transaction

from consultations.documents import house
from consultations.enums import Role
from consultations.importing.overview import Overview, overview
from consultations.models import Consultation, Department, User
from consultations.models.inheritance import own_and_inherited
from consultations.queries.papers import series_of
from consultations.sections.amendments import copied
from consultations.sections.material import Material
from consultations.services.importing import Problem, Refused, import_materials, read_files
from consultations.services.materials import begin_consultation
from consultations.services.saving import day_of, department_named

LARGEST = 10 * 2**20
"""Bytes of a text in UTF-8."""


@dataclass(frozen=True)
class Understood:
    """The papers of a text that can be read, and the problems of the others: with one, nothing is taken in."""

    papers: tuple[Overview, ...]
    problems: tuple[Problem, ...]


def understand(text: str, by: User) -> Understood:
    """What would be taken in for `by`; the same text gives the same, and nothing is written."""
    read, problems = read_files([("", text.encode("utf-8", "surrogatepass"))], house())
    papers = tuple(overview(lines, reading) for _, lines, reading in read)
    return Understood(papers, (*problems, *_of_others(papers, by)))


@transaction.atomic
def take_in_drafts(understood: Understood, by: User) -> list[Consultation]:
    """Each paper as a draft in the hands of `by`. Its number and slip come from the agenda, not from the text."""
    if understood.problems:
        raise Refused(understood.problems)
    return [
        begin_consultation(_draft(paper.material), by, note="文書から取り込みました。") for paper in understood.papers
    ]


def take_in_accepted(text: str, by: User) -> list[Consultation]:
    """Each paper as an accepted one under its own number, compared character by character. Raises Refused."""
    taken = import_materials([("", text.encode("utf-8", "surrogatepass"))], series_of(None), keep=True, by=by)
    return [each.consultation for each in taken]


def _draft(material: Material) -> Material:
    return replace(copied(material), date=material.date, date_printed=material.date_printed)


def _of_others(papers: tuple[Overview, ...], by: User) -> list[Problem]:
    """A department would not see a paper again on which none of its departments stands."""
    if by.role == Role.SECRETARIAT or not papers:
        return []
    own = set(Department.objects.filter(pk__in=own_and_inherited(by)))
    names = "」か「".join(str(department) for department in by.departments.prefetch_related("names"))
    sentence = f"所管課の行に、あなたの課がありません。日付の次の行に「{names}」を入れてください。"
    return [Problem("", paper.line, sentence) for paper in papers if not own & _departments(paper.material)]


def _departments(material: Material) -> set[Department]:
    day = day_of(material)
    return {found for printed in material.departments if (found := department_named(printed, day))}
