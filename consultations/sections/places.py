"""The places of a paper: everything in it that is edited, commented on, compared and restored as one piece.

head/subject  head/subtitle  head/date  head/departments
preface/KEY                      a block before the numbered headings
SECTION                          the heading 第１ of a section
SECTION/ENTRY                    a heading and what stands under it
annex/KEY                        the title of a 別紙; its parts are annex/KEY/label, …/lead, …/table and …/text
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from consultations.sections import codec, sheets
from consultations.sections.field_types import Context
from consultations.sections.material import Annex, Entry, Material, Part
from consultations.sections.tree import addresses

HEAD = {"subject": "件名", "subtitle": "副題", "date": "日付", "departments": "所管課"}
ANNEX = {"label": "表示", "lead": "表の前の文", "table": "表", "text": "文"}


@dataclass(frozen=True)
class Place:
    """`number` as references print it (第１の３（１）), `text` as people type it.

    `mark` is another for another content; that of a section or 別紙 is another when anything in it is.
    """

    address: str
    number: str
    title: str
    text: str
    mark: str

    @property
    def name(self) -> str:
        return f"{self.number}\u3000{self.title}".strip()


def places(material: Material) -> dict[str, Place]:
    """All places by address, in printed order."""
    return {place.address: place for place in _all(material)}


def mark(value: Any) -> str:
    """A short name of a value that another value does not have; the numbers of today play no part in it."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def head_text(material: Material, field: str) -> str:
    match field:
        case "date":
            return material.printed_date
        case "departments":
            return "\n".join(material.departments)
        case _:
            return str(getattr(material, field))


def _all(material: Material) -> Iterator[Place]:
    for field, title in HEAD.items():
        text = head_text(material, field)
        yield Place(f"head/{field}", "", title, text, mark(text))
    for preface in material.prefaces:
        yield Place(f"preface/{preface.key}", "", f"《{preface.title}》", preface.text, mark(preface.text))
    numbers = addresses(material)
    context = Context(material.house, numbers)
    for part in material.parts:
        title = part.kind.part_title if part.title is None else part.title
        yield Place(part.key, numbers.get(part.key, ""), title, "", mark([part.body.dump(), codec.dump(part.outline)]))
        for entry in part.outline:
            yield _of_entry(part, entry, context)
    for annex in material.annexes:
        yield from _of_annex(annex)


def _of_entry(part: Part, entry: Entry, context: Context) -> Place:
    address = part.address(entry)
    title = part.entry_title(entry, context.house)
    text = part.entry_text(entry, context)
    return Place(address, context.addresses.get(address, ""), title, text, mark(_stored(part, entry)))


def _stored(part: Part, entry: Entry) -> Any:
    spec = part.spec(entry)
    return spec.dump(part.value(entry.key)) if spec else entry.text


def _of_annex(annex: Annex) -> Iterator[Place]:
    address = f"annex/{annex.key}"
    name = f"{annex.label}{annex.title}"
    yield Place(address, "", name, "", mark(codec.dump(annex)))
    for field, title in ANNEX.items():
        text = sheets.table(annex) if field == "table" else str(getattr(annex, field))
        yield Place(f"{address}/{field}", "", f"{name}\u3000{title}", text, mark(text))
