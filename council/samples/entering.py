"""Each part of the ward through the service that enters it, in the order in which one needs the other."""

from collections.abc import Mapping, Sequence

from consultations.documents import house
from consultations.enums import PaperState, SeriesSort
from consultations.models import (
    ContractRider,
    Department,
    DepartmentName,
    LegalInstrument,
    Municipality,
    NumberSeries,
    Official,
    Post,
    Provision,
    User,
)
from consultations.sections.base import FREE
from consultations.sections.kinds.general import General
from consultations.sections.material import Entry, Material, Part
from consultations.services import accounts, reference
from consultations.services.importing import import_materials
from consultations.services.materials import add_report
from council.models import Council, Member, MemberTerm, Office, Subcommittee
from council.samples import ward
from council.services import members
from paper.wareki import CalendarDate


def enter(sample: ward.Ward, materials: Sequence[tuple[str, bytes]]) -> None:
    """Everything of `sample`, and `materials` as files (name, content); the caller holds the transaction."""
    given = sample.municipality
    reference.enter_municipality(Municipality(name=given.name, noun=given.noun, executive_title=given.executive_title))
    series = {
        each.sort: reference.enter_series(NumberSeries(council_name=each.council, sort=each.sort, printed=each.printed))
        for each in sample.number_series
    }
    departments = enter_departments(sample.departments)
    enter_officials(sample.officials, departments)
    enter_law(sample)
    seated = enter_council(sample)
    import_materials(materials, series[SeriesSort.CONSULTATION], keep=True)
    for report in sample.reports:
        enter_report(report, series[SeriesSort.REPORT])
    for account in sample.accounts:
        enter_account(account, departments, seated)


def enter_departments(given: Sequence[ward.Department]) -> dict[str, Department]:
    """By key."""
    return {
        each.key: reference.enter_department(
            Department(reading=each.reading), [DepartmentName(name=name.name, **name.period) for name in each.names]
        )
        for each in given
    }


def enter_officials(given: Sequence[ward.Official], departments: Mapping[str, Department]) -> None:
    for each in given:
        posts = [
            Post(title=post.title, department=departments[post.department] if post.department else None, **post.period)
            for post in each.posts
        ]
        reference.enter_official(Official(name=each.name, reading=each.reading), posts)


def enter_law(sample: ward.Ward) -> None:
    for each in sample.legal_instruments:
        reference.enter_instrument(
            LegalInstrument(title=each.title, short_name=each.short_name, number=each.number, **each.period),
            [Provision(kind=given.kind, article=given.article, **given.period) for given in each.provisions],
        )
    for rider in sample.contract_riders:
        reference.enter_rider(ContractRider(name=rider.name, text=rider.text, **rider.period))


def enter_council(sample: ward.Ward) -> dict[str, Member]:
    """The members, by name."""
    council = Council(name=sample.council.name)
    parts = {each.name: Subcommittee(name=each.name, **each.period) for each in sample.subcommittees}
    members.enter_council(council, list(parts.values()))
    entered = {}
    for each in sample.members:
        offices = [Office(council=council, title=office.title, **office.period) for office in each.offices]
        offices += [
            Office(subcommittee=parts[part.name], title=office.title, **office.period)
            for part in sample.subcommittees
            for office in part.offices
            if office.member == each.name
        ]
        entered[each.name] = members.enter_member(
            Member(name=each.name, reading=each.reading, affiliation=each.affiliation),
            [MemberTerm(council=council, category=term.category, **term.period) for term in each.terms],
            offices,
        )
    return entered


def enter_report(given: ward.Report, series: NumberSeries) -> None:
    rules = house()
    outline = tuple(
        Entry(f"{FREE}{position}", title=each.heading, text=each.text)
        for position, each in enumerate(given.headings, 1)
    )
    material = Material(
        number=series.printed.format(number=rules.digits.write(given.number)),
        subject=given.title,
        subtitle=given.subtitle,
        date=CalendarDate.of(given.date),
        departments=given.departments,
        parts=(Part("s1", General(), outline),),
        house=rules,
    )
    add_report(material, series, PaperState.ACCEPTED)


def enter_account(given: ward.Account, departments: Mapping[str, Department], seated: Mapping[str, Member]) -> None:
    account = User(username=given.username, role=given.role, last_name=given.family_name, first_name=given.given_name)
    accounts.open_account(account, [departments[key] for key in given.departments])
    if given.member:
        members.give_account(seated[given.member], account)
