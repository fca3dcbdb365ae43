"""Apps of Django that this application sets up otherwise. Read before any model is there."""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class ShingiAdminConfig(AdminConfig):
    default_site = "council.config.admin.ShingiAdminSite"

    def ready(self) -> None:
        """What an account may do follows from its role; the page of permission groups would do nothing."""
        super().ready()
        admin.site.unregister(apps.get_model("auth", "Group"))
