"""fixtures/sakura.json as typed values, named as the models they become."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

import cattrs

from consultations.enums import Noun, Role, SeriesSort
from council.enums import OfficeTitle


@dataclass(frozen=True)
class Dated:
    valid_from: datetime.date | None
    valid_to: datetime.date | None

    @property
    def period(self) -> dict[str, datetime.date | None]:
        return {"valid_from": self.valid_from, "valid_to": self.valid_to}


@dataclass(frozen=True)
class Municipality:
    name: str
    noun: Noun
    executive_title: str


@dataclass(frozen=True)
class Council:
    name: str


@dataclass(frozen=True)
class NumberSeries:
    council: str
    sort: SeriesSort
    printed: str


@dataclass(frozen=True)
class DepartmentName(Dated):
    name: str


@dataclass(frozen=True)
class Department:
    """`key` is what posts and accounts call it in this file."""

    key: str
    reading: str
    names: tuple[DepartmentName, ...]


@dataclass(frozen=True)
class Post(Dated):
    title: str
    department: str | None


@dataclass(frozen=True)
class Official:
    name: str
    reading: str
    posts: tuple[Post, ...]


@dataclass(frozen=True)
class Term(Dated):
    category: str


@dataclass(frozen=True)
class Office(Dated):
    title: OfficeTitle


@dataclass(frozen=True)
class Member:
    name: str
    reading: str
    affiliation: str
    terms: tuple[Term, ...]
    offices: tuple[Office, ...]


@dataclass(frozen=True)
class SubcommitteeOffice(Office):
    member: str


@dataclass(frozen=True)
class Subcommittee(Dated):
    name: str
    offices: tuple[SubcommitteeOffice, ...]


@dataclass(frozen=True)
class Provision(Dated):
    kind: str
    article: str


@dataclass(frozen=True)
class LegalInstrument(Dated):
    title: str
    short_name: str
    number: str
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class ContractRider(Dated):
    name: str
    text: str


@dataclass(frozen=True)
class Heading:
    heading: str
    text: str


@dataclass(frozen=True)
class Report:
    number: int
    date: datetime.date
    title: str
    subtitle: str
    departments: tuple[str, ...]
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Account:
    """`departments` are keys, `member` is a name."""

    username: str
    role: Role
    family_name: str
    given_name: str
    departments: tuple[str, ...]
    member: str | None


@dataclass(frozen=True)
class Ward:
    municipality: Municipality
    council: Council
    number_series: tuple[NumberSeries, ...]
    departments: tuple[Department, ...]
    officials: tuple[Official, ...]
    members: tuple[Member, ...]
    subcommittees: tuple[Subcommittee, ...]
    legal_instruments: tuple[LegalInstrument, ...]
    contract_riders: tuple[ContractRider, ...]
    reports: tuple[Report, ...]
    accounts: tuple[Account, ...]


def read(path: Path) -> Ward:
    """The file's ward; an error of cattrs where it does not fit."""
    converter = cattrs.Converter()
    converter.register_structure_hook(datetime.date, lambda text, _: datetime.date.fromisoformat(text))
    return converter.structure(json.loads(path.read_text("utf-8")), Ward)
