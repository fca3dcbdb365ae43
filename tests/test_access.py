"""Who may open what: every address of the application, for every role and every state of a paper, in one table.

The addresses come from the URL configuration: one without a rule here fails.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.http import FileResponse, HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from consultations.enums import PaperState
from consultations.models import (
    Consultation,
    DepartmentSuccession,
    Report,
    User,
)
from tests.conftest import People, department

SEEN, HIDDEN, SIGN_IN, ELSEWHERE, REFUSED = "seen", "404", "sign in first", "sent elsewhere", "405"
FORBIDDEN = "403"
STATUS = {200: SEEN, 302: ELSEWHERE, 403: FORBIDDEN, 404: HIDDEN, 405: REFUSED}


class Rule(NamedTuple):
    secretariat: str
    own_department: str
    other_department: str
    member: str
    reader: str
    nobody: str


Rules: TypeAlias = dict[PaperState, Rule]


def always(rule: Rule) -> Rules:
    return dict.fromkeys(PaperState, rule)


def everybody(outcome: str) -> Rules:
    return always(Rule._make([outcome] * len(Rule._fields)))


SIGNED_IN = always(Rule(SEEN, SEEN, SEEN, SEEN, SEEN, SIGN_IN))
A_PAPER = always(Rule(SEEN, SEEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN)) | {
    PaperState.DRAFT: Rule(HIDDEN, SEEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN),
}


def in_the_admin(outcome: str) -> Rules:
    """What the secretariat meets there; it is one room with one door, and nobody else gets through."""
    return always(Rule(outcome, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN))


# One's own security settings, of someone who has set up nothing yet and has not just said the password again.
CONFIRMED = always(Rule(ELSEWHERE, ELSEWHERE, ELSEWHERE, ELSEWHERE, ELSEWHERE, SIGN_IN))
OF_WHAT_IS_NOT_SET_UP = always(Rule(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN))
AFTER_THE_PASSWORD = CONFIRMED

# Open to all, for they hold nothing but what each person may see.
LISTS = [f"{sort}/{page}" for sort in ("consultations", "reports") for page in ("", "register.xlsx", "register.csv")]

RULES: dict[str, Rules] = {
    "": SIGNED_IN,
    **dict.fromkeys(LISTS, SIGNED_IN),
    "consultations/<int:pk>/": A_PAPER,
    "consultations/<int:pk>/paper/": A_PAPER,
    "consultations/<int:pk>/paper.pdf": A_PAPER,
    "reports/<int:pk>/": A_PAPER,
    "reports/<int:pk>/paper/": A_PAPER,
    "reports/<int:pk>/paper.pdf": A_PAPER,
    "login/": everybody(SEEN),
    "login/code/": AFTER_THE_PASSWORD,
    "login/passkey/": everybody(SIGN_IN),  # only ever posted; a browser that is there by hand goes to the door
    "login/closed/": everybody(SEEN),
    "logout/": everybody(REFUSED),  # only ever posted
    "security/": SIGNED_IN,
    "security/password/": SIGNED_IN,
    "security/confirm/": SIGNED_IN,
    "security/confirm/code/": CONFIRMED,
    "security/confirm/passkey/": CONFIRMED,
    "security/app/": CONFIRMED,
    "security/app/remove/": OF_WHAT_IS_NOT_SET_UP,
    "security/codes/": OF_WHAT_IS_NOT_SET_UP,
    "security/codes/new/": CONFIRMED,
    "security/passkeys/add/": CONFIRMED,
    "security/passkeys/<int:pk>/name/": CONFIRMED,
    "security/passkeys/<int:pk>/remove/": CONFIRMED,
    "favicon.ico": everybody(ELSEWHERE),
    "admin/login/": everybody(SIGN_IN),  # there is one sign-in page
    "admin/autocomplete/": in_the_admin(FORBIDDEN),  # no form of ours asks it
    "admin/consultations/user/<path:object_id>/delete/": in_the_admin(FORBIDDEN),
    "admin/consultations/municipality/add/": in_the_admin(FORBIDDEN),  # there is one
    "admin/consultations/municipality/<path:object_id>/delete/": in_the_admin(FORBIDDEN),
    "admin/r/<path:content_type_id>/<path:object_id>/": in_the_admin(HIDDEN),
    "admin/(?P<url>.*)$": in_the_admin(HIDDEN),
    "admin/logout/": always(Rule(REFUSED, ELSEWHERE, ELSEWHERE, ELSEWHERE, ELSEWHERE, SIGN_IN)),
}


def rule(route: str, state: PaperState) -> Rule:
    """The rule of an address; those of the admin have their own only where they are no page."""
    if route in RULES or not route.startswith("admin/"):
        return RULES[route][state]
    return in_the_admin(ELSEWHERE if route.endswith("/<path:object_id>/") else SEEN)[state]


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


ROUTES = list(routes(get_resolver().url_patterns))
PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")  # <int:pk> and (?P<app_label>…)


def address(route: str, paper: Consultation | Report) -> str:
    """With numbers of rows that are there."""
    values = {"app_label": "consultations", "url": "somewhere", "object_id": "1", "content_type_id": "1"}
    values |= {"pk": str(paper.pk)} | in_the_list(route)
    named = route.replace("^([^/]+)/history/([^/]+)/$", "<object_id>/history/<version_id>/")
    return "/" + PLACE.sub(lambda match: values[match[1] or match[2]], named).replace("^", "").replace("$", "")


def in_the_list(route: str) -> dict[str, str]:
    """A row of the list this address of the admin belongs to, and the row's last state in the history."""
    listed = re.match(r"admin/(consultations|council)/(\w+)/", route)
    if listed is None:
        return {}
    row = apps.get_model(listed[1], listed[2])._default_manager.earliest("pk")
    version = row.history.first()
    return {"object_id": str(row.pk), "id": str(row.pk), "version_id": str(version.pk)}


