"""One place of a paper, or all of it, brought back to what it was."""

from collections.abc import Sequence
from dataclasses import replace

from consultations.sections.comparison import laid
from consultations.sections.edits.keyed import Gone, K, changed, in_section, inserted
from consultations.sections.material import Annex, Entry, Material, Part
from consultations.sections.places import mark, places

_HEAD = {"date": ("date", "date_printed")}
_ANNEX = {"table": ("columns", "rows")}


class NotThen(Exception):
    """The place was not there at that time; its address is the argument."""


def whole_mark(material: Material) -> str:
    """A short name of the whole paper as its places say it; another where anything in it, or its order, differs."""
    return mark([[place.address, place.mark] for place in laid(material).places.values()])


def restored(now: Material, then: Material, place: str) -> Material:
    """`now` with what the place said `then`. Gone where it has left the paper since, NotThen where it was not there."""
    for material, missing in ((then, NotThen), (now, Gone)):
        if place not in places(material):
            raise missing(place)
    match place.split("/"):
        case ["head", name]:
            return replace(now, **{field: getattr(then, field) for field in _HEAD.get(name, (name,))})
        case ["preface", key]:
            return replace(now, prefaces=changed(now.prefaces, key, lambda _: _of(then.prefaces, key)))
        case ["annex", key, *field]:
            names = _ANNEX.get(field[0], (field[0],)) if field else ("title",)
            return replace(
                now, annexes=changed(now.annexes, key, lambda annex: _like(annex, _of(then.annexes, key), names))
            )
        case [section]:
            was = _of(then.parts, section)
            return in_section(now, section, lambda part: replace(part, title=was.title, number=was.number))
        case [section, key]:
            was = _of(then.parts, section)
            return in_section(now, section, lambda part: _with_value(part, was, _of(was.outline, key)))
    raise NotThen(place)


def brought_back(now: Material, then: Material, place: str) -> Material:
    """`now` with the place in it again, where it stood; with all of its section or 別紙 where that is gone too."""
    if place not in places(then):
        raise NotThen(place)
    if place in places(now):
        return restored(now, then, place)
    match place.split("/"):
        case ["preface", key]:
            return replace(now, prefaces=_again(now.prefaces, then.prefaces, key))
        case ["annex", key, *_]:
            return replace(now, annexes=_again(now.annexes, then.annexes, key))
        case [section, key] if any(part.key == section for part in now.parts):
            was = _of(then.parts, section)
            entry = _of(was.outline, key)
            return in_section(now, section, lambda part: _with_value(_with_heading(part, was, key), was, entry))
        case [section, *_]:
            return replace(now, parts=_again(now.parts, then.parts, section))
    raise NotThen(place)


def wholly_restored(now: Material, then: Material) -> Material:
    """Everything as it was `then`, but for the number the paper has and the rules of the house."""
    return replace(then, slip=now.slip, number=now.number, house=now.house)


def _of(members: Sequence[K], key: str) -> K:
    return next(member for member in members if member.key == key)


def _again(now: tuple[K, ...], then: tuple[K, ...], key: str) -> tuple[K, ...]:
    """With the member `key` of `then` in front of the next one that is still there."""
    later = [member.key for member in then[then.index(_of(then, key)) + 1 :]]
    there = {member.key for member in now}
    return inserted(now, _of(then, key), next((each for each in later if each in there), ""))


def _like(annex: Annex, was: Annex, names: Sequence[str]) -> Annex:
    return replace(annex, **{name: getattr(was, name) for name in names})


def _with_heading(part: Part, was: Part, key: str) -> Part:
    return replace(part, outline=_again(part.outline, was.outline, key))


def _with_value(part: Part, was: Part, entry: Entry) -> Part:
    part = replace(part, outline=changed(part.outline, entry.key, lambda _: entry))
    return part.renew(**{entry.key: was.value(entry.key)}) if part.spec(entry) else part
