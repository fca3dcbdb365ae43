"""What a released version stored is read for ever, and prints as it did: one body of every kind and version.

stored_bodies.json and the texts in stored_bodies/ are added to with each version of a kind, and never changed.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from consultations.documents import part_of
from consultations.models import Section
from consultations.sections.kinds import KINDS, kind
from consultations.sections.material import Material
from tests.consultations.papers import as_text

HERE = Path(__file__).parent
STORED = json.loads((HERE / "stored_bodies.json").read_text("utf-8"))
VERSIONS = [(name, int(version)) for name, versions in STORED.items() for version in versions]


def stored(name: str, version: int) -> Section:
    """A section with a heading for each value of the body, in its order."""
    body: dict[str, Any] = STORED[name][str(version)]
    outline = [{"key": key} for key in body] + [{"key": "free-1", "title": "その他", "text": "なし"}]
    return Section(key="s1", kind=name, schema_version=version, body=body, outline=outline)


@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_a_stored_body_prints_what_it_printed(name: str, version: int) -> None:
    printed = as_text(Material(parts=(part_of(stored(name, version)),)))
    assert printed == (HERE / "stored_bodies" / f"{name}-{version}.txt").read_text("utf-8").removesuffix("\n")


def test_every_kind_and_version_is_kept() -> None:
    assert {each.kind: [str(v) for v in range(1, each.version + 1)] for each in KINDS} == {
        name: list(versions) for name, versions in STORED.items()
    }


def test_a_version_that_is_not_known_yet_is_refused() -> None:
    with pytest.raises(ValueError, match="version 2 is not known"):
        kind("general").parse({}, 2)
    with pytest.raises(ValueError, match="no kind of section"):
        kind("tea")


@pytest.mark.parametrize("raw", [[], "", None, 1, {"x": 1}])
def test_what_is_no_body_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="general: "):
        kind("general").parse(raw)


def test_a_heading_of_no_field_is_refused() -> None:
    section = stored("general", 1)
    section.outline = [{"key": "why_gone"}]
    with pytest.raises(ValueError, match=r"no headings are called \['why_gone'\]"):
        part_of(section)
