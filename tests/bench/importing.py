"""One deliberation material from its file into the database and back."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
from django.core.management import call_command

from tests.bench.figures import Figure, seconds

SAMPLE = Path(__file__).parents[2] / "fixtures" / "materials" / "957.txt"


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATA_DIR": folder, "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.config.settings")
        django.setup()
        from consultations.services.importing import import_materials  # noqa: PLC0415  # after the set-up above  # after the set-up above

        call_command("migrate", verbosity=0)
        files = [(SAMPLE.name, SAMPLE.read_bytes())]
        yield Figure("import_seconds", seconds(lambda: import_materials(files, None, keep=False)), "s", aim=0.05)
