"""Every page of the URL configuration that a role sees: nothing in the way of anybody, on any screen.

Pages come from the table of tests/test_access.py, so a new one is opened here without being named. Pages that need
more than a session (the second factor, tables to be pasted and then confirmed) have browser tests of their own.
"""

from collections.abc import Iterator

import pytest

from consultations.enums import PaperState
from consultations.models import Consultation, Report
from tests.browser.conftest import DESKTOP, PHONE, ZOOMED, Desk
from tests.conftest import People
from tests.consultations.attached import lying_there
from tests.test_access import ROUTES, SEEN, address, rule

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FILES = (".pdf", ".xlsx", ".csv", ".ico")
PARTS = ("live/", "extent/", "log/", "items/")  # of a page, asked for by its scripts
PAGES = [route for route in ROUTES if not route.startswith("admin/") and not route.endswith((*FILES, *PARTS))]
NAMING = {"history/compare/": "?from=1&to=now"}  # found only by what is asked of them
WORKERS = {"secretariat": "shiraishi", "own_department": "kiriyama", "member": "hayama"}


def seen_by(role: str) -> dict[PaperState, list[str]]:
    """Each page once, in the first state of a paper in which the role sees it."""
    found: dict[PaperState, list[str]] = {state: [] for state in PaperState}
    for route in PAGES:
        shown = route.replace("compare/", "") if route.endswith(tuple(NAMING)) else route
        first = next((state for state in PaperState if getattr(rule(shown, state), role) == SEEN), None)
        if first:
            found[first].append(route)
    return found


def asked(route: str, paper: Consultation | Report) -> str:
    return address(route, paper) + next((names for end, names in NAMING.items() if route.endswith(end)), "")


def wrong_with(desk: Desk) -> Iterator[str]:
    """What is missing on the page in the window, or in somebody's way; each starts with the width it is seen at."""
    for size in (DESKTOP, PHONE, ZOOMED):
        desk.size(size)
        over = desk.runs_over()
        if over:
            yield f"{size[0]}: {over} pixels too wide"
        if size != ZOOMED:  # the rules are those of the phone
            yield from (f"{size[0]}: {barrier}" for barrier in desk.barriers())
    if not desk.page.title():
        yield "no title"
    headings = desk.page.locator("h1").count()
    if headings != 1:
        yield f"{headings} headings of the first level"


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("role", WORKERS)
def test_every_page_is_open_to_everybody(
    desk: Desk, people: People, delivery: Consultation, wrong_address: Report, role: str
) -> None:
    papers = (delivery, wrong_address)
    for paper in papers:
        lying_there(paper, people.shiraishi)
    desk.enter_as(getattr(people, WORKERS[role]))
    wrong: dict[str, list[str]] = {}
    for state, routes in seen_by(role).items():
        for paper in papers:
            paper.state, paper.reached_secretariat = state, state != PaperState.DRAFT
            paper.save()
        for route in routes:
            at = asked(route, wrong_address if route.startswith("reports/") else delivery)
            desk.size(DESKTOP)
            desk.go(at)
            wrong[at] = list(wrong_with(desk))
            if desk.complaints:
                wrong[at] += desk.complaints
                desk.complaints.clear()
    assert len(wrong) > len(WORKERS), "the table names pages"
    assert {at: complaints for at, complaints in wrong.items() if complaints} == {}
