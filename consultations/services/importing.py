"""Take in files of materials: all of them, or, with every problem named by file and line, none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from consultations.documents import house, material_of
from consultations.enums import PaperState
from consultations.importing import documents, reading
from consultations.importing.documents import Reading
from consultations.importing.reading import Line, Note, Unreadable
from consultations.models import Consultation, NumberSeries, User
from consultations.queries.law import assessment_doubt
from consultations.sections.fields.assessment import Assessment
from consultations.sections.house import House
from consultations.sections.material import Material
from consultations.services.materials import NumberTaken, add_material


@dataclass(frozen=True)
class Problem:
    """One problem, for people: FILE:LINE: what is wrong and how to mend it."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


class Refused(Exception):
    """Nothing was taken in."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Taken:
    """A document that was taken in: what was read, its consultation, and the paper as the stored rows say it."""

    file: str
    lines: tuple[Line, ...]
    reading: Reading
    consultation: Consultation
    stored: Material


def import_materials(
    files: Sequence[tuple[str, bytes]], series: NumberSeries | None, *, keep: bool, by: User | None = None
) -> list[Taken]:
    """Import files given as (name, content). Without `keep` everything is done and then undone. Raises Refused."""
    rules = house()
    read, problems = read_files(files, rules)
    taken: dict[int, Taken] = {}
    with transaction.atomic():
        for position in _in_order_of_numbers(read):
            file, lines, found = read[position]
            try:
                consultation = add_material(found.material, series, PaperState.ACCEPTED, by)
            except NumberTaken as error:
                problems.append(Problem(file, found.line, f"{error}番号を確かめてください。"))
                continue
            found = replace(found, notes=(*found.notes, *_doubts(found, consultation)))
            taken[position] = Taken(file, lines, found, consultation, stored(consultation, rules))
            problems += _differences(taken[position])
        if problems or not keep:
            transaction.set_rollback(True)
    if problems:
        raise Refused(sorted(problems, key=lambda problem: (problem.file, problem.line)))
    return [taken[position] for position in sorted(taken)]


def _in_order_of_numbers(read: Sequence[tuple[str, tuple[Line, ...], Reading]]) -> list[int]:
    """Two imports of the same papers wait for each other instead of each holding what the other wants."""
    return sorted(range(len(read)), key=lambda position: (read[position][2].material.number_value or 0, position))


def _doubts(found: Reading, consultation: Consultation) -> list[Note]:
    """What the rules of the paper's day ask about it."""
    values = [part.value("assessment") for part in found.material.parts if "assessment" in part.kind.fields]
    assessed = [value for value in values if isinstance(value, Assessment)]
    doubts = [assessment_doubt(value, consultation.date) for value in assessed] if consultation.date else []
    return [Note(found.line, doubt) for doubt in doubts if doubt]


def _differences(taken: Taken) -> list[Problem]:
    """Where the stored paper says something else than its file."""
    found = documents.difference(reading.without_page_numbers(taken.lines), taken.stored)
    if found is None:
        return []
    line, expected, actual = found
    return [Problem(taken.file, line, f"ファイルは「{expected}」、保存した文は「{actual}」です。")]


def read_files(
    files: Sequence[tuple[str, bytes]], rules: House
) -> tuple[list[tuple[str, tuple[Line, ...], Reading]], list[Problem]]:
    """Every document of the files that can be read, and the problems of the others."""
    read: list[tuple[str, tuple[Line, ...], Reading]] = []
    problems: list[Problem] = []
    for file, content in files:
        try:
            found = list(documents.split(reading.lines(reading.decode(content))))
        except Unreadable as error:
            problems.append(Problem(file, error.line, error.sentence))
            continue
        for lines in found:
            try:
                read.append((file, lines, documents.read(lines, rules)))
            except Unreadable as error:
                problems.append(Problem(file, error.line, error.sentence))
    return read, problems


def stored(consultation: Consultation, rules: House) -> Material:
    """The paper read back from the database."""
    return material_of(Consultation.objects.get(pk=consultation.pk), rules)
