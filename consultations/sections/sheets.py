"""The table of a 別紙 as text: tab-separated, as a spreadsheet copies it. The first line holds the column titles."""

import csv
import io
import sys
from collections.abc import Sequence

from consultations.sections.material import Annex

csv.field_size_limit(sys.maxsize)  # a cell may be as long as its author likes


def write(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Cells with tabs, line ends or quotes are quoted; a table without column titles begins with an empty line."""
    if not columns and not rows:
        return ""
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows([columns, *rows])
    return text.getvalue().removesuffix("\n") if columns or rows else ""


def read(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """(columns, rows) of such a text."""
    if not text:
        return (), ()
    lines = [tuple(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter="\t")]
    columns, *rows = lines or [()]
    return columns, tuple(rows)


def table(annex: Annex) -> str:
    return write(annex.columns, annex.rows)
