"""A measured figure, and how it is taken."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """A number with its aim: at most `aim`, in the same unit; None where there is nothing to reach."""

    name: str
    value: float
    unit: str
    aim: float | None = None

    def __str__(self) -> str:
        aim = "" if self.aim is None else f"   aim ≤ {self.aim:g} {self.unit}"
        missed = "   MISSED" if self.aim is not None and self.value > self.aim else ""
        return f"{self.name:<36}{self.value:>9.3f} {self.unit:<4}{aim}{missed}"


def seconds(work: Callable[[], object], *, rounds: int = 15) -> float:
    """The median time of `work` once it is warm."""
    work()
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
