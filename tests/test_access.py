"""Who may open what: every address of the application, for every role and every state of a paper, in one table.

The addresses come from the URL configuration: one without a rule here fails.
"""

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Model
from django.http import FileResponse, HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from consultations.enums import PaperState
from consultations.models import (
    Comment,
    Consultation,
    Department,
    DepartmentSuccession,
    LegalInstrument,
    Official,
    Post,
    Provision,
    Report,
    Revision,
    User,
)
from consultations.models.of_paper import owner
from council.models import Member, MemberTerm, Office
from tests.conftest import People, department
from tests.consultations.attached import lying_there

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


OF_THE_SECRETARIAT = always(Rule(SEEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN))
SIGNED_IN = always(Rule(SEEN, SEEN, SEEN, SEEN, SEEN, SIGN_IN))
A_PAPER = always(Rule(SEEN, SEEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN)) | {
    PaperState.DRAFT: Rule(HIDDEN, SEEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN),
}

AN_EDITOR = always(Rule(ELSEWHERE, ELSEWHERE, HIDDEN, HIDDEN, HIDDEN, SIGN_IN)) | {  # elsewhere: to the paper's page
    PaperState.DRAFT: Rule(HIDDEN, SEEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN),
    PaperState.SUBMITTED: Rule(SEEN, ELSEWHERE, HIDDEN, HIDDEN, HIDDEN, SIGN_IN),
    PaperState.RETURNED: Rule(SEEN, SEEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN),
    PaperState.ACCEPTED: Rule(SEEN, ELSEWHERE, HIDDEN, HIDDEN, HIDDEN, SIGN_IN),
}
A_SOURCE = dict(A_PAPER)  # of copies: shown like the paper, and posted to
WHO_WORKS_ON_PAPERS = always(Rule(SEEN, SEEN, SEEN, HIDDEN, HIDDEN, SIGN_IN))
ONLY_POSTED = always(Rule(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, SIGN_IN))


def a_step(secretariat: set[PaperState], department: set[PaperState]) -> Rules:
    """The page of a step, and the states in which each side may take it; whose step it never is knows of none."""

    def of(states: set[PaperState], state: PaperState) -> str:
        return SEEN if state in states else ELSEWHERE if states else HIDDEN

    return {
        state: Rule(
            HIDDEN if state == PaperState.DRAFT else of(secretariat, state),
            of(department, state),
            HIDDEN,
            HIDDEN,
            HIDDEN,
            SIGN_IN,
        )
        for state in PaperState
    }


def each_sort(pages: dict[str, Rules]) -> dict[str, Rules]:
    """Of consultations and of reports; of those two only one is answered, and only the other noted."""
    sorts = ("consultations/<int:pk>/", "reports/<int:pk>/")
    found = {sort + page: rules for sort in sorts for page, rules in pages.items()}
    del found["consultations/<int:pk>/note/"], found["reports/<int:pk>/answer/"]
    return found


DRAFT, SUBMITTED, RETURNED = PaperState.DRAFT, PaperState.SUBMITTED, PaperState.RETURNED
ACCEPTED, DECIDED = PaperState.ACCEPTED, {PaperState.ANSWERED, PaperState.NOTED}
STEPS = each_sort(
    {
        "submit/": a_step(set(), {DRAFT, RETURNED}),
        "return/": a_step({SUBMITTED, ACCEPTED}, set()),
        "accept/": a_step({SUBMITTED}, set()),
        "withdraw/": a_step({SUBMITTED, RETURNED, ACCEPTED}, {DRAFT, SUBMITTED, RETURNED}),
        "answer/": a_step({ACCEPTED}, set()),
        "note/": a_step({ACCEPTED}, set()),
        "publish/": a_step(DECIDED, set()),
    }
)
ASKED_BACK = ("return/", "withdraw/")  # these take no step before somebody says why
TALK = a_step({SUBMITTED, RETURNED, ACCEPTED}, {DRAFT, SUBMITTED, RETURNED, ACCEPTED})
ONLY_POSTED = always(Rule(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, SIGN_IN))


def in_the_admin(outcome: str) -> Rules:
    """What the secretariat meets there; for everybody else who is signed in there is no such room."""
    return always(Rule(outcome, HIDDEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN))


# One's own security settings, of someone who has set up nothing yet and has not just said the password again.
CONFIRMED = always(Rule(ELSEWHERE, ELSEWHERE, ELSEWHERE, ELSEWHERE, ELSEWHERE, SIGN_IN))
OF_WHAT_IS_NOT_SET_UP = always(Rule(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN))
AFTER_THE_PASSWORD = CONFIRMED
NAMES_NOTHING = OF_WHAT_IS_NOT_SET_UP  # of two states; with their numbers: tests/consultations/test_history.py

