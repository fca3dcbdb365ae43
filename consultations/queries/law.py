"""Which rule was in force on a day."""

import datetime
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from consultations.enums import AssessmentLevel
from consultations.models import (
    AssessmentThreshold,
    Consultation,
    DeliberationPoint,
    LegalInstrument,
    Provision,
    ReviewViewpoint,
)
from consultations.sections.fields.assessment import Assessment


def provisions_in_force(kind: str, day: datetime.date) -> QuerySet[Provision]:
    """What a section of `kind` can be put to the council under; where its instrument is in force too."""
    instruments = LegalInstrument.objects.in_force(day)
    provisions = Provision.objects.in_force(day).filter(kind=kind, instrument__in=instruments)
    return provisions.select_related("instrument").order_by("instrument_id", "pk")


def provision_in_force(kind: str, day: datetime.date) -> Provision | None:
    """The one to propose; None for most kinds since the ordinances ended on 2023-03-31."""
    return provisions_in_force(kind, day).first()


def provisions_to_propose(kinds: Iterable[str], day: datetime.date) -> dict[str, Provision]:
    """`provision_in_force` for several kinds in one statement; a kind without one is not there."""
    instruments = LegalInstrument.objects.in_force(day)
    found = Provision.objects.in_force(day).filter(kind__in=list(kinds), instrument__in=instruments)
    in_order = found.select_related("instrument").order_by("-instrument_id", "-pk")
    return {provision.kind: provision for provision in in_order}


def provisions_ended(case: Consultation, day: datetime.date) -> QuerySet[Provision]:
    """What a paper rests on that is in force no longer."""
    in_force = Provision.objects.in_force(day).filter(instrument__in=LegalInstrument.objects.in_force(day))
    cited = Provision.objects.filter(sectionprovision__section__consultation=case).distinct()
    return cited.exclude(pk__in=in_force.values("pk")).select_related("instrument").order_by("pk")


def points_in_force(day: datetime.date) -> QuerySet[DeliberationPoint]:
    return DeliberationPoint.objects.in_force(day).order_by("number")


def viewpoints_in_force(day: datetime.date) -> QuerySet[ReviewViewpoint]:
    return ReviewViewpoint.objects.in_force(day).order_by("number")


def threshold_in_force(subjects: int, handlers: int, incident: bool, day: datetime.date) -> AssessmentThreshold | None:
    """The cell of the threshold table for so many data subjects and handlers; None before there was one.

    `incident`: a serious incident with specific personal information within the last year.
    """
    return (
        AssessmentThreshold.objects.in_force(day)
        .filter(
            Q(subjects_below=None) | Q(subjects_below__gt=subjects),
            Q(handlers_at_least_500=None) | Q(handlers_at_least_500=handlers >= 500),
            Q(incident=None) | Q(incident=incident),
            subjects_from__lte=subjects,
        )
        .order_by("pk")
        .first()
    )


def assessment_level(subjects: int, handlers: int, incident: bool, day: datetime.date) -> AssessmentLevel | None:
    """The assessment the law asks for; a municipality may ask for more."""
    threshold = threshold_in_force(subjects, handlers, incident, day)
    return AssessmentLevel(threshold.level) if threshold else None


def assessment_doubt(assessment: Assessment, day: datetime.date) -> str:
    """A sentence where an assessment says a lower level than its own figures ask for; "" where it does not."""
    if assessment.level is None or assessment.subjects is None or assessment.handlers is None:
        return ""
    asked = assessment_level(assessment.subjects, assessment.handlers, bool(assessment.serious_incident), day)
    levels = list(AssessmentLevel)
    if asked is None or levels.index(assessment.level) >= levels.index(asked):
        return ""
    return (
        f"評価の種類が「{assessment.level.label}」ですが、しきい値では「{asked.label}」です。人数を確かめてください。"
    )
