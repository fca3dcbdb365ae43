"""One consultation with all that its page says beside the paper."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from consultations.models import Consultation, ConsultationRelation, Report, User


def consultations_to_print(user: User) -> QuerySet[Consultation]:
    return Consultation.objects.visible_to(user).prefetch_related("sections", "annexes", "departments")


def reports_to_print(user: User) -> QuerySet[Report]:
    return Report.objects.visible_to(user).prefetch_related("departments", "annexes")


def papers_to_print(sort: str, user: User) -> QuerySet[Any]:
    """Either sort, by the name of its model."""
    return {"consultation": consultations_to_print, "report": reports_to_print}[sort](user)


def cases(user: User) -> QuerySet[Consultation]:
    """Each relation knows as `is_open` whether this person may open the earlier consultation."""
    open_to_user = Consultation.objects.visible_to(user).filter(pk=OuterRef("earlier"))
    relations = ConsultationRelation.objects.annotate(is_open=Exists(open_to_user)).order_by("pk")
    return consultations_to_print(user).prefetch_related("sections__provisions", Prefetch("relations", relations))


def provisions_cited(case: Consultation) -> tuple[str, ...]:
    """What its sections rest on, as printed, each once; no statement of its own for one of `cases`."""
    cited = (provision.cited_as for section in case.sections.all() for provision in section.provisions.all())
    return tuple(dict.fromkeys(cited))
