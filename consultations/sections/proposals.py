"""What the application proposes for a new paper: its title (件名), and why the council is asked (諮問の趣旨).

Only words that the kinds themselves declare, joined as official Japanese joins them; a name or a basis that nobody has
given yet is left blank as the printed forms leave it, and never guessed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from consultations.sections.base import Kind

BLANK = "\u3000" * 4
_OF_THE_WORK = "{business}における"
_NAME = re.compile(r"\{(business|using)\}")
_QUOTED = re.compile(r"「[^」]*」")
_USING = re.compile(r"個人情報の(「[^」]*」)への")
_SHORT = re.compile(r"(条例|要綱|規則|規程|要領|法)(?:律)?$")
_OPENERS = ("本件は、", "あわせて、", "さらに、")


@dataclass(frozen=True)
class Basis:
    """What a section is put to the council under: さくら区個人情報保護条例 and 第１０条, both as they print."""

    instrument: str
    article: str = ""


@dataclass(frozen=True)
class Plan:
    """The kinds in the order of their sections, the work they belong to, and of 目的外利用 the work that uses."""

    kinds: tuple[Kind, ...]
    businesses: tuple[str, ...] = ()
    using: str = ""

    def fill(self, template: str) -> str:
        """A fragment or clause of a kind with the names in it."""
        names = {"business": joined([_quoted(name) for name in self.businesses or ("",)]), "using": _quoted(self.using)}
        return _NAME.sub(lambda found: names[found[1]], template)


def joined(names: Sequence[str]) -> str:
    """A、B及びC; where one of them holds a 及び of its own, 並びに joins the larger units."""
    if not names:
        return ""
    *others, last = names
    word = "並びに" if any("及び" in _QUOTED.sub("", name) for name in names) else "及び"
    return f"{'、'.join(others)}{word}{last}" if others else last


def subject(plan: Plan) -> str:
    """The title of the paper; "" where no kind has words of its own for it."""
    groups: dict[str, list[str]] = {}
    for kind in dict.fromkeys(plan.kinds):
        if kind.fragment.startswith(_OF_THE_WORK):
            groups.setdefault(_OF_THE_WORK, []).append(plan.fill(kind.fragment.removeprefix(_OF_THE_WORK)))
        elif kind.fragment:
            groups[kind.kind] = [plan.fill(kind.fragment)]
    said = [plan.fill(_OF_THE_WORK if key == _OF_THE_WORK else "") + joined(each) for key, each in groups.items()]
    return f"{joined(said)}について" if said else ""


def purposes(plan: Plan, bases: Mapping[str, Basis], *, additions: bool = False) -> dict[str, str]:
    """A sentence for each kind that has a basis, without its opening.

    A law or rule that is cited twice is shortened from its second time on, as papers do (以下「条例」という。).
    `additions`: the paper only adds items to what the council has heard before.
    """
    kinds = [kind for kind in dict.fromkeys(plan.kinds) if kind.kind in bases]
    short = _shortened([bases[kind.kind].instrument for kind in kinds])
    found: dict[str, str] = {}
    said = set[str]()
    for kind in kinds:
        basis = bases[kind.kind]
        name = basis.instrument
        if name in short:
            name = short[name] if name in said else f"{name}（以下「{short[name]}」という。）"
        said.add(basis.instrument)
        clause = _additions(plan, kind) if additions else plan.fill(kind.clause)
        found[kind.kind] = f"{clause}であるため、{name}{basis.article}の規定に基づき諮問する。"
    return found


def alone(sentence: str) -> str:
    return f"{_OPENERS[0]}{sentence}"


def together(sentences: Iterable[str]) -> str:
    """All sentences of a paper, each on a line of its own."""
    opened = zip_longest(_OPENERS, list(sentences), fillvalue=None)
    return "\n".join(f"{opener or _OPENERS[-1]}{sentence}" for opener, sentence in opened if sentence)


def plan_of(kinds: Iterable[Kind], title: str) -> Plan:
    """The plan a paper was begun with, as its title says it."""
    before, found, after = title.partition("における")
    using = _USING.search(after)
    return Plan(tuple(kinds), tuple(_QUOTED.findall(before)) if found else (), using[1] if using else "")


def _additions(plan: Plan, kind: Kind) -> str:
    of = plan.fill(kind.fragment) if plan.businesses and kind.fragment else kind.title
    return f"{of}に関し、個人情報の項目を新たに加えるもの"


def _quoted(name: str) -> str:
    """「図書館業務」, whether or not it was typed with its brackets."""
    name = name.strip()
    bare = name[1:-1] if name.startswith("「") and name.endswith("」") else name
    return f"「{bare or BLANK}」"


def _shortened(cited: Sequence[str]) -> dict[str, str]:
    """The short word for each name that is cited more than once, where no other name would be shortened alike."""
    found = {name: match[1] for name in set(cited) if (match := _SHORT.search(name))}
    words = list(found.values())
    return {name: word for name, word in found.items() if cited.count(name) > 1 and words.count(word) == 1}
