"""The record of every sample, against one written by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from consultations.sections.record import record
from paper.digits import level
from tests.consultations.papers import RECORDS, SAMPLES, read_file


def levelled(value: Any) -> Any:
    """Strings as the records compare them: level, everywhere in them."""
    match value:
        case str():
            return level(value)
        case list():
            return [levelled(entry) for entry in value]
        case dict():
            return {key: levelled(entry) for key, entry in value.items()}
        case _:
            return value


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_record_is_the_one_written_by_hand(path: Path) -> None:
    expected = json.loads((RECORDS / f"{path.stem}.json").read_text("utf-8"))
    assert levelled(record(read_file(path))) == levelled(expected)


def test_there_is_a_record_for_every_sample() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.txt")) == sorted(path.stem for path in RECORDS.glob("*.json"))
