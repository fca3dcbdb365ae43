"""Word of a step to the other side: a case by its number, what happened, a link, and nothing of its content."""

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from consultations.enums import RevisionAct, Role
from consultations.models import Mail, User
from consultations.models.paper import Paper
from consultations.queries.participants import people_of_departments, secretariat
from consultations.services.outbox import deliver_soon
from paper.digits import level

_HAPPENED = {
    RevisionAct.SUBMITTED: "が提出されました",
    RevisionAct.RETURNED: "が差し戻されました",
    RevisionAct.ACCEPTED: "が受理されました",
    RevisionAct.ANSWERED: "の答申が記録されました",
    RevisionAct.NOTED: "の了解が記録されました",
    RevisionAct.WITHDRAWN: "が取り下げられました",
    RevisionAct.PUBLISHED: "が公開されました",
}
_TEXT = """{happened}。

次のページで確かめてください。
{link}

案件の内容は、このメールには書いていません。
"""


def tell(paper: Paper, by: User, act: RevisionAct) -> None:
    """Written in the transaction of the step, sent when that is in; nothing where no mail server is named."""
    if not settings.EMAIL_HOST:
        return
    happened = f"{_case(paper)}{_HAPPENED[act]}"
    text = _TEXT.format(happened=happened, link=_link(paper))
    for person in _told(paper, by, act):
        Mail.objects.create(to=person, subject=happened, text=text)
    transaction.on_commit(deliver_soon, robust=True)


def _told(paper: Paper, by: User, act: RevisionAct) -> QuerySet[User]:
    """The other side; of a withdrawal both, but never the secretariat of what it has not seen."""
    people = people_of_departments(paper) if by.role == Role.SECRETARIAT else User.objects.none()
    if act == RevisionAct.WITHDRAWN:
        people = people_of_departments(paper)
    if by.role == Role.DEPARTMENT and paper.reached_secretariat:
        people |= secretariat()
    return people.filter(is_active=True).exclude(email="").exclude(pk=by.pk).order_by("pk")


def _case(paper: Paper) -> str:
    """諮問第951号; its title would be content."""
    return level(paper.number_printed) or f"番号のまだない{paper._meta.verbose_name}"


def _link(paper: Paper) -> str:
    return f"{settings.SITE_URL}{reverse(paper._meta.model_name or '', args=[paper.pk])}"
