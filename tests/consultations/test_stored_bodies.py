"""What a released version stored is read for ever: one body of every kind and version."""

import json
from pathlib import Path

import pytest

from consultations.sections.kinds import KINDS, kind
from tests.consultations.papers import sample_part

STORED = json.loads((Path(__file__).parent / "stored_bodies.json").read_text("utf-8"))


@pytest.mark.parametrize(("name", "version"), [(name, int(v)) for name, versions in STORED.items() for v in versions])
def test_a_stored_body_is_read(name: str, version: int) -> None:
    body = kind(name).parse(STORED[name][str(version)], version)
    assert body == sample_part(kind(name)).body


def test_every_kind_and_version_is_kept() -> None:
    assert {each.kind: [str(v) for v in range(1, each.version + 1)] for each in KINDS} == {
        name: list(versions) for name, versions in STORED.items()
    }


def test_a_version_that_is_not_known_yet_is_refused() -> None:
    with pytest.raises(ValueError, match="version 2 is not known"):
        kind("general").parse({}, 2)
    with pytest.raises(ValueError, match="no kind of section"):
        kind("tea")
