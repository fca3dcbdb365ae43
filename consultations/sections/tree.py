"""Material → document tree, numbers counted and references written with today's numbers."""

from collections.abc import Iterator

from consultations.sections.field_types import Context
from consultations.sections.material import Annex, Entry, Material, Part
from paper import numbering, outline
from paper.nodes import (
    Block,
    Document,
    Heading,
    Node,
    PaperNumber,
    Preface,
    Sheet,
    Signature,
    Slip,
    Table,
    Title,
)


def addresses(material: Material) -> dict[str, str]:
    """The number of every heading as references print it: section/field → 第１の３（１）."""
    body = _body(material, Context(material.house))
    headings = Document("", tuple(node for node in body if isinstance(node, Heading)))
    return numbering.addresses(numbering.number(headings, material.house.digits))


def document(material: Material) -> Document:
    """The whole paper."""
    context = Context(material.house, addresses(material))
    nodes = (
        *_head(material),
        *_body(material, context),
        *(_sheet(annex, i) for i, annex in enumerate(material.annexes)),
    )
    name = " ".join(part for part in (material.number, material.subject) if part)
    return numbering.number(Document(name, nodes), material.house.digits)


def _head(material: Material) -> Iterator[Node]:
    if slip := material.slip or ("" if material.number else material.blank_slip):
        yield Slip(slip)
    yield PaperNumber(material.number or material.blank_number)
    yield Title(material.subject, material.subtitle)
    lines = tuple(line for line in (material.printed_date, *material.departments) if line)
    if lines:
        yield Signature(lines)
    for preface in material.prefaces:
        if preface.title:
            yield Preface(preface.title)
        yield from outline.blocks(preface.text)


def _body(material: Material, context: Context) -> Iterator[Node]:
    for part in material.parts:
        if material.has_numbered_parts:
            yield _part_heading(part)
        for entry in part.outline:
            heading = _heading(part, entry, context)
            if heading:
                yield heading
            spec = part.spec(entry)
            if spec:
                yield from spec.nodes(part.value(entry.key), context)
            else:
                yield from outline.blocks(entry.text, part.entry_level(entry) - 1)


def _part_heading(part: Part) -> Heading:
    title = part.kind.part_title if part.title is None else part.title
    return Heading(0, title, part.number or "", part.key)


def _heading(part: Part, entry: Entry, context: Context) -> Heading | None:
    title = part.entry_title(entry, context.house)
    if entry.is_free and not title:
        return None
    return Heading(part.entry_level(entry), title, entry.number or "", part.address(entry))


def _sheet(annex: Annex, position: int) -> Sheet:
    children: list[Block] = list(outline.blocks(annex.lead))
    if annex.columns or annex.rows:
        children.append(Table(annex.columns, annex.rows))
    children += outline.blocks(annex.text)
    return Sheet(annex.label, annex.title, tuple(children), f"annex-{position + 1}")
