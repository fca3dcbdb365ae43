"""A new paper from nothing: the headings of the published forms, with what is known already."""

from consultations.sections.base import FREE, Kind
from consultations.sections.fields.prose import PurposeType
from consultations.sections.house import House
from consultations.sections.kinds.general import General
from consultations.sections.material import Entry, Material, Part, Preface, default_outline
from paper.wareki import CalendarDate

REPORT_HEADINGS = ("経過", "原因", "対応", "再発の防止", "今後の予定")
_GENERAL_HEADINGS = ("諮問の理由", "諮問の趣旨", "諮問の内容")


def consultation(
    kinds: tuple[Kind, ...],
    purpose: str,
    *,
    subject: str,
    subtitle: str = "",
    date: CalendarDate | None = None,
    departments: tuple[str, ...] = (),
    house: House,
) -> Material:
    """A paper with one section a kind, in order.

    `purpose` stands under its heading; before several sections, it begins their 《諮問の理由及び趣旨》.
    """
    several = len(kinds) > 1
    return Material(
        subject=subject,
        subtitle=subtitle,
        date=date,
        departments=departments,
        prefaces=(Preface("諮問の理由及び趣旨", purpose),) if several else (),
        parts=tuple(_part(kind, f"s{n}", "" if several else purpose, several) for n, kind in enumerate(kinds, 1)),
        house=house,
    )


def report(
    headings: tuple[str, ...],
    *,
    subject: str,
    subtitle: str = "",
    date: CalendarDate | None = None,
    departments: tuple[str, ...] = (),
    house: House,
) -> Material:
    """A report: free headings only."""
    return Material(
        subject=subject,
        subtitle=subtitle,
        date=date,
        departments=departments,
        parts=(Part("s1", General(), free(headings)),),
        house=house,
        blank_slip="",
        blank_number="報告第\u3000\u3000号",
    )


def free(headings: tuple[str, ...], texts: dict[str, str] | None = None) -> tuple[Entry, ...]:
    texts = texts or {}
    return tuple(Entry(f"{FREE}{n}", title, text=texts.get(title, "")) for n, title in enumerate(headings, 1))


def _part(kind: Kind, key: str, purpose: str, several: bool) -> Part:
    if not kind.fields:
        headings = _GENERAL_HEADINGS[-1:] if several else _GENERAL_HEADINGS
        return Part(key, kind(), free(headings, {"諮問の趣旨": purpose}))
    values = {name: purpose for name, spec in kind.fields.items() if isinstance(spec.type, PurposeType) and purpose}
    return Part(key, kind(**values), default_outline(kind, preface_says_why=several))
