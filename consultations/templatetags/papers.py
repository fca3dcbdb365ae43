"""How the screens say what a paper's rows hold. What was printed is shown as printed; this is for the rest."""

import datetime
from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils import timezone

from consultations.models import Report, Section
from consultations.models.paper import Paper
from consultations.queries.lists import works_on_papers
from consultations.queries.municipality import council_name
from consultations.sections.kinds import in_short
from paper.digits import Digits
from paper.wareki import CalendarDate, write

register = template.Library()
register.filter("works_on_papers", works_on_papers)


@register.filter
def day(date: datetime.date) -> str:
    """令和4年11月25日: the system's own dates have half-width digits."""
    return write(CalendarDate.of(date), Digits.HALF)


@register.filter
def clock(moment: datetime.datetime) -> str:
    """10時42分."""
    local = timezone.localtime(moment)
    return f"{local.hour}時{local.minute:02}分"


@register.filter
def called(paper: Paper) -> str:
    """What people call a case: by the subtitle, for the subject of a consultation is a sentence of law."""
    subtitle, subject = paper.subtitle, paper.subject
    name = subject or subtitle if isinstance(paper, Report) else subtitle or subject
    return name or "件名のない案件"


@register.filter
def beside(paper: Paper) -> str:
    """What stands in small letters beside the name: the other one of subject and subtitle."""
    names = {paper.subject, paper.subtitle} - {called(paper), ""}
    return names.pop() if names else ""


@register.filter
def kinds(sections: Iterable[Section]) -> str:
    """外部委託、回線結合: each kind once, in printed order."""
    return in_short(section.kind for section in sections)


@register.simple_tag
def council() -> str:
    """さくら区情報公開・個人情報保護審議会; さくら区 before its numbers are set up, nothing where nobody entered it."""
    return council_name()


@register.simple_tag
def address(paper: Paper, page: str = "", *more: object) -> str:
    """Of a page of this paper: {% address paper "edit" %}; of its own page without a name."""
    return reverse("_".join(filter(None, (paper._meta.model_name, page))), args=[paper.pk, *more])
