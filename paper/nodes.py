"""The document tree: what a paper says, in order, before anyone decides how it looks.

Every printed character of a paper is in its tree. HTML, PDF, plain text and JSON are readings of the same tree, so they
cannot disagree. The union is closed: a fold ends in `assert_never`, and mypy finds the fold that forgot a node.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Slip:
    """The line at the top right corner: 審議資料Ｎｏ．１."""

    text: str


@dataclass(frozen=True)
class PaperNumber:
    """The number the paper goes by: 諮問第９５１号."""

    text: str


@dataclass(frozen=True)
class Title:
    """The title of the paper; `subtitle` is its bracketed second part without the outer brackets."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True)
class Signature:
    """The date and the departments, one a line, spread over the same width (均等割付)."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Preface:
    """A heading before the numbered ones: 《事業の概要》; `title` is without the 《》."""

    title: str


@dataclass(frozen=True)
class Heading:
    """A numbered heading. Level 0 is 第１, 1 is １, 2 is （１）.

    `number` is empty until `numbering.number` fills it in; one that is there already stays (a paper numbered by hand).
    `key` names the heading for references and links, unique in its document.
    """

    level: int
    text: str
    number: str = ""
    key: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text; `depth` is the number of markers it stands under (0: directly under its heading)."""

    text: str
    depth: int = 0


@dataclass(frozen=True)
class Item:
    """A paragraph that opens with a marker as typed (（１） ① ア ・), hanging; `depth` counts from 1."""

    marker: str
    text: str
    depth: int = 1


@dataclass(frozen=True)
class Table:
    """A table. An empty first cell belongs to the cell above it (printed merged).

    Where the first row has an empty first cell nothing says which rows belong together: such a table is *loose*, and
    its columns print side by side as they were read.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_loose(self) -> bool:
        return bool(self.rows) and len(self.rows[0]) > 1 and not self.rows[0][0]


@dataclass(frozen=True)
class Sheet:
    """An attached sheet (別紙) on a page of its own; `label` as printed, 【別紙】 or 【別紙１】."""

    label: str
    title: str
    children: "tuple[Paragraph | Item | Table, ...]"
    key: str = ""


Block: TypeAlias = Paragraph | Item | Table
Node: TypeAlias = Slip | PaperNumber | Title | Signature | Preface | Heading | Paragraph | Item | Table | Sheet


@dataclass(frozen=True)
class Document:
    """One paper. `title` names it in the window and in the PDF's metadata."""

    title: str
    nodes: tuple[Node, ...]
    language: str = "ja"
