"""The same page in a browser: a sheet of paper on a desk, and readable on a telephone."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

import paper
from paper.html import page
from tests.paper import papers, reading

_CSS = Path(paper.__file__).parent / "css" / "material.css"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("screen")
    shutil.copy(_CSS, folder / "paper.css")
    source = folder / "paper.html"
    source.write_text(page(papers.with_parts(), stylesheets=["paper.css"]), "utf-8")
    said = reading.run(sys.executable, "-m", "tests.paper.screen", source.as_uri(), "1280", "390", "320")
    return {found["inner"]: found for found in map(json.loads, said.splitlines())}


def test_a_wide_window_shows_a_sheet_of_paper(measured: dict[int, dict[str, Any]]) -> None:
    sheet = measured[1280]
    assert sheet["leaf"] == pytest.approx(210 / 25.4 * 96, abs=1), "as wide as A4"
    assert sheet["title"] == pytest.approx(481 / 72 * 96, abs=1), "as wide as the text on paper"
    assert (sheet["background"], sheet["corners"]) == ("rgb(255, 255, 255)", "0px")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_window_scrolls_sideways(measured: dict[int, dict[str, Any]], width: int) -> None:
    assert measured[width]["scroll"] <= width
    assert measured[width]["leaf"] <= width
