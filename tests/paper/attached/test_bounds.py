"""A file can be evil without being odd: time and memory stay bounded whatever it asks for."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from paper.attached import inspecting
from paper.attached.examination import MEGABYTE, Inspected, Limits
from paper.attached.inspecting import inspect
from paper.attached.refusals import Reason, Refused
from tests.paper.attached import bombs
from tests.paper.attached.pdfs import report


def inspected(content: bytes, limits: Limits | None = None) -> Inspected | Reason:
    with TemporaryFile() as file:
        file.write(content)
        file.flush()
        try:
            return inspect(file, limits or Limits())
        except Refused as refused:
            return refused.reason


def test_a_good_file_says_the_same_in_a_process_of_its_own() -> None:
    found = inspected(report())
    assert isinstance(found, Inspected)
    assert (found.pages, found.size) == (3, len(report()))
    assert [(sheet.width, sheet.height) for sheet in found.sheets] == [(595, 842)] * 3


@pytest.mark.parametrize(
    ("bomb", "reason"),
    [
        (bombs.in_the_table, Reason.BROKEN),
        (bombs.in_packed_objects, Reason.PAGE_UNREADABLE),
        (bombs.in_the_content, Reason.TOO_COMPLEX),
        (bombs.lengths_of_lengths, Reason.TOO_COMPLEX),
    ],
)
def test_what_swells_or_goes_too_deep_is_refused_in_good_time(bomb: Callable[[], bytes], reason: Reason) -> None:
    content = bomb()
    assert len(content) < 8 * MEGABYTE
    began = time.monotonic()
    assert inspected(content) == reason
    assert time.monotonic() - began < 30


def test_no_file_takes_more_memory_than_it_is_given() -> None:
    """Measured where nothing else runs: the largest of the processes that a fresh one started."""
    program = (
        "import resource\n"
        "from tests.paper.attached import bombs, test_bounds\n"
        "for bomb in (bombs.in_the_table, bombs.in_packed_objects, bombs.in_the_content):\n"
        "    test_bounds.inspected(bomb())\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, stdout=subprocess.PIPE, text=True, check=True)
    assert int(done.stdout) / 1024 < 768


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspecting, "_PATIENCE", 0.001)
    assert inspected(report()) == Reason.TOO_COMPLEX


def test_300_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(300 * MEGABYTE)
    began = time.monotonic()
    with large.open("rb") as file, pytest.raises(Refused) as refused:
        inspect(file, Limits())
    assert time.monotonic() - began < 5
    assert refused.value.reason == Reason.TOO_LARGE
    assert refused.value.sentence.startswith("このファイルは50 MBを超えています。")


def test_the_limits_are_a_matter_of_settings() -> None:
    assert inspected(report(4), Limits(pages=3)) == Reason.TOO_MANY_PAGES
    assert inspected(report(4), Limits(size=len(report(4)) - 1)) == Reason.TOO_LARGE
    assert isinstance(inspected(report(4), Limits(size=len(report(4)), pages=4)), Inspected)
