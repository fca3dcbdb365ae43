"""The PDFs attached to a paper, and which of them someone may read."""

from typing import Any

from django.db.models import Q, QuerySet

from consultations.enums import Role
from consultations.models import Attachment, Consultation, Report, User
from consultations.models.inheritance import own_and_inherited
from consultations.models.paper import Paper


def attachments_of(paper: Paper) -> QuerySet[Attachment]:
    """In printed order, each with who brought it."""
    return Attachment.objects.of(paper).select_related("uploaded_by")


def attachments_open_to(user: User) -> QuerySet[Attachment]:
    """Those that are on a paper this person may see."""
    return Attachment.objects.select_related("consultation", "report").filter(
        _on(Consultation.objects.visible_to(user), Report.objects.visible_to(user))
    )


def attachment_to_read(user: User, pk: int) -> Any:
    """The last state of the attachment, or None where it is not for this person.

    One that was taken off is for those who work on its paper: what was taken off may have been put there by mistake,
    and does not become public with the paper.
    """
    state = Attachment.history.filter(id=pk).order_by("history_id").last()
    if state is None or state.history_type != "-":
        return attachments_open_to(user).filter(pk=pk).first()
    papers = [sort.objects.visible_to(user) for sort in (Consultation, Report)]
    if user.role != Role.SECRETARIAT:
        papers = [visible.filter(departments__department__in=own_and_inherited(user)) for visible in papers]
    return Attachment.history.filter(_on(*papers), history_id=state.history_id).first()


def _on(consultations: QuerySet[Consultation], reports: QuerySet[Report]) -> Q:
    return Q(consultation__in=consultations.order_by().values("pk")) | Q(report__in=reports.order_by().values("pk"))
