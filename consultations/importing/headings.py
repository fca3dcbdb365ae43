"""Which kind a section is, and which field each of its headings."""

import difflib
from collections.abc import Sequence

from consultations.importing.segments import PartSegments, Segment
from consultations.importing.titles import plain_title, titles_of
from consultations.sections import kinds
from consultations.sections.base import Kind
from consultations.sections.kinds.general import General
from paper.digits import level

_ALIKE = 0.74
"""How alike a renamed heading and a field's must be: 回線結合の開始時期 is 回線結合の開始時期及び期間."""


def kind_of(part: PartSegments, subject: str) -> Kind:
    """The kind a section is of: by the title of its part, by its headings, by the subject of the paper."""
    if part.title and (named := named_in(part.title)):
        return named[0]
    titles = {plain_title(segment.title) for segment in part.segments if segment.title}
    scores = {kind: len(titles & {plain_title(title) for title in titles_of(kind)}) for kind in kinds.KINDS}
    best = max(scores.values())
    candidates = [kind for kind, score in scores.items() if score == best and best >= 2]
    named = named_in(subject)
    for kind in named:
        if kind in candidates:
            return kind
    if len(candidates) == 1:
        return candidates[0]
    return named[0] if named else General


def named_in(title: str) -> list[Kind]:
    """The kinds a title names, in its order."""
    key = level(title)
    places = {kind: min((key.find(p) for p in kind.phrases if p in key), default=-1) for kind in kinds.KINDS}
    return sorted((kind for kind, place in places.items() if place >= 0), key=lambda kind: places[kind])


def assign(kind: Kind, segments: Sequence[Segment]) -> list[str | None]:
    """The field of each heading, None for a free one. First the exact wordings, then the renamed."""
    titles = titles_of(kind)
    keys: list[str | None] = [None] * len(segments)
    for position, segment in enumerate(segments):
        for title in (
            level(segment.title),
            plain_title(segment.title),
            level(segment.title).partition("(")[0],
        ):
            key = titles.get(title) or _counted(kind, title)
            if key and key not in keys and keys[position] is None:
                keys[position] = key
    for position, segment in enumerate(segments):
        if keys[position] is None and segment.title:
            keys[position] = _renamed(kind, segment, [key for key in keys if key])
    return keys


def _counted(kind: Kind, title: str) -> str | None:
    """件数 in any brackets, or none, is the heading of counts."""
    return "record_counts" if title == "件数" and "record_counts" in kind.fields else None


def _renamed(kind: Kind, segment: Segment, taken: Sequence[str]) -> str | None:
    def alike(key: str) -> float:
        title = level(kind.fields[key].title)
        return difflib.SequenceMatcher(None, title, plain_title(segment.title), autojunk=False).ratio()

    left = [key for key, spec in kind.fields.items() if key not in taken and spec.level == segment.level]
    best = max(left, key=alike, default=None)
    return best if best is not None and alike(best) >= _ALIKE else None
