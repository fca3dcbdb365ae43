"""A database of its own for the figures that need one; gone when the program ends."""

import atexit
import functools
import os
import tempfile

import django
from django.core.management import call_command


@functools.cache
def set_up() -> None:
    """Django, with an empty database and the settings of the demonstration. Models are imported after this."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    os.environ |= {
        "DATA_DIR": folder.name,
        "DATABASE_URL": f"sqlite:///{folder.name}/bench.sqlite3",
        "REQUIRE_MFA": "0",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
