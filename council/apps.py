"""The council: who sits in it, its offices, its terms."""

from django.apps import AppConfig


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = "審議会"
