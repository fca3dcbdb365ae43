"""The wordings of the headings of all kinds, as search keys."""

from consultations.sections import kinds
from consultations.sections.base import Kind
from paper.digits import level

NOUNS = "区市町村県都府道"


def plain_title(title: str) -> str:
    """A heading as a search key: without white space, and with any municipality's noun at its front levelled."""
    key = level(title)
    return "{noun}" + key[1:] if key[:1] in NOUNS and key[1:2] in {"の", "民"} else key


def titles_of(kind: Kind) -> dict[str, str]:
    """Every wording of a kind's headings as a search key → its field."""
    found = {}
    for key, spec in kind.fields.items():
        for title in spec.titles:
            for noun in (*NOUNS, "{noun}"):
                found[level(title.replace("{noun}", noun))] = key
    return found


def known_titles() -> dict[int, set[str]]:
    """The headings of all kinds by level."""
    found: dict[int, set[str]] = {1: set(), 2: set()}
    for kind in kinds.KINDS:
        for title, key in titles_of(kind).items():
            found[kind.fields[key].level].add(title)
    return found
