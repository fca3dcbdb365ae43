"""What would happen is shown before it is done: by doing it and taking it back, so that both are the same."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from django.db import transaction


class Shown(Protocol):
    """`seal` is the same as long as the same would happen; `is_possible` says whether it can be done."""

    @property
    def seal(self) -> str: ...

    @property
    def is_possible(self) -> bool: ...


S = TypeVar("S", bound=Shown)


def sealed(parts: Iterable[object]) -> str:
    return hashlib.sha256("\n".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


@transaction.atomic
def rehearse(play: Callable[[], S]) -> S:
    """What `play` would do; nothing of it is kept."""
    shown = play()
    transaction.set_rollback(True)
    return shown


@transaction.atomic
def perform(play: Callable[[], S], seal: str) -> tuple[S, bool]:
    """What `play` did, and True; or what it would do now, and False, where that is not what was sealed."""
    shown = play()
    done = shown.is_possible and shown.seal == seal
    if not done:
        transaction.set_rollback(True)
    return shown, done
