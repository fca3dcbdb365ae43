"""委員 as a table: a line is a term of a member, with the office held in it."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from django.core.exceptions import ValidationError

from consultations.models.dated import Dated, holds_on
from consultations.queries.changes import Difference
from consultations.rosters.people import People
from consultations.rosters.playing import Roster
from consultations.rosters.steps import Outcome, Step, fill, meant, outcome_of
from consultations.rosters.table import Column, Row, Unreadable
from council.enums import OfficeTitle
from council.models import Council, Member, MemberTerm, Office
from council.models.terms import refuse_outside_terms
from council.services.members import end_term, seat
from paper.digits import level

Changed: TypeAlias = tuple[Office, tuple[Difference, ...]]
TITLES = {title.label: title for title in OfficeTitle if title != OfficeTitle.SUBCOMMITTEE_CHAIR}


class Members(Roster):
    """会長, 副会長 and 会長職務代理 are offices for the whole term; 委員 and an empty cell are none."""

    columns = (
        Column("name", ("氏名", "名前", "委員名", "委員氏名"), is_needed=True),
        Column("reading", ("読み", "よみ", "ふりがな", "フリガナ")),
        Column("affiliation", ("役職・所属団体等", "所属", "所属団体", "肩書")),
        Column("category", ("区分", "選出区分")),
        Column("office", ("役職", "職", "会での役職", "職名")),
        Column("council", ("審議会", "審議会名", "会議体")),
        Column("valid_from", ("就任日", "任期の開始日", "委嘱日", "開始日"), is_day=True),
        Column("valid_to", ("退任日", "任期の終了日", "任期満了日", "終了日"), is_day=True),
    )
    base = Member.objects.all()

    def __init__(self) -> None:
        self.lines: dict[int, int] = {}
        self.councils = list(Council.objects.order_by("pk"))
        stored = Member.objects.prefetch_related("terms__council", "offices__council", "offices__subcommittee")
        self.people = People(stored)
        self.terms = {id(person): list(person.terms.all()) for person in self.people.stored}
        self.offices = {id(person): list(person.offices.all()) for person in self.people.stored}

    def step(self, row: Row) -> Step:
        council, title = self._council(row.texts["council"]), _title(row.texts["office"])
        member = self.people.named(row, Member)
        terms = self.terms.setdefault(id(member), [])
        sat = [term for term in terms if term.council == council]
        term = meant(sat, row.days["valid_from"], row.days["valid_to"])
        if term is None:
            term = MemberTerm(council=council)
            terms.append(term)
        elif id(term) in self.lines:
            raise Unreadable(f"{self.lines[id(term)]}行目と同じ任期です。どちらかの行を外してください。")
        self.lines[id(term)] = row.line
        was_open = term.valid_to is None
        of_person = fill(member, reading=row.texts["reading"], affiliation=row.texts["affiliation"])
        differences = of_person + fill(term, category=row.texts["category"], **row.days)
        outcome = outcome_of(term, differences, was_open)
        offices = self.offices.setdefault(id(member), [])
        with_it = [*_cut(offices, term, terms), *_taken(offices, term, title)]
        if outcome is Outcome.SAME and with_it:
            outcome = Outcome.CHANGED
        differences += tuple(each for _, of_office in with_it for each in of_office)
        changed = [office for office, _ in with_it]
        act = partial(seat, member, term, changed, terms, offices, changed=bool(of_person))
        return Step(row.line, outcome, f"{member}　{council}", differences, act)

    def unseen(self, day: datetime.date) -> Iterable[tuple[str, Dated]]:
        for member in self.people.stored:
            for term in self.terms[id(member)]:
                if term.pk and id(term) not in self.lines and holds_on(term, day) and term.valid_to != day:
                    yield f"{member}　{term.council}", term

    def close(self, row: Dated, last_day: datetime.date) -> None:
        if isinstance(row, MemberTerm):
            end_term(row, last_day)

    def _council(self, typed: str) -> Council:
        found = [council for council in self.councils if level(council.name) == level(typed)]
        if not typed and len(self.councils) == 1:
            found = self.councils
        if not found and typed:
            raise Unreadable(f"「{typed}」という審議会がありません。名称を確かめてください。")
        if not found:
            raise Unreadable("どの審議会か分かりません。審議会の列を加えて、名称を入れてください。")
        return found[0]


def _title(typed: str) -> OfficeTitle | None:
    title = TITLES.get(level(typed), OfficeTitle.MEMBER if not typed else None)
    if title is None:
        raise Unreadable(f"役職の「{typed[:20]}」を読めませんでした。{'・'.join(TITLES)}のどれかにしてください。")
    return None if title == OfficeTitle.MEMBER else title


def _cut(offices: list[Office], term: MemberTerm, terms: list[MemberTerm]) -> Iterable[Changed]:
    """The offices that would go on after the term, which end with it."""
    for office in offices:
        begins = office.valid_from or datetime.date.min
        if office.council != term.council or not term.valid_to or begins > term.valid_to:
            continue
        try:
            refuse_outside_terms([office], terms)
        except ValidationError:
            title = office.get_title_display()
            differences = fill(office, valid_to=term.valid_to)
            yield office, tuple(replace(each, label=f"{title}の{each.label}") for each in differences)


def _taken(offices: list[Office], term: MemberTerm, title: OfficeTitle | None) -> Iterable[Changed]:
    """The office of the line for the whole term, where it is not held in it already."""
    held = [office for office in offices if office.council == term.council and _meet(office, term)]
    if title is None or any(office.title == title for office in held):
        return
    if held:
        raise Unreadable(
            f"この任期には「{held[0].get_title_display()}」として登録されています。"
            "役職が途中で変わったときは、委員のページで、変わった日から登録してください。"
        )
    office = Office(council=term.council, valid_from=term.valid_from, valid_to=term.valid_to)
    offices.append(office)
    yield office, fill(office, title=title)


def _meet(office: Office, term: MemberTerm) -> bool:
    first = max(office.valid_from or datetime.date.min, term.valid_from or datetime.date.min)
    return first <= min(office.valid_to or datetime.date.max, term.valid_to or datetime.date.max)
