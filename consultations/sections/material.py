"""A whole paper (審議資料) as one typed value: what the rows of a consultation say, what an import reads, what prints.

Everything that reads a paper (tree, plain text, search, record) takes a Material, so each is written once and needs no
database.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from consultations.sections.base import FREE, Field, Kind, SectionBody
from consultations.sections.field_types import Context
from consultations.sections.house import House
from paper import wareki
from paper.digits import level as search_key
from paper.wareki import CalendarDate

_PLAIN_NUMBER = re.compile(r"(?:(?:諮問|報告)第)?(\d{1,8})号?")


def plain_number(printed: str) -> int | None:
    """The number in 諮問第９５１号, 報告第１２号 or ９５１; None where it is none (令4-3 of another scheme)."""
    found = _PLAIN_NUMBER.fullmatch(search_key(printed))
    return int(found[1]) if found else None


@dataclass(frozen=True)
class Entry:
    """One printed heading of a section, in its order (the outline).

    `key` is a field of the kind or, for a free heading, begins with FREE. `title`, `number` and `level` are there only
    where the paper differs from the kind's own; a free heading carries its `text`, and one without a title prints only
    that.
    """

    key: str
    title: str | None = None
    number: str | None = None
    level: int | None = None
    text: str = ""

    @property
    def is_free(self) -> bool:
        return self.key.startswith(FREE)


@dataclass(frozen=True)
class Part:
    """One section of the paper; `key` names it for references for as long as the paper lives."""

    key: str
    body: SectionBody
    outline: tuple[Entry, ...]
    title: str | None = None
    number: str | None = None

    @property
    def kind(self) -> Kind:
        return type(self.body)

    def address(self, entry: Entry) -> str:
        """The key of a heading in the whole paper, as references point at it."""
        return f"{self.key}/{entry.key}"

    def spec(self, entry: Entry) -> Field | None:
        return self.kind.fields.get(entry.key)

    def value(self, key: str) -> Any:
        return getattr(self.body, key)

    def entry_title(self, entry: Entry, house: House) -> str:
        """The heading as it prints."""
        if entry.title is not None:
            return entry.title
        spec = self.spec(entry)
        return house.titled(spec.title) if spec else ""

    def entry_level(self, entry: Entry) -> int:
        spec = self.spec(entry)
        return entry.level if entry.level is not None else (spec.level if spec else 1)

    def entry_text(self, entry: Entry, context: Context) -> str:
        """What stands under the heading, one paragraph a line."""
        spec = self.spec(entry)
        return spec.write(self.value(entry.key), context) if spec else entry.text

    def renew(self, **values: Any) -> "Part":
        """The part with other values in its body."""
        body = replace(self.body, **values)  # type: ignore[type-var]  # every kind is a dataclass
        return replace(self, body=body)


def default_outline(kind: Kind, *, preface_says_why: bool = False) -> tuple[Entry, ...]:
    """The headings of the published form; a 《諮問の理由及び趣旨》 replaces those of reason and purpose."""
    return tuple(
        Entry(key) for key, spec in kind.fields.items() if not spec.optional and (spec.in_part or not preface_says_why)
    )


@dataclass(frozen=True)
class Preface:
    """A block before the numbered headings: 《事業の概要》. Without a title only its text prints.

    `key` names it for as long as the paper lives; "" until the paper is stored.
    """

    title: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class Annex:
    """別紙: `label` as printed, brackets included (【別紙１】); `lead`, a table with merged first column, `text`.

    `key` names it for as long as the paper lives; "" until the paper is stored.
    """

    label: str
    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    lead: str = ""
    key: str = ""


@dataclass(frozen=True)
class Material:
    """`slip` is 審議資料Ｎｏ．１ and `number` 諮問第９５１号, both as printed. Without a number both print blank.

    `date_printed` is there where the date was not printed in the canonical form.
    """

    slip: str = ""
    number: str = ""
    subject: str = ""
    subtitle: str = ""
    date: CalendarDate | None = None
    date_printed: str | None = None
    departments: tuple[str, ...] = ()
    prefaces: tuple[Preface, ...] = ()
    parts: tuple[Part, ...] = ()
    annexes: tuple[Annex, ...] = ()
    house: House = field(default_factory=House)
    blank_slip: str = "審議資料Ｎｏ．\u3000\u3000"
    blank_number: str = "諮問第\u3000\u3000号"

    @property
    def has_numbered_parts(self) -> bool:
        """Whether the sections print as 第１, 第２, …: several do, a single one only where it was printed so."""
        return len(self.parts) > 1 or any(part.title is not None for part in self.parts)

    @property
    def printed_date(self) -> str:
        if self.date_printed is not None:
            return self.date_printed
        return wareki.write(self.date, self.house.digits) if self.date else ""

    @property
    def number_value(self) -> int | None:
        """The number in 諮問第n号; None where it is none (令4-3 of another scheme)."""
        return plain_number(self.number)

    def keyed(self) -> "Material":
        """The paper with a key for each preface and annex that has none yet."""
        prefaces = (replace(each, key=each.key or f"p{i}") for i, each in enumerate(self.prefaces, 1))
        annexes = (replace(each, key=each.key or f"a{i}") for i, each in enumerate(self.annexes, 1))
        return replace(self, prefaces=tuple(prefaces), annexes=tuple(annexes))

    def entries(self) -> Iterator[tuple[Part, Entry]]:
        for part in self.parts:
            for entry in part.outline:
                yield part, entry

    def is_amendment(self) -> bool:
        """A paper that lists only new items (個人情報の項目の追加)."""
        return search_key(self.subtitle).endswith("項目の追加")
