"""Whose installation this is."""

from consultations.models import Municipality


def current_municipality() -> Municipality:
    """The municipality, or an unsaved one with the defaults where nobody has entered it yet."""
    return Municipality.objects.order_by("pk").first() or Municipality()
