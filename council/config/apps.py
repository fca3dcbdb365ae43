"""Apps of Django that this application sets up otherwise. Read before any model is there."""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class ShingiAdminConfig(AdminConfig):
    default_site = "council.config.admin.ShingiAdminSite"

    def ready(self) -> None:
        """Pages go that would do nothing, for permissions follow from the role, or show what is each person's own."""
        super().ready()
        for model in ("auth.Group", "account.EmailAddress", "mfa.Authenticator"):
            admin.site.unregister(apps.get_model(model))
