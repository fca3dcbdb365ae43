"""One deliberation material from its file into the database and back."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench import database
from tests.bench.figures import Figure, seconds

SAMPLE = Path(__file__).parents[2] / "fixtures" / "materials" / "957.txt"


def figures() -> Iterator[Figure]:
    database.set_up()
    from consultations.services.importing import import_materials  # noqa: PLC0415  # after the set-up above

    files = [(SAMPLE.name, SAMPLE.read_bytes())]
    yield Figure("import_seconds", seconds(lambda: import_materials(files, None, keep=False)), "s", aim=0.05)
