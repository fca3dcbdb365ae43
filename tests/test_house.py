"""Rules of the house that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
APPS = ("consultations", "council", "minutes")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


def test_no_row_is_written_past_its_history() -> None:
    """`QuerySet.update` and `bulk_update` leave no history row; dictionaries are merged with |."""
    found = [
        f"{path}:{node.lineno}"
        for path, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in {"update", "bulk_update", "aupdate"}
    ]
    assert found == []


def test_views_are_short() -> None:
    """A view fetches, guards, acts, answers: 25 lines."""
    found = [
        f"{path}: {node.name}"
        for path, module in modules()
        if "views" in path.parts
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
        if node.end_lineno - node.lineno >= 25
    ]
    assert found == []
