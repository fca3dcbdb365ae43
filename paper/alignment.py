"""What two sequences have in common, in the order of both; the work it takes is bounded, whatever they hold."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SHORT = 1_500
_MOST_EDITS = 500


@dataclass(frozen=True)
class Block:
    """`size` members from `before` on in the one are those from `after` on in the other."""

    before: int
    after: int
    size: int


@dataclass
class Effort:
    """Steps that may still be spent; counted, not timed, so that the same texts give the same answer anywhere."""

    left: int = 150_000


def aligned(before: Sequence[Hashable], after: Sequence[Hashable], effort: Effort | None = None) -> list[Block]:
    """The common blocks from first to last; what lies between them differs.

    Short stretches are compared exactly (Myers 1986, the fewest members added and removed), long ones are first held
    together at the members that each side has exactly once. Where the effort runs out nothing more is common.
    """
    effort = effort or Effort()
    found: list[Block] = []
    todo = [(0, len(before), 0, len(after))]
    while todo:
        start, end, other, last = todo.pop()
        head = _same(before, after, start, other, most=min(end - start, last - other))
        tail = _same(before, after, end - 1, last - 1, most=min(end - start, last - other) - head, step=-1)
        found += [Block(start, other, head), Block(end - tail, last - tail, tail)]
        start, end, other, last = start + head, end - tail, other + head, last - tail
        inner = _inner(before[start:end], after[other:last], effort)
        if isinstance(inner, list):
            found += (Block(start + block.before, other + block.after, block.size) for block in inner)
            continue
        for i, j in inner:
            found.append(Block(start + i, other + j, 1))
        bounds = [(-1, -1), *inner, (end - start, last - other)]
        todo += [
            (start + i + 1, start + next_i, other + j + 1, other + next_j)
            for (i, j), (next_i, next_j) in pairwise(bounds)
        ]
    return _joined(sorted((block for block in found if block.size), key=lambda block: block.before))


def in_order(values: Sequence[int]) -> list[int]:
    """The positions of a longest strictly increasing subsequence: what kept its order while the others moved."""
    ends: list[int] = []
    at: list[int] = []
    came_from: list[int] = []
    for position, value in enumerate(values):
        rank = bisect_left(ends, value)
        ends[rank : rank + 1] = [value]
        at[rank : rank + 1] = [position]
        came_from.append(at[rank - 1] if rank else -1)
    kept, position = [], at[-1] if at else -1
    while position >= 0:
        kept.append(position)
        position = came_from[position]
    return kept[::-1]


def gaps(blocks: Sequence[Block], before: int, after: int) -> Iterator[tuple[slice, slice, Block]]:
    """For each block, and an empty one at the end, what differs in front of it, then the block itself."""
    start = other = 0
    for block in (*blocks, Block(before, after, 0)):
        yield slice(start, block.before), slice(other, block.after), block
        start, other = block.before + block.size, block.after + block.size


def _same(before: Sequence[Hashable], after: Sequence[Hashable], i: int, j: int, *, most: int, step: int = 1) -> int:
    size = 0
    while size < most and before[i + size * step] == after[j + size * step]:
        size += 1
    return size


def _inner(
    before: Sequence[Hashable], after: Sequence[Hashable], effort: Effort
) -> list[Block] | tuple[tuple[int, int], ...]:
    """Blocks, or, of two long stretches, the pairs (i, j) to go on between."""
    if not before or not after or set(before).isdisjoint(after):
        return []
    if len(before) + len(after) > _SHORT and (anchors := _once_in_both(before, after)):
        return anchors
    return _shortest(before, after, effort)


def _once_in_both(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[tuple[int, int], ...]:
    counts = (Counter(before), Counter(after))
    where = {member: j for j, member in enumerate(after) if counts[1][member] == 1}
    pairs = [(i, where[member]) for i, member in enumerate(before) if member in where and counts[0][member] == 1]
    return tuple(pairs[position] for position in in_order([j for _, j in pairs]))


def _shortest(before: Sequence[Hashable], after: Sequence[Hashable], effort: Effort) -> list[Block]:
    """Myers' greedy search, forward; no block where more than _MOST_EDITS or the effort left would be needed."""
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(len(before) + len(after), _MOST_EDITS) + 1):
        trace.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            i = _next(reach, diagonal, edits)
            size = _same(before, after, i, i - diagonal, most=min(len(before) - i, len(after) - i + diagonal))
            effort.left -= size + 2
            reach[diagonal] = i = i + size
            if i >= len(before) and i - diagonal >= len(after):
                return _traced(trace, len(before), len(after))
        if effort.left <= 0:
            break
    return []


def _came_down(reach: dict[int, int], diagonal: int, edits: int) -> bool:
    return diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])


def _next(reach: dict[int, int], diagonal: int, edits: int) -> int:
    return reach[diagonal + 1] if _came_down(reach, diagonal, edits) else reach[diagonal - 1] + 1


def _traced(trace: list[dict[int, int]], i: int, j: int) -> list[Block]:
    found = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[edits], i - j
        start = _next(reach, diagonal, edits)
        found.append(Block(start, start - diagonal, i - start))
        came = diagonal + 1 if _came_down(reach, diagonal, edits) else diagonal - 1
        i = reach[came]
        j = i - came
    return [block for block in reversed(found) if block.size]


def _joined(blocks: list[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and last.before + last.size == block.before and last.after + last.size == block.after:
            found[-1] = Block(last.before, last.after, last.size + block.size)
        else:
            found.append(block)
    return found
