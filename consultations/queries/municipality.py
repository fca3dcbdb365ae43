"""Whose installation this is."""

from django.db.models import Subquery

from consultations.models import Municipality, NumberSeries


def current_municipality() -> Municipality:
    """The municipality, or an unsaved one with the defaults where nobody has entered it yet."""
    return Municipality.objects.order_by("pk").first() or Municipality()


def council_name() -> str:
    """As the numbers of its consultations know it, else the municipality's name, else ""; one statement."""
    of_series = NumberSeries.objects.order_by("pk").values("council_name")[:1]
    row = Municipality.objects.order_by("pk").values_list("name", Subquery(of_series)).first()
    return (row[1] or row[0]) if row else ""
