"""Enter what papers refer to: the municipality, its numbers, departments and officials, the law, contract riders.

Each verb takes rows that are not stored yet and stores them together or, with a ValidationError, not at all.
"""

import datetime
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from consultations.models import (
    ContractRider,
    Department,
    DepartmentName,
    DepartmentSuccession,
    LegalInstrument,
    Municipality,
    NumberSeries,
    Official,
    Post,
    Provision,
)
from consultations.models.dated import refuse_overlaps
from consultations.sections.kinds import KINDS
from consultations.services.rows import store


@transaction.atomic
def enter_municipality(municipality: Municipality) -> Municipality:
    if entered := Municipality.objects.first():
        raise ValidationError(
            f"自治体は「{entered}」が登録されています。名称などが変わったときは、登録されているものを直してください。"
        )
    return store(municipality)


@transaction.atomic
def enter_series(series: NumberSeries) -> NumberSeries:
    return store(series)


@transaction.atomic
def enter_department(department: Department, names: Sequence[DepartmentName]) -> Department:
    """A department with the names it bore, one at a time."""
    if not names:
        raise ValidationError("課の名称がありません。名称を一つ以上入力してください。")
    refuse_overlaps(names)
    store(department)
    for name in names:
        name.department = department
        store(name)
    return department


@transaction.atomic
def hand_over(predecessor: Department, successor: Department, date: datetime.date) -> DepartmentSuccession:
    """On `date` the work of a department, or a part of it, goes to another, which has a name by then."""
    return store(DepartmentSuccession(predecessor=predecessor, successor=successor, date=date))


@transaction.atomic
def enter_official(official: Official, posts: Sequence[Post]) -> Official:
    """A person with the posts they held."""
    refuse_overlaps(posts)
    store(official)
    for post in posts:
        post.official = official
        store(post)
    return official


@transaction.atomic
def enter_instrument(instrument: LegalInstrument, provisions: Sequence[Provision]) -> LegalInstrument:
    """A law or ordinance with its provisions."""
    refuse_unknown_kinds(provisions)
    store(instrument)
    for provision in provisions:
        provision.instrument = instrument
    refuse_overlaps(provisions)
    for provision in provisions:
        store(provision)
    return instrument


def refuse_unknown_kinds(provisions: Sequence[Provision]) -> None:
    known = {kind.kind for kind in KINDS}
    if unknown := [provision.kind for provision in provisions if provision.kind not in known]:
        raise ValidationError(f"「{unknown[0]}」という諮問の種類はありません。種類の一覧から選んでください。")


@transaction.atomic
def enter_rider(rider: ContractRider) -> ContractRider:
    return store(rider)
