"""The head of a material: 審議資料Ｎｏ．, 諮問第○号, title, subtitle, date, departments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consultations.importing import marks
from consultations.importing.paragraphs import glue
from consultations.importing.reading import Line, Unreadable
from consultations.importing.titles import known_titles
from paper import wareki
from paper.digits import level
from paper.wareki import CalendarDate

SLIP = re.compile(r"\s{0,40}審\s?議\s?資\s?料\s{0,4}(?:[ＮN][ｏoＯO][．.。]?|番号)?\s{0,4}[0-9０-９]{0,3}\s{0,40}")
NUMBER = re.compile(r"\s{0,40}諮\s?問\s?第\s{0,4}\S(?:.{0,20}\S)?\s{0,4}号\s{0,40}")
_LONGEST_DEPARTMENT = 45
_NO_NAME = re.compile(r"[〈＜【［\[「『（(※・①-⑳Ⅰ-Ⅻ0-9０-９]|第[一二三四五六七八九十]{1,3}\s|諮問日|[RrＲ][0-9０-９]")


@dataclass(frozen=True)
class Head:
    """The head as printed, and what follows it."""

    slip: str
    number: str
    subject: str
    subtitle: str
    date: CalendarDate | None
    printed_date: str
    departments: tuple[str, ...]
    rest: tuple[Line, ...]


def read(document: Sequence[Line]) -> Head:
    """Read the head; Unreadable where the number or the title is missing."""
    rest = [line for line in document if not line.is_blank]
    slip = ""
    if SLIP.fullmatch(rest[0].text):
        slip = rest.pop(0).text.strip()
    if not rest or not NUMBER.fullmatch(rest[0].text):
        line = rest[0].number if rest else document[-1].number
        raise Unreadable(
            line, "ここに諮問番号の行（諮問第○号）があるはずですが、ありません。番号の行を足してください。"
        )
    number = rest.pop(0).text.strip()

    end = _body(rest)
    day = next((i for i in range(end - 1, -1, -1) if _date(rest[i].text)), None)
    titles = rest[: end if day is None else day]
    departments = [] if day is None else rest[day + 1 : end]
    if day is None:  # without a date only the wording tells where the title ends
        close = next((i for i, line in enumerate(titles) if line.text.strip().endswith(("について", "）", ")"))), None)
        if close is not None:
            titles, departments = titles[: close + 1], titles[close + 1 :]
    if not titles:
        raise Unreadable(
            rest[0].number if rest else document[-1].number,
            "件名がありません。諮問番号の次に件名を書いてください。",
        )
    subject, subtitle = _title([line.text.strip() for line in titles])
    named = [line for line in departments if _is_department(line.text)]
    if named != departments[: len(named)]:
        named = departments[: next(i for i, line in enumerate(departments) if not _is_department(line.text))]
    return Head(
        slip,
        number,
        subject,
        subtitle,
        None if day is None else _date(rest[day].text),
        "" if day is None else _closed_up(rest[day].text),
        tuple(_closed_up(line.text) for line in named),
        (*departments[len(named) :], *rest[end:]),
    )


def _body(rest: Sequence[Line]) -> int:
    """Where the body begins: at 《…》, the first 第１ or １, a heading of the forms; else at anything like one."""
    known = known_titles()[1]
    for position, line in enumerate(rest):
        found = marks.PART.fullmatch(line.text) or marks.HEADING.fullmatch(line.text)
        tight = marks.TIGHT_HEADING.fullmatch(line.text)
        if marks.PREFACE.fullmatch(line.text) or marks.ANNEX.fullmatch(line.text):
            return position
        if found and level(found[1]).strip("第.、") == "1" and not marks.UNIT.match(found[2]):
            return position
        if any(each and level(each[2]) in known for each in (found, tight)):
            return position
    return next((i for i, line in enumerate(rest) if marks.looks_like_heading(line.text)), len(rest))


def _date(text: str) -> CalendarDate | None:
    """The day on the line, where it holds nothing else."""
    date = wareki.read(text) if len(text) < 80 else None
    return date if date and date.day else None


def _is_department(text: str) -> bool:
    """Whether the line can be a name: short, no sentence, and it opens like none of the marks."""
    name = _closed_up(text)
    return len(name) <= _LONGEST_DEPARTMENT and "。" not in name and not _NO_NAME.match(name)


def _closed_up(text: str) -> str:
    """A line set with spaces between its letters (児 童 相 談 所) without them; others as they are."""
    pieces = text.split()
    return "".join(pieces) if len(pieces) > 2 and all(len(piece) <= 2 for piece in pieces) else text.strip()


def _title(texts: Sequence[str]) -> tuple[str, str]:
    """The title up to its bracketed second part, and that part without its brackets."""
    for position in range(1, len(texts)):
        whole = _joined(texts[position:])
        if texts[position][0] in "（(" and _is_one_bracket(whole):
            return _joined(texts[:position]), whole[1:-1]
    whole = _joined(texts)
    for found in re.finditer(r"について\s?(?=[（(])", whole):
        if _is_one_bracket(whole[found.end() :]):
            return whole[: found.end()].rstrip(), whole[found.end() + 1 : -1]
    return whole, ""


def _joined(texts: Sequence[str]) -> str:
    whole = ""
    for text in texts:
        whole = glue(whole, text) if whole else text
    return whole


def _is_one_bracket(text: str) -> bool:
    """Whether `text` is （…） with the first bracket closed by the last."""
    if not (text.startswith("（") and text.endswith("）")):
        return False
    depth = 0
    for position, character in enumerate(text):
        depth += (character == "（") - (character == "）")
        if depth == 0:
            return position == len(text) - 1
    return False
