"""A table as a file for a spreadsheet: .xlsx and CSV. What people typed stays text and never becomes a formula."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, TypeAlias

import xlsxwriter

Cell: TypeAlias = str | datetime.date | None

_IN_MEMORY = 1024 * 1024
"""Bytes; what is longer goes to the disk."""

FONT = "游ゴシック"
A4 = 9
"""How a workbook names the size of its paper."""

_OPENS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""Spreadsheets of Japanese offices take the full-width signs for the others."""


@dataclass(frozen=True)
class Column:
    """`width` is in characters of half width."""

    title: str
    width: int


@dataclass(frozen=True)
class Sheet:
    """`rows` are read once, one at a time."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def xlsx(sheet: Sheet) -> IO[bytes]:
    """A workbook of one sheet: dates are dates, the header stays in sight, every column can be filtered."""
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # whoever sends it closes it
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        book.formats[0].set_font_name(FONT)
        plain = {"font_name": FONT, "valign": "top", "text_wrap": True}
        text, day = book.add_format(plain), book.add_format(plain | {"num_format": "yyyy-mm-dd", "align": "left"})
        header = book.add_format(plain | {"bold": True, "bg_color": "#E6E6E6", "bottom": 1})
        page = book.add_worksheet(sheet.title)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
            page.write_string(0, at, column.title, header)
        last = 0
        for last, row in enumerate(sheet.rows, start=1):
            for at, cell in enumerate(row):
                if isinstance(cell, datetime.date) and cell.year >= 1900:  # the first year a workbook counts
                    page.write_datetime(last, at, cell, day)
                elif cell:
                    page.write_string(last, at, str(cell), text)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
    file.seek(0)
    return file


def comma_separated(sheet: Sheet) -> IO[bytes]:
    """UTF-8 with a byte order mark, by which Excel knows it; lines end in CRLF, dates are ISO."""
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # whoever sends it closes it
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(column.title for column in sheet.columns)
    writer.writerows([defused("" if cell is None else str(cell)) for cell in row] for row in sheet.rows)
    text.detach().seek(0)
    return file


def defused(cell: str) -> str:
    """Text that a spreadsheet would calculate, behind the apostrophe that makes it text."""
    return f"'{cell}" if cell.startswith(_OPENS_A_FORMULA) else cell


WRITERS: Mapping[str, Callable[[Sheet], IO[bytes]]] = {"xlsx": xlsx, "csv": comma_separated}
