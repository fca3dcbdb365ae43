"""How the history of a paper reads."""

import datetime

from django import template
from django.urls import reverse
from django.utils import timezone

from consultations.enums import Role
from consultations.models import User
from consultations.models.paper import Paper
from consultations.queries.departments import name_on
from consultations.sections.comparison import Change
from consultations.templatetags.papers import day
from paper.difference import Piece, pieces
from paper.excerpt import excerpts

register = template.Library()

_SIGNS = str.maketrans({"\n": "↵\n", "\u3000": "□", " ": "␣", "\t": "→"})


@register.simple_tag
def difference(before: str, after: str) -> tuple[Piece, ...]:
    """{% difference mine theirs as pieces %}{% include "consultations/difference.html" %}"""
    return pieces(before, after)


@register.filter
def in_excerpts(found: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], ...]:
    return excerpts(found)


@register.filter
def shown(piece: Piece) -> str:
    """White space that alone came or went is told by a sign."""
    is_blank = piece.sort != "same" and not piece.text.strip()
    return piece.text.translate(_SIGNS) if is_blank else piece.text


@register.filter
def moment(at: datetime.datetime) -> str:
    """今日 10:42, 11月20日 16:20, 令和7年11月20日 16:20."""
    at, today = timezone.localtime(at), timezone.localdate()
    date = f"{at.month}月{at.day}日" if at.year == today.year else day(at.date())
    return f"{'今日' if at.date() == today else date} {at.hour}:{at.minute:02}"


@register.filter
def with_place(user: User) -> str:
    """桐山 翔太（教育部中央図書館）; no statement of its own where departments and their names are prefetched."""
    if user.role != Role.DEPARTMENT:
        return f"{user}（{user.get_role_display()}）"
    names = [name_on(department, timezone.localdate()) for department in user.departments.all()]
    said = "、".join(name for name in names if name)
    return f"{user}（{said}）" if said else str(user)


@register.filter
def sort_of_place(change: Change) -> str:
    """部, 別紙, 前文 or 見出し."""
    address = change.place.address
    names = {"annex": "別紙", "preface": "前文"}
    return "部" if "/" not in address else names.get(address.partition("/")[0], "見出し")


@register.simple_tag
def version(paper: Paper, number: int, page: str = "") -> str:
    """The address of a page of the paper as it was: {% version paper 3 "pdf" %}; of that state's own without a name."""
    return reverse("_".join(filter(None, (paper._meta.model_name, "version", page))), args=[paper.pk, number])
