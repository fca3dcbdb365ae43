"""Material → the record other programs read (`import_materials --json`), one object a document.

Values are as printed; dates are ISO 8601 and as precise as the paper ("2022-07-01", "2022-07"). What the paper does not
have is null or an empty list; fields marked ? are there only where they apply.

    material_no         the number of 審議資料Ｎｏ．
    consultation_no     the number of 諮問第○号; null where its scheme has more than digits
    subject, subtitle   the title, and its bracketed second part without the outer brackets
    date, departments   the date, and the lines under it
    front_headings      the 《…》 headings before the numbered ones
    parts               the sections, one or one for each 第１, 第２, …:
      type                its kind
      part_no?            part_title?: as printed behind 第
      headings            those of the first level, without their numbers
      personal_data_items one {group, direction, items, ref?} for each list; direction is one of the three flows
      record_counts       one {label, count, per, group?, ref?} for each number; per is "year" or null
      start               the first paragraph of the period; start_date, end_date: read from it, a reference followed
      legal_basis         instrument and article the section rests on, a shortened name written out
      items_are_additions? true where the items are printed as 新たな項目
      contractors?        the bodies named under 委託先
      public_comment?     {start_date, end_date, persons, opinions}
      security_meeting?   {date, result}
    annex?              the first 別紙: {title, columns, rows: [{field, items}]}; where the rows were lost, one
                        row has field null and all items, and then each value of the first column has none
"""

import re
from typing import Any

from consultations.sections import citations
from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems, ItemList
from consultations.sections.fields.parties import ContractorList
from consultations.sections.fields.period import Period
from consultations.sections.fields.public_comment import PublicComment
from consultations.sections.fields.record_counts import Count, Per, RecordCounts
from consultations.sections.fields.security_meeting import SecurityMeeting
from consultations.sections.material import Annex, Entry, Material, Part
from consultations.sections.reference import Reference
from consultations.sections.tree import addresses
from paper.digits import level
from paper.wareki import CalendarDate

Record = dict[str, Any]


def record(material: Material) -> Record:
    """The whole paper."""
    context = Context(material.house, addresses(material))
    bases = citations.bases(material)
    found: Record = {
        "material_no": _last_number(material.slip),
        "consultation_no": material.number_value,
        "subject": material.subject,
        "subtitle": material.subtitle,
        "date": _iso(material.date),
        "departments": list(material.departments),
        "front_headings": [preface.title for preface in material.prefaces if preface.title],
        "parts": [
            _part(material, part, position, context, basis)
            for position, (part, basis) in enumerate(zip(material.parts, bases, strict=True), 1)
        ],
    }
    if material.annexes:
        found["annex"] = _annex(material.annexes[0])
    return found


def _part(
    material: Material, part: Part, position: int, context: Context, basis: tuple[citations.Citation, ...]
) -> Record:
    said = {entry.key: part.value(entry.key) for entry in part.outline if part.spec(entry)}
    titles = {entry.key: part.entry_title(entry, context.house) for entry in part.outline}
    lists = _items(said.get("data_items"), context)
    found: Record = {"type": part.kind.kind}
    if material.has_numbered_parts:
        found["part_no"] = _last_number(part.number) if part.number else position
        found["part_title"] = part.kind.part_title if part.title is None else part.title
    found |= {
        "headings": [part.entry_title(entry, context.house) for entry in part.outline if _is_top(part, entry, context)],
        "personal_data_items": lists,
        "record_counts": _counts(said.get("record_counts"), context),
        **_period(material, part, context),
        "legal_basis": basis[-1].cited_as if basis else None,
    }
    if _are_additions(said.get("data_items")) or "新たな" in titles.get("data_items", ""):
        found["items_are_additions"] = True
    if part.kind.kind == "outsourcing":
        bodies = said.get("contractors")
        found["contractors"] = [body.name for body in bodies.contractors] if isinstance(bodies, ContractorList) else []
    if isinstance(comment := said.get("public_comment"), PublicComment):
        found["public_comment"] = {
            "start_date": _iso(comment.start),
            "end_date": _iso(comment.end),
            "persons": comment.persons,
            "opinions": comment.opinions,
        }
    if isinstance(meeting := said.get("security_meeting"), SecurityMeeting):
        found["security_meeting"] = {"date": _iso(meeting.date), "result": meeting.result or None}
    return found


def _is_top(part: Part, entry: Entry, context: Context) -> bool:
    return part.entry_level(entry) == 1 and bool(part.entry_title(entry, context.house))


def _items(value: DataItems | Reference | None, context: Context) -> list[Record]:
    if value is None:
        return []
    if isinstance(value, Reference):
        return [{"group": None, "direction": None, "items": [], "ref": value.write(context.addresses)}]
    return [_list(entry, context) for entry in value.lists]


def _list(entry: ItemList, context: Context) -> Record:
    found: Record = {"group": entry.group, "direction": entry.flow, "items": list(entry.items)}
    if entry.reference:
        found["ref"] = entry.reference.write(context.addresses)
    return found


def _are_additions(value: DataItems | Reference | None) -> bool:
    return isinstance(value, DataItems) and any(entry.additions for entry in value.lists)


def _counts(value: RecordCounts | Reference | None, context: Context) -> list[Record]:
    if value is None:
        return []
    if isinstance(value, Reference):
        return [{"label": None, "count": None, "per": None, "ref": value.write(context.addresses)}]
    return [_count(count, context) for count in value.counts]


def _count(count: Count, context: Context) -> Record:
    found: Record = {
        "label": count.label,
        "count": count.count,
        "per": "year" if count.per is Per.YEAR else None,
    }
    if count.group:
        found["group"] = count.group
    if count.reference:
        found["ref"] = count.reference.write(context.addresses)
    return found


def _period(material: Material, part: Part, context: Context) -> Record:
    entry = next((entry for entry in part.outline if entry.key == "start_and_duration"), None)
    if entry is None:
        return {"start": None, "start_date": None, "end_date": None}
    meant = _followed(material, part.value(entry.key))
    text = part.entry_text(entry, context)
    return {
        "start": text.split("\n")[0] if text else None,
        "start_date": _iso(meant.start) if meant else None,
        "end_date": _iso(meant.end) if meant else None,
    }


def _followed(material: Material, value: Period | Reference) -> Period | None:
    """The period itself: a reference is followed, though never in a circle."""
    seen: set[str] = set()
    meant: Any = value
    while isinstance(meant, Reference) and meant.target not in seen:
        seen.add(meant.target)
        meant = next(
            (p.value(e.key) for p, e in material.entries() if p.address(e) == meant.target and p.spec(e)),
            None,
        )
    return meant if isinstance(meant, Period) else None


def _annex(annex: Annex) -> Record:
    rows: list[Record] = []
    for row in annex.rows:
        field, items = row[0] or None, [cell for cell in row[1:] if cell]
        if field or not rows:
            rows.append({"field": field, "items": items})
        else:
            rows[-1]["items"] += items
    return {"title": annex.title, "columns": list(annex.columns), "rows": rows}


def _last_number(text: str) -> int | None:
    found = re.findall(r"\d+", level(text))
    return int(found[-1]) if found else None


def _iso(date: CalendarDate | None) -> str | None:
    return date.iso if date else None