# What the secretariat keeps, by the sort of row that is in the address.
MASTER: dict[str, type[Model] | None] = {
    "master/": None,
    "master/departments/": None,
    "master/departments/new/": None,
    "master/departments/roster/": None,
    "master/departments/reorganise/": None,
    "master/departments/<int:pk>/": Department,
    "master/departments/<int:pk>/rename/": Department,
    "master/departments/<int:pk>/mend/": Department,
    "master/departments/<int:pk>/end/": Department,
    "master/officials/": None,
    "master/officials/new/": None,
    "master/officials/roster/": None,
    "master/officials/<int:pk>/": Official,
    "master/officials/<int:pk>/mend/": Official,
    "master/officials/<int:pk>/post/": Official,
    "master/posts/<int:pk>/end/": Post,
    "master/instruments/": None,
    "master/instruments/new/": None,
    "master/instruments/<int:pk>/": LegalInstrument,
    "master/instruments/<int:pk>/mend/": LegalInstrument,
    "master/instruments/<int:pk>/end/": LegalInstrument,
    "master/instruments/<int:pk>/provision/": LegalInstrument,
    "master/provisions/<int:pk>/end/": Provision,
    "master/members/": None,
    "master/members/new/": None,
    "master/members/roster/": None,
    "master/members/<int:pk>/": Member,
    "master/members/<int:pk>/mend/": Member,
    "master/members/<int:pk>/term/": Member,
    "master/members/<int:pk>/office/": Member,
    "master/terms/<int:pk>/end/": MemberTerm,
    "master/offices/<int:pk>/end/": Office,
}

# Open to all, for they hold nothing but what each person may see.
LISTS = [f"{sort}/{page}" for sort in ("consultations", "reports") for page in ("", "register.xlsx", "register.csv")]

RULES: dict[str, Rules] = {
    **dict.fromkeys(MASTER, OF_THE_SECRETARIAT),
    "": SIGNED_IN,
    **dict.fromkeys(LISTS, SIGNED_IN),
    "consultations/<int:pk>/": A_PAPER,
    "consultations/<int:pk>/paper/": A_PAPER,
    "consultations/<int:pk>/paper.pdf": A_PAPER,
    **{
        f"{papers}/<int:pk>/{page}": rules
        for papers in ("consultations", "reports")
        for page, rules in {
            "edit/": AN_EDITOR,
            "draft/": ONLY_POSTED,
            "draft/drop/": ONLY_POSTED,
            "commit/": ONLY_POSTED,
            "here/": ONLY_POSTED,
            "live/": A_PAPER,
            "extent/": A_PAPER,
            "attachments/": ONLY_POSTED,
            "history/": A_PAPER,
            "history/log/": A_PAPER,
            "history/compare/": NAMES_NOTHING,
            "history/<int:number>/": A_PAPER,
            "history/<int:number>/paper/": A_PAPER,
            "history/<int:number>/paper.pdf": A_PAPER,
            "history/<int:number>/restore/": ONLY_POSTED,
        }.items()
    },
    "consultations/new/": WHO_WORKS_ON_PAPERS,
    "consultations/import/": WHO_WORKS_ON_PAPERS,
    "consultations/<int:pk>/copy/": A_SOURCE,
    "consultations/<int:pk>/amend/": A_SOURCE,
    "reports/new/": WHO_WORKS_ON_PAPERS,
    "suggestions/items/": WHO_WORKS_ON_PAPERS,
    "reports/<int:pk>/": A_PAPER,
    "reports/<int:pk>/paper/": A_PAPER,
    "reports/<int:pk>/paper.pdf": A_PAPER,
    "attachments/<int:pk>.pdf": A_PAPER,
    "attachments/<int:pk>/rename/": ONLY_POSTED,
    "attachments/<int:pk>/move/": ONLY_POSTED,
    "attachments/<int:pk>/detach/": ONLY_POSTED,
    **STEPS,
    "consultations/<int:pk>/comments/": dict(A_PAPER),
    "consultations/<int:pk>/comments/<int:comment>/resolve/": ONLY_POSTED,
    "consultations/<int:pk>/comments/<int:comment>/reopen/": ONLY_POSTED,
    "reports/<int:pk>/comments/": dict(A_PAPER),
    "reports/<int:pk>/comments/<int:comment>/resolve/": ONLY_POSTED,
    "reports/<int:pk>/comments/<int:comment>/reopen/": ONLY_POSTED,
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
    "admin/logout/": always(Rule(REFUSED, HIDDEN, HIDDEN, HIDDEN, HIDDEN, SIGN_IN)),
}


