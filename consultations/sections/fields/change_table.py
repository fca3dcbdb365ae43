"""変更箇所: what changed in an assessment document since the last one, row by row."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, FieldType
from consultations.sections.reference import Reference
from paper.nodes import Block, Table
from paper.outline import blocks

COLUMNS = ("変更日", "項目", "変更前の記載", "変更後の記載", "提出時期", "提出時期に係る説明")
"""The columns of 別添３ of the assessment document (特定個人情報保護評価に関する規則, 様式第4)."""


@dataclass(frozen=True)
class ChangeTable:
    """Rows of cells under `columns`; text that is no table is kept as `text`."""

    columns: tuple[str, ...] = COLUMNS
    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""


Changes: TypeAlias = ChangeTable | Reference


class ChangeTableType(FieldType[ChangeTable]):
    """Typed, or pasted from a spreadsheet, with tabs between the cells and the titles of the columns on top."""

    value = ChangeTable
    rows = 8
    guide = "表計算ソフトの表を貼り付けられます。先頭の行が列の題名です。"

    def read(self, text: str, context: Context) -> ChangeTable:
        first, *rest = (tuple(line.split("\t")) for line in text.split("\n"))
        return ChangeTable(first, tuple(rest)) if len(first) > 1 else ChangeTable(text=text)

    def write(self, value: ChangeTable, context: Context) -> str:
        if value.text or not value.rows:
            return value.text if value.columns == COLUMNS else "\t".join(value.columns)
        return "\n".join("\t".join(row) for row in (value.columns, *value.rows))

    def nodes(self, value: ChangeTable, context: Context, depth: int) -> tuple[Block, ...]:
        if not value.rows:
            return blocks(self.write(value, context), depth)
        width = max(len(row) for row in (value.columns, *value.rows))
        columns, *rows = ((*row, *[""] * (width - len(row))) for row in (value.columns, *value.rows))
        return (Table(columns, tuple(rows)),)

    def sample(self) -> ChangeTable:
        return ChangeTable(
            rows=(("令和８年６月１日", "取扱者数", "５００人未満", "５００人以上", "事前", "窓口の増設による。"),)
        )


def change_table(title: str, **options: Any) -> Any:
    return declare(ChangeTableType(), title, **options)
