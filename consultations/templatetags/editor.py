"""How the editor's page says what it holds."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from consultations.models import User
from consultations.models.paper import Paper
from consultations.queries.cards import Card
from consultations.sections.places import Place

register = template.Library()

_OWN = re.compile(r"(?:.*の)?([^の]*?)(（[^（]*）)?")


@register.filter
def sort(paper: Paper) -> str:
    """consultation, report."""
    return paper._meta.model_name or ""


@register.filter
def within(title: str, card: Card) -> str:
    """表: of a 別紙 the part's own name, where the name of the 別紙 stands above it already."""
    return title.removeprefix(card.title).strip() if card.sort == "annex" else title


@register.filter
def initial(user: User) -> str:
    return str(user)[:1]


@register.filter
def fragment(address: str) -> str:
    """s1/place → at-s1-place, for ids and addresses on the page."""
    return f"at-{address.replace('/', '-')}"


@register.filter
def own_number(number: str) -> str:
    """第１の３（１） → （１）, 第１の３ → ３: as the heading itself prints it."""
    found = _OWN.fullmatch(number)
    return (found[2] or found[1]) if found else number


@register.filter
def in_textarea(text: str) -> str:
    """A browser drops the first line end in a textarea (HTML, parsing): this gives it one to drop."""
    return f"\n{text}"


@register.filter
def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@register.filter
def outline_json(outline: Iterable[Place]) -> SafeString:
    """What references can be picked from: [{address, title}]."""
    said = json.dumps([{"address": place.number, "title": place.title} for place in outline], ensure_ascii=False)
    # Nothing in it may end the script element (HTML, restrictions on the contents of script).
    return mark_safe(said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S308


@register.filter
def at(values: Mapping[str, Any], key: str) -> Any:
    return values.get(key)
