"""How the search for dates grows with its text."""

import time
import timeit
from collections.abc import Iterator

from paper.wareki import find
from tests.bench.figures import Figure
from tests.paper.almost_dates import ALMOST_DATES, of_length


def figures() -> Iterator[Figure]:
    """Ten times the text: ten times the time where the search is linear, a hundred where it takes the square."""
    yield Figure("wareki_find_growth", _search_seconds(1_000_000) / _search_seconds(100_000), "", aim=15)


def _search_seconds(length: int) -> float:
    """The least of three, on the processor's own clock: two times are divided, and a pause in one would show."""
    texts = [of_length(odd, length) for odd in ALMOST_DATES]
    return min(timeit.repeat(lambda: [find(text) for text in texts], timer=time.process_time, number=1, repeat=3))
