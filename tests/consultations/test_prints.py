"""Every sample material on paper says what its tree says, in its order."""

from pathlib import Path

import pytest

from consultations.sections import tree
from paper.html import page
from paper.pdf import render
from paper.text import squeeze, text
from tests.consultations.papers import SAMPLES, read_file
from tests.paper import reading


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_print_says_what_the_tree_says(path: Path, tmp_path: Path) -> None:
    document = tree.document(read_file(path))
    printed = tmp_path / "paper.pdf"
    printed.write_bytes(render(page(document)))
    assert squeeze(reading.text(printed)) == squeeze(text(document))
