"""What a list can be narrowed to, as the form above it offers it."""

from django import template
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def options(field: BoundField) -> SafeString:
    """The choices of a select. In one piece: a template takes as long for a hundred as for the rest of its page."""
    chosen = field.value()
    said = ((value, " selected" if value == chosen else "", name) for value, name in field.field.choices)  # type: ignore[attr-defined]  # of a ChoiceField
    return format_html_join("", '<option value="{}"{}>{}</option>', said)
