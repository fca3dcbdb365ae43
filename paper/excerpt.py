"""Of a difference only what a reader needs to see what changed: the changes with a few words around them."""

from collections.abc import Iterable

from paper.difference import Piece, characters

_AROUND = 24
_LONGEST = 300
_CUT = "…"


def excerpts(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The changed passages in order, each with its line around it; cuts are marked …, a cut at a line's end is not."""
    found: list[list[Piece]] = [[]]
    every = list(pieces)
    for position, piece in enumerate(every):
        if piece.sort != "same":
            found[-1].append(Piece(piece.sort, _shortened(piece.text)))
            continue
        before = _end(piece.text) if position < len(every) - 1 else ""
        after = _start(piece.text) if position else ""
        if position and before and len(after) + len(before) >= len(piece.text) and "\n" not in piece.text:
            found[-1].append(piece)
            continue
        found[-1] += _same(after)
        found.append(_same(before))
    return tuple(tuple(passage) for passage in found if any(piece.sort != "same" for piece in passage))


def _same(text: str) -> list[Piece]:
    return [Piece("same", text)] if text else []


def _start(text: str) -> str:
    line = text[: _AROUND * 8].split("\n", 1)[0]
    kept = "".join(characters(line)[:_AROUND])
    return kept if kept == line else kept + _CUT


def _end(text: str) -> str:
    line = text[-_AROUND * 8 :].rsplit("\n", 1)[-1]
    kept = "".join(characters(line)[-_AROUND:])
    return kept if kept == line and len(line) < _AROUND * 8 else _CUT + kept


def _shortened(text: str) -> str:
    """What came or went, its middle left out where it is long."""
    if len(text) <= _LONGEST:
        return text
    return f"{_whole(text[: _LONGEST // 2])}{_CUT}{_whole(text[-_LONGEST // 4 :], at_end=True)}"


def _whole(text: str, *, at_end: bool = False) -> str:
    """Without the character at the cut, which may be half of one."""
    cut = characters(text)
    return "".join(cut[1:] if at_end else cut[:-1])
