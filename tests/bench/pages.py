"""What each page takes on the server with 5,000 consultations, as a multiple of an empty page of the same run."""

import gc
import statistics
import time
from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.test import Client

from tests.bench import database
from tests.bench.figures import Figure

ROUNDS, ROUNDS_OF_A_FILE = 15, 3
AIM = 4.0
"""Times the empty page, which asks three statements.

Desks and lists do not reach it yet. Asking the plainest thing through Django's models took 0.15 of the empty page
(SQLite, processor time), and a desk of the secretariat asks 16 statements more: 3.4 before its own work and its rows.
"""


class Request(NamedTuple):
    """`address` may name keys of many.enter(); `aim` is None for what is no page (a file of 5,000 rows)."""

    name: str
    person: str
    address: str
    aim: float | None = AIM


REQUESTS = (
    Request("desk_of_the_secretariat", "shiraishi", "/"),
    Request("desk_of_a_department", "kiriyama", "/"),
    Request("desk_of_a_member", "hayama", "/"),
    Request("list_of_consultations", "shiraishi", "/consultations/"),
    Request("list_of_a_department", "kiriyama", "/consultations/"),
    Request("list_of_reports", "shiraishi", "/reports/"),
    Request("list_last_page", "shiraishi", "/consultations/?page=200"),
    Request("list_narrowed", "shiraishi", "/consultations/?kind=outsourcing&year=2015&state=accepted"),
    Request("list_searched", "shiraishi", "/consultations/?q=見守り"),
    Request("consultation", "shiraishi", "/consultations/{consultation}/"),
    Request("editor", "shiraishi", "/consultations/{consultation}/edit/"),
    Request("timeline", "shiraishi", "/consultations/{consultation}/history/"),
    Request("register_xlsx", "shiraishi", "/consultations/register.xlsx", None),
    Request("register_csv", "shiraishi", "/consultations/register.csv", None),
)


def figures() -> Iterator[Figure]:
    database.set_up()
    from tests.bench import addresses, many  # noqa: PLC0415  # after the set-up above

    keys = many.enter()
    clients = {name: many.browser_of(name) for name in many.PEOPLE}
    settings.ROOT_URLCONF = addresses.__name__
    for request in REQUESTS:
        client, address = clients[request.person], request.address.format(**keys)
        rounds = ROUNDS if request.aim else ROUNDS_OF_A_FILE
        page, empty = _side_by_side(client, rounds, address, addresses.EMPTY)
        yield Figure(f"{request.name}_seconds", page, "s")
        yield Figure(f"{request.name}_times_empty", page / empty, "×", request.aim)
    yield Figure(
        "keystroke_seconds",
        _keystroke(clients["shiraishi"], "/consultations/{consultation}/".format(**keys)),
        "s",
        0.15,
    )


def _keystroke(client: Client, paper: str) -> float:
    """Until a letter is safe and the paper beside it shows it: the draft is kept, the live paper is fetched."""
    taken = []
    typed_by = {"X-Typed-By": client.session["_auth_user_id"]}
    for n in range(ROUNDS + 1):
        draft = {"place": "head/subtitle", "text": f"字を打つ{n}", "base": ""}
        start = time.perf_counter()
        kept = client.post(f"{paper}draft/", draft, content_type="application/json", headers=typed_by)
        shown = client.get(f"{paper}live/")
        taken.append(time.perf_counter() - start)
        assert (kept.status_code, shown.status_code) == (200, 200)
    return statistics.median(taken[1:])


def _side_by_side(client: Client, rounds: int, *addresses: str) -> list[float]:
    """The median time of each address, asked for in turn, so that whatever slows the machine slows them all."""
    taken: dict[str, list[float]] = {address: [] for address in addresses}
    for _ in range(rounds + 1):
        for address, times in taken.items():
            gc.collect()
            start = time.perf_counter()
            answer = client.get(address)
            content = answer.getvalue() if answer.streaming else answer.content
            times.append(time.perf_counter() - start)
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
            assert content
    return [statistics.median(times[1:]) for times in taken.values()]  # the first one warms up
