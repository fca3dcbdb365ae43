"""Nothing is lost on the way in: the text of what was saved is the file's, or nothing is saved and a line is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from consultations.importing import documents
from consultations.importing.documents import difference
from consultations.importing.reading import decode, lines, without_page_numbers
from consultations.models import Consultation, Section
from consultations.sections import tree
from consultations.sections.house import House
from consultations.services.importing import Refused, import_materials, read_files
from paper.text import squeeze, text
from tests.consultations.mutations import mutated_files
from tests.consultations.papers import KIND_SAMPLES, SAMPLES, as_text, read_file

EVERY_SAMPLE = sorted([*SAMPLES.glob("*.txt"), *KIND_SAMPLES.glob("*.txt")])
some = settings(suppress_health_check=list(HealthCheck))


def stored_rows() -> tuple[int, int]:
    return Consultation.objects.count(), Section.objects.count()


@pytest.mark.parametrize("path", EVERY_SAMPLE, ids=lambda path: path.stem)
@pytest.mark.django_db
def test_every_sample_is_saved_character_by_character(path: Path) -> None:
    (taken,) = import_materials([(path.name, path.read_bytes())], None, keep=True)
    original = "".join(line.text for line in without_page_numbers(lines(decode(path.read_bytes()))))
    assert squeeze(text(tree.document(taken.stored))) == squeeze(original)
    assert stored_rows() == (1, len(taken.stored.parts))


def test_a_difference_names_its_line_and_both_texts() -> None:
    paper = read_file(KIND_SAMPLES / "outsourcing.txt")
    (found,) = documents.split(lines(as_text(paper)))
    other = replace(paper, departments=("別の課",))
    assert difference(found, paper) is None
    line, expected, actual = difference(found, other) or (0, "", "")
    assert (line, actual[:4]) == (next(each.number for each in found if each.text == paper.departments[0]), "別の課１")
    assert expected.startswith(paper.departments[0])


@settings(some, max_examples=2000)
@given(mutated_files())
def test_a_damaged_file_is_read_whole_or_refused_with_its_line(content: bytes) -> None:
    read, problems = read_files([("damaged.txt", content)], House())
    for _, of_paper, found in read:
        stored = [part.kind.parse(part.body.dump(), part.kind.version) for part in found.material.parts]
        assert stored == [part.body for part in found.material.parts]
        assert difference(without_page_numbers(of_paper), found.material) is None
    last = content.count(b"\n") + content.count(b"\r") + 1
    for problem in problems:
        assert 1 <= problem.line <= last
        assert problem.sentence.endswith("。")
    assert read or problems


@pytest.mark.django_db
@settings(some, max_examples=150)
@given(mutated_files())
def test_the_database_takes_a_damaged_file_whole_or_stays_as_it_was(content: bytes) -> None:
    before = stored_rows()
    try:
        taken = import_materials([("damaged.txt", content)], None, keep=False)
    except Refused:
        pass  # its problems are looked at above
    else:
        assert all(difference(without_page_numbers(each.lines), each.stored) is None for each in taken)
    assert stored_rows() == before
