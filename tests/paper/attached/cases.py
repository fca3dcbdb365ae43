"""What is said of an odd file: how many pages it has, or why it is not taken."""

import io
from typing import NamedTuple

from paper.attached.examination import Inspected, Limits, examine
from paper.attached.refusals import Reason, Refused


class Odd(NamedTuple):
    name: str
    content: bytes
    outcome: int | Reason


def odd(outcome: int | Reason, **contents: bytes) -> list[Odd]:
    return [Odd(name, content, outcome) for name, content in contents.items()]


def outcome(content: bytes) -> Inspected | Refused:
    try:
        return examine(io.BytesIO(content), Limits())
    except Refused as refused:
        return refused