def outcome(route: str, answer: HttpResponseBase) -> str:
    if isinstance(answer, FileResponse):
        answer.getvalue()  # to its end, as browsers do: it closes the file
    if answer.status_code == 302 and answer.headers["Location"].startswith(("/login/", "/admin/login/")):
        return SIGN_IN
    return STATUS[answer.status_code]


def browser_of(user: User | AnonymousUser) -> Client:
    client = Client()
    if isinstance(user, User):
        client.force_login(user)
    return client


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("state", PaperState)
@pytest.mark.parametrize("role", Rule._fields)
def test_every_address_answers_every_role_as_the_table_says(
    people: People, delivery: Consultation, wrong_address: Report, role: str, state: PaperState
) -> None:
    for paper in (delivery, wrong_address):
        paper.state, paper.reached_secretariat = state, state != PaperState.DRAFT
        paper.save()
    users = (people.shiraishi, people.kiriyama, people.kubodera, people.hayama, people.morishita, AnonymousUser())
    client = browser_of(users[Rule._fields.index(role)])
    answers, expected = {}, {}
    for route in ROUTES:
        paper = wrong_address if route.startswith("reports/") else delivery
        expected[route] = getattr(rule(route, state), role)
        answers[route] = outcome(route, client.get(address(route, paper)))
    assert answers == expected


def test_an_address_without_a_rule_is_noticed() -> None:
    with pytest.raises(KeyError):
        rule("consultations/export.csv", PaperState.DRAFT)
    assert RULES.keys() <= set(ROUTES), "a rule for an address that is gone"


@pytest.mark.parametrize("route", [route for route in ROUTES if RULES.get(route) is A_PAPER] + ["", *LISTS])
def test_pages_only_show(people: People, delivery: Consultation, route: str) -> None:
    client = browser_of(people.shiraishi)
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(address(route, delivery)).status_code == 405


@pytest.mark.parametrize("route", [route for route in ROUTES if RULES.get(route) is A_PAPER])
def test_counting_through_the_numbers_tells_nothing(
    people: People, delivery: Consultation, wrong_address: Report, certificates: Consultation, route: str
) -> None:
    """A paper that is closed to someone and one that never was give the same page."""
    existing = wrong_address if route.startswith("reports/") else delivery
    for user in (people.kubodera, people.hayama, people.morishita):
        client = browser_of(user)
        pages = set()
        for pk in (*range(existing.pk + 1), 10**6, 10**30):
            if route.startswith("consultations/") and pk == certificates.pk and user == people.kubodera:
                continue
            answer = client.get(f"/{route.replace('<int:pk>', str(pk))}")
            assert answer.status_code == 404
            pages.add(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()))
        assert len(pages) == 1
        assert "このページは見られません。" in pages.pop()


def test_who_takes_over_the_work_sees_its_papers(
    people: People, delivery: Consultation, wrong_address: Report, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The library's work goes to 生涯学習課, and with that one's to the registry; later it comes back."""
    library, registry = people.kiriyama.departments.get(), people.kubodera.departments.get()
    learning = department("教育部生涯学習課")
    addresses = [f"/consultations/{delivery.pk}/", f"/reports/{wrong_address.pk}/"]
    client = browser_of(people.kubodera)
    today = timezone.localdate()

    DepartmentSuccession.objects.create(predecessor=library, successor=learning, date=datetime.date(2023, 4, 1))
    last = DepartmentSuccession(predecessor=learning, successor=registry, date=today + datetime.timedelta(days=1))
    last.save()
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    last.date = today
    last.save()
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    DepartmentSuccession.objects.create(predecessor=registry, successor=library, date=today)
    with django_assert_num_queries(1):
        assert list(Consultation.objects.visible_to(people.kubodera)) == [delivery]
    assert [browser_of(people.kiriyama).get(address).status_code for address in addresses] == [200, 200]
