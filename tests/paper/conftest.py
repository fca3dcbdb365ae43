"""The invented papers, printed once for all tests that read them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from paper.html import page
from paper.nodes import Document
from paper.pdf import render
from tests.paper import papers


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The PDF file of one of papers.ALL."""
    folder = tmp_path_factory.mktemp("papers")

    @cache
    def file(name: str) -> Path:
        path = folder / f"{name}.pdf"
        path.write_bytes(render(page(papers.ALL[name]())))
        return path

    return file


@pytest.fixture
def print_nodes(tmp_path: Path) -> Callable[..., Path]:
    """Prints nodes as a paper of their own."""

    def file(*nodes: object) -> Path:
        path = tmp_path / "paper.pdf"
        path.write_bytes(render(page(Document("試し刷り", nodes))))  # type: ignore[arg-type]  # any nodes
        return path

    return file
