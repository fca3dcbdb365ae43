"""The samples, loaded once for all tests of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker

from council.samples.loading import load_samples


@pytest.fixture(scope="module")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of the samples are."""
    return tmp_path_factory.mktemp("samples")


@pytest.fixture(scope="module")
def ward(django_db_setup: None, django_db_blocker: DjangoDbBlocker, sample_files: Path) -> Iterator[None]:
    """Undone after these tests; what a test changes is undone before the next."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(settings, "DATA_DIR", sample_files)
        load_samples()
        yield
        transaction.set_rollback(True)
