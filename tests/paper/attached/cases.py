"""What is said of an odd file: how many pages it has, or why it is not taken."""

from typing import NamedTuple

from paper.attached.refusals import Reason


class Odd(NamedTuple):
    name: str
    content: bytes
    outcome: int | Reason


def odd(outcome: int | Reason, **contents: bytes) -> list[Odd]:
    return [Odd(name, content, outcome) for name, content in contents.items()]
