"""Two texts held against each other, character by character, in the way a person would mark them.

A character is what a reader takes for one: with its variation selector, its combining marks, the other half of its
surrogate pair. Numbers and Latin words are taken whole.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from paper.alignment import Block, Effort, aligned, gaps

Sort: TypeAlias = Literal["same", "added", "removed"]
_Cut: TypeAlias = Callable[[str, str], list[str]]

_LONG, _HUGE = 400, 20_000
_ISLAND = 8
_JOINING = frozenset("\u200dﾞﾟ🏻🏼🏽🏾🏿")
_BREAKS = frozenset("\n。、）」")


@dataclass(frozen=True)
class Piece:
    sort: Sort
    text: str


@dataclass
class _Change:
    """What stands between two stretches that are the same, `same` being the one behind it."""

    removed: str = ""
    added: str = ""
    same: str = ""

    @property
    def size(self) -> int:
        return max(len(self.removed), len(self.added))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The texts in one row: without what was added it is `before`, without what was removed `after`. None is empty.

    The work is bounded: of texts that have little in common, or of very long ones, whole passages are given as changed.
    """
    if before == after:
        return (Piece("same", before),) if before else ()
    found: list[Piece] = []
    behind = ""
    look = _Look(_joining(before + after), Effort())
    for change in _without_islands(look.changes(before, after, [_lines, _clauses, _characters])):
        behind, moved = _shifted(behind, change)
        found += [Piece("same", behind), Piece("removed", moved.removed), Piece("added", moved.added)]
        behind = moved.same
    return tuple(piece for piece in (*found, Piece("same", behind)) if piece.text)


def characters(text: str) -> list[str]:
    """`text` cut between characters as readers know them."""
    return _characters(text, _joining(text))


def _characters(text: str, joining: str) -> list[str]:
    pair = r"[\ud800-\udbff][\udc00-\udfff]|[🇦-🇿]{2}"
    base = rf"[0-9０-９]+(?:[，,．.][0-9０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+|{pair}|[\s\S]"
    return re.findall(
        rf"\r?\n|(?:{base})(?:[{joining}]|\u200d(?:{pair}|[^\n]))*" if joining else rf"\r?\n|{base}", text
    )


def _clauses(text: str, joining: str) -> list[str]:
    return re.findall(rf"[^。、\n]*(?:[。、][{joining}。、]*|\n)|[^。、\n]+", text)


def _lines(text: str, _: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _joining(text: str) -> str:
    """What in `text` joins the character before it: marks, variation selectors, skin tones, half-width sound marks."""
    return "".join(char for char in sorted(set(text)) if char in _JOINING or unicodedata.category(char)[0] == "M")


@dataclass
class _Look:
    """One comparison: what joins in its texts, and the effort it may still take."""

    joining: str
    effort: Effort

    def changes(self, before: str, after: str, cuts: Sequence[_Cut]) -> Iterator[_Change]:
        """One after the other; where a coarse cut finds a difference, the next one looks into it."""
        cut, *finer = cuts
        if cut is _clauses and len(before) + len(after) < _LONG:
            cut, *finer = finer
        old, new = cut(before, self.joining), cut(after, self.joining)
        for left, right, block in gaps(self._aligned(cut, old, new), len(old), len(new)):
            pairs = [("".join(old[left]), "".join(new[right]))]
            if cut is _lines and left.stop - left.start == right.stop - right.start:
                pairs = list(zip(old[left], new[right], strict=True))
            for removed, added in pairs:
                if removed and added and finer and self.effort.left > 0:
                    yield from self.changes(removed, added, finer)
                else:
                    yield _Change(removed, added)
            yield _Change(same="".join(old[block.before : block.before + block.size]))

    def _aligned(self, cut: _Cut, old: Sequence[str], new: Sequence[str]) -> list[Block]:
        """Of a passage too long to be compared character by character, only how it begins and how it ends."""
        if cut is not _characters:
            return aligned(old, new, self.effort)
        size = len(old) + len(new)
        self.effort.left -= min(size, _HUGE)
        return aligned(old, new, self.effort if size < _HUGE else Effort(0))


def _without_islands(changes: Iterator[_Change]) -> Iterator[_Change]:
    """A few characters that happen to be the same between two larger changes read as part of them."""
    together = [_Change()]
    size = 0
    for change in changes:
        last = together[-1]
        if not change.size:
            last.same += change.same
            continue
        if last.same and not _is_island(last.same, min(size, change.size)):
            yield _together(together)
            together, size = [], 0
        together.append(change)
        size += change.size
    yield _together(together)


def _is_island(same: str, smaller: int) -> bool:
    return len(same) < min(smaller, _ISLAND) and "\n" not in same


def _together(changes: Sequence[_Change]) -> _Change:
    """The changes as one, what is the same between them counted to both texts."""
    islands = [change.same for change in changes[:-1]] + [""]
    removed = "".join(change.removed + island for change, island in zip(changes, islands, strict=True))
    added = "".join(change.added + island for change, island in zip(changes, islands, strict=True))
    return _Change(removed, added, changes[-1].same)


def _shifted(before: str, change: _Change) -> tuple[str, _Change]:
    """A passage that only came, or only went, begins where a clause or a line does if that says the same."""
    passage = characters(change.removed or change.added)
    if (change.removed and change.added) or not before or not 0 < len(passage) <= _LONG:
        return before, change
    near = characters(before[-_LONG:])[1:]  # the first one may be half a character
    most = next((n for n in range(len(near)) if near[-1 - n] != passage[-1 - n % len(passage)]), len(near))
    back = next((n for n in range(most) if near[-1 - n] in _BREAKS), 0)
    if not back:
        return before, change
    moved = "".join(near[len(near) - back :])
    text = (moved + change.removed + change.added).removesuffix(moved)
    shifted = _Change(text if change.removed else "", text if change.added else "", moved + change.same)
    return before.removesuffix(moved), shifted
