"""Who signs in, and in which role."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from consultations.enums import Role


class AccountHistory(HistoricalRecords):  # type: ignore[misc]  # it ships no types
    """Keeps what people change; a sign-in or a new password alone is no new state of the account."""

    def post_save(self, instance: "User", created: bool, using: str | None = None, **sent: Any) -> None:
        written = sent.get("update_fields")
        if written is None or not set(written) <= set(self.excluded_fields):
            super().post_save(instance, created, using=using, **sent)


class User(AbstractUser):
    """A person who signs in; `departments` binds the accounts of the role `department`."""

    role = models.CharField("役割", max_length=20, choices=Role, default=Role.READER)
    departments = models.ManyToManyField(
        "consultations.Department", verbose_name="所管課", blank=True, related_name="users"
    )

    history = AccountHistory(excluded_fields=["password", "last_login"], m2m_fields=[departments])

    class Meta:
        verbose_name = "利用者"
        verbose_name_plural = "利用者"

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_full_name(self) -> str:
        """Japanese order, as the person typed it: family name first."""
        return f"{self.last_name} {self.first_name}".strip()


def refuse_without_department(role: str, departments: Collection[object]) -> None:
    """ValidationError for an account of the role `department` that has none: it would see nothing."""
    if role == Role.DEPARTMENT and not departments:
        raise ValidationError("所管課の利用者に、課がありません。所管課を一つ以上選んでください。")
