"""Files that people bring along, on the disk: each under the hash of its content, whole or not at all, and for good."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.storage import FileSystemStorage

_FORGOTTEN = 24 * 60 * 60  # seconds after which a file that is still incoming belongs to nobody any more


class StoredFiles(FileSystemStorage):
    """Private: no address leads there, views that ask visible_to give the files out. Nothing is ever taken away, so
    what was attached once can be read in the history.
    """

    @property
    def location(self) -> str:
        return os.path.abspath(settings.DATA_DIR / "files")

    @contextmanager
    def incoming(self) -> Iterator[Any]:
        """An empty file beside the others; it is gone afterwards unless it was kept."""
        folder = Path(self.location, "incoming")
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with NamedTemporaryFile(dir=folder, delete=False) as file:
            try:
                yield file
            finally:
                Path(file.name).unlink(missing_ok=True)

    def keep(self, file: BinaryIO, sha256: str) -> str:
        """Make an incoming file, whose content has that hash, one of the files; its name. It survives a power cut."""
        file.flush()
        os.fsync(file.fileno())
        os.replace(file.name, Path(self.location, sha256))
        folder = os.open(self.location, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return sha256


def _sweep(folder: Path) -> None:
    """Take away what was coming in when the power went."""
    for path in folder.iterdir():
        if path.stat().st_mtime < time.time() - _FORGOTTEN:
            path.unlink(missing_ok=True)