DONE, TOO_LATE = "done", "told what it is now"


def by_post(rules: Rules, allowed: str) -> Rules:
    """The same table for what is posted with nothing filled in: `allowed` for those who may."""
    words = {SEEN: allowed, ELSEWHERE: TOO_LATE}
    return {state: Rule._make(words.get(each, each) for each in row) for state, row in rules.items()}


POSTS: dict[str, Rules] = {
    **{route: by_post(rules, SEEN if route.endswith(ASKED_BACK) else DONE) for route, rules in STEPS.items()},
    **{
        f"{sort}/<int:pk>/comments/{page}": by_post(TALK, allowed)
        for sort in ("consultations", "reports")
        for page, allowed in (("", SEEN), ("<int:comment>/resolve/", DONE), ("<int:comment>/reopen/", DONE))
    },
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
WITHOUT_PAPERS = ("admin/", "favicon.ico", "login/", "logout/", "master/", "security/")
OF_PAPERS = [route for route in ROUTES if not route.startswith(WITHOUT_PAPERS)]
"""Where the state of a paper can matter; the others are asked in one state."""
PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")  # <int:pk> and (?P<app_label>…)


def address(route: str, paper: Consultation | Report) -> str:
    """With numbers of rows that are there."""
    values = {"app_label": "consultations", "url": "somewhere", "object_id": "1", "content_type_id": "1"}
    values |= {"pk": str(paper.pk), "number": "1", "comment": str(word_for(route, paper))} | in_the_list(route)
    if route.startswith("attachments/"):
        values["pk"] = str(paper.attachments.earliest("pk").pk)
    named = route.replace("^([^/]+)/history/([^/]+)/$", "<object_id>/history/<version_id>/")
    return "/" + PLACE.sub(lambda match: values[match[1] or match[2]], named).replace("^", "").replace("$", "")


def word_for(route: str, paper: Consultation | Report) -> int:
    """A word of the talk that can be settled, or taken up again; 0 where nothing was said."""
    settled = route.endswith("reopen/")
    said: Comment | None = Comment.objects.of(paper).filter(resolved_at__isnull=not settled).first()
    return said.pk if said else 0


def in_the_list(route: str) -> dict[str, str]:
    """A row of the list this address belongs to, and in the admin the row's last state in the history."""
    if model := MASTER.get(route):
        return {"pk": str(model._default_manager.earliest("pk").pk)}
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


# Which database answers makes no difference to the table; on the second one a state of each sort is enough.
STATES = list(PaperState) if connection.vendor == "sqlite" else [PaperState.DRAFT, PaperState.RETURNED]


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", Rule._fields)
def test_every_address_answers_every_role_as_the_table_says(
    people: People, delivery: Consultation, wrong_address: Report, role: str, state: PaperState
) -> None:
    for paper in (delivery, wrong_address):
        lying_there(paper, people.shiraishi)
        paper.state, paper.reached_secretariat = state, state != PaperState.DRAFT
        paper.save()
    users = (people.shiraishi, people.kiriyama, people.kubodera, people.hayama, people.morishita, AnonymousUser())
    client = browser_of(users[Rule._fields.index(role)])
    answers, expected = {}, {}
    for route in ROUTES if state == PaperState.DRAFT else OF_PAPERS:
        paper = wrong_address if route.startswith("reports/") else delivery
        expected[route] = getattr(rule(route, state), role)
        answer = client.get(address(route, paper))
        answers[route] = outcome(route, answer)
        if answer.streaming:
            b"".join(answer)  # to the end: then the file is closed
    assert answers == expected


def rows_of(paper: Consultation | Report) -> object:
    """All that a step, or a word about a heading, leaves behind."""
    paper.refresh_from_db()
    talk = Comment.objects.of(paper).values_list("pk", "resolved_at", "resolved_by")
    return paper.state, paper.published_on, list(Revision.objects.of(paper).values_list("number")), list(talk)


def posted(route: str, client: Client, paper: Consultation | Report) -> str:
    before = rows_of(paper)
    answer = outcome(route, client.post(address(route, paper)))
    changed = rows_of(paper) != before
    assert not changed or answer == ELSEWHERE
    return {ELSEWHERE: DONE if changed else TOO_LATE}.get(answer, answer)


@pytest.mark.parametrize("state", PaperState)
@pytest.mark.parametrize("role", Rule._fields)
def test_what_is_posted_does_what_the_table_says_and_nothing_else(
    people: People, delivery: Consultation, wrong_address: Report, role: str, state: PaperState
) -> None:
    users = (people.shiraishi, people.kiriyama, people.kubodera, people.hayama, people.morishita, AnonymousUser())
    client = browser_of(users[Rule._fields.index(role)])
    answers, expected = {}, {}
    for route, rules in POSTS.items():
        paper = wrong_address if route.startswith("reports/") else delivery
        paper.state, paper.reached_secretariat, paper.published_on = state, state != PaperState.DRAFT, None
        paper.save()
        settled = {"resolved_by": people.shiraishi, "resolved_at": timezone.now()}
        for more in ({"place": "head/subject"}, settled):
            Comment.objects.create(**owner(paper), by=people.shiraishi, text="確かめてください。", **more)
        expected[route] = getattr(rules[state], role)
        answers[route] = posted(route, client, paper)
    assert answers == expected


@pytest.mark.parametrize("state", [PaperState.ANSWERED, PaperState.NOTED, PaperState.ACCEPTED])
def test_what_is_published_is_read_by_everybody_and_worked_on_by_nobody_new(
    people: People, delivery: Consultation, wrong_address: Report, state: PaperState
) -> None:
    for paper in (delivery, wrong_address):
        paper.state, paper.published_on = state, timezone.localdate()
        paper.save()
        Comment.objects.create(**owner(paper), by=people.shiraishi, text="確かめてください。")
    for user in (people.kubodera, people.hayama, people.morishita):
        client = browser_of(user)
        for route in POSTS:
            paper = wrong_address if route.startswith("reports/") else delivery
            assert client.get(f"/{route.split('<')[0]}{paper.pk}/").status_code == 200
            assert posted(route, client, paper) == HIDDEN
            assert client.get(address(route, paper)).status_code in {404, 405}


def test_an_address_without_a_rule_is_noticed() -> None:
    with pytest.raises(KeyError):
        rule("consultations/export.csv", PaperState.DRAFT)
    assert RULES.keys() <= set(ROUTES), "a rule for an address that is gone"


WHO_EDITS = by_post(AN_EDITOR, SEEN)
TYPED: dict[str, tuple[Rules, Any]] = {
    f"{sort}/<int:pk>/{page}": rule
    for sort in ("consultations", "reports")
    for page, rule in {
        "draft/": (WHO_EDITS, {"place": "head/subtitle", "text": "書きかけ", "base": ""}),
        "commit/": (WHO_EDITS, {"edits": []}),
        "draft/drop/": (A_PAPER, {"place": "head/subtitle"}),
        "here/": (A_PAPER, {"place": ""}),
    }.items()
}
"""What scripts of ours post as JSON, saying whose typing it is."""


@pytest.mark.parametrize("state", PaperState)
@pytest.mark.parametrize("role", Rule._fields)
def test_what_is_typed_goes_where_the_table_says(
    people: People, delivery: Consultation, wrong_address: Report, role: str, state: PaperState
) -> None:
    users = (people.shiraishi, people.kiriyama, people.kubodera, people.hayama, people.morishita, AnonymousUser())
    user = users[Rule._fields.index(role)]
    client = browser_of(user)
    answers, expected = {}, {}
    for route, (rules, body) in TYPED.items():
        paper = wrong_address if route.startswith("reports/") else delivery
        paper.state, paper.reached_secretariat = state, state != PaperState.DRAFT
        paper.save()
        at = address(route, paper)
        answer = client.post(at, body, content_type="application/json", headers={"X-Typed-By": str(user.pk)})
        answers[route] = TOO_LATE if answer.status_code == 409 else outcome(route, answer)
        expected[route] = getattr(rules[state], role)
        nameless = client.post(at, body, content_type="application/json")
        assert outcome(route, nameless) in {SIGN_IN, HIDDEN, FORBIDDEN}, "nothing goes in for whoever does not say who"
    assert answers == expected


SHOWN = (*POSTS, *TYPED)


@pytest.mark.parametrize(
    "route", [route for route in ROUTES if RULES.get(route) is A_PAPER and route not in SHOWN] + ["", *LISTS]
)
def test_pages_only_show(people: People, delivery: Consultation, route: str) -> None:
    lying_there(delivery, people.shiraishi)
    client = browser_of(people.shiraishi)
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(address(route, delivery)).status_code == 405


@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if RULES.get(route) is A_PAPER or RULES.get(route) is A_SOURCE or route in STEPS],
)
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
            answer = client.get(f"/{route.replace('<int:pk>', str(pk)).replace('<int:number>', '1')}")
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
