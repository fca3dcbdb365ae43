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
from consultations.queries.departments import name_on
from consultations.sections.kinds import KINDS
from consultations.services.rows import refuse_overlaps_alike, store


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
    if name_on(successor, date) is None:
        raise ValidationError(
            f"{date.isoformat()} には「{successor}」という課がありません。"
            "引き継いだ日か、後継の課の名称の期間を確かめてください。"
        )
    return store(DepartmentSuccession(predecessor=predecessor, successor=successor, date=date))


@transaction.atomic
def enter_official(official: Official, posts: Sequence[Post]) -> Official:
    """A person with the posts they held; several at a time are usual, the same one twice is not."""
    refuse_overlaps_alike(posts, lambda post: (post.department_id, post.title))
    store(official)
    for post in posts:
        post.official = official
        store(post)
    return official


@transaction.atomic
def enter_instrument(instrument: LegalInstrument, provisions: Sequence[Provision]) -> LegalInstrument:
    """A law or ordinance with its provisions; one that replaces another of its title begins after that one's end."""
    known = {kind.kind for kind in KINDS}
    if unknown := [provision.kind for provision in provisions if provision.kind not in known]:
        raise ValidationError(f"「{unknown[0]}」という諮問の種類はありません。種類の一覧から選んでください。")
    refuse_overlaps([instrument, *LegalInstrument.objects.filter(title=instrument.title)])
    store(instrument)
    for provision in provisions:
        provision.instrument = instrument
    refuse_overlaps_alike(provisions, lambda provision: (provision.kind, provision.article))
    for provision in provisions:
        store(provision)
    return instrument


@transaction.atomic
def enter_rider(rider: ContractRider) -> ContractRider:
    refuse_overlaps([rider, *ContractRider.objects.filter(name=rider.name)])
    return store(rider)
