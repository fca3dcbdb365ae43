"""Invented papers as typed values, and the ways of the data that tests walk."""

from pathlib import Path

from consultations.importing import documents, reading
from consultations.sections import tree
from consultations.sections.base import Kind
from consultations.sections.house import House
from consultations.sections.material import Entry, Material, Part
from paper.text import lines
from paper.wareki import CalendarDate

SAMPLES = Path(__file__).parents[2] / "fixtures" / "materials"
KIND_SAMPLES = Path(__file__).parent / "kinds"
RECORDS = Path(__file__).parent / "materials"
HOUSE = House()


def sample_part(kind: Kind, key: str = "s1") -> Part:
    """A section with every field of its kind filled with the sample of its type, optional headings included."""
    values = {name: spec.type.sample() for name, spec in kind.fields.items()}
    return Part(key, kind(**values), tuple(Entry(name) for name in kind.fields))


def material(*parts: Part) -> Material:
    """A paper around some sections."""
    return Material(
        slip="審議資料Ｎｏ．１",
        number="諮問第２１２号",
        subject=f"「図書館業務」における{'及び'.join(part.kind.title for part in parts)}について",
        subtitle="予約資料の自宅配送（試行）の実施",
        date=CalendarDate(2026, 11, 26),
        departments=("教育部中央図書館",),
        parts=parts,
    )


def as_text(paper: Material) -> str:
    """The paper as the plain text people would send."""
    return "\n".join(lines(tree.document(paper)))


def read(text: str) -> Material:
    """The one paper of a text."""
    (found,) = documents.split(reading.lines(text))
    return documents.read(found, HOUSE).material


def read_file(path: Path) -> Material:
    return read(reading.decode(path.read_bytes()))


def read_sample(number: str) -> Material:
    """The sample material of that number, as an import reads it."""
    return read_file(Path(__file__).parents[2] / "fixtures" / "materials" / f"{number}.txt")
