"""What the commands of the desk have in common."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection


class DeskCommand(BaseCommand):
    """Says in a sentence that the database was never prepared."""

    requires_system_checks = ()  # they import every view, and with them the printing: longer than the work itself

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except DatabaseError as error:
            if "consultations_consultation" in connection.introspection.table_names():
                raise
            raise CommandError("データベースの準備がまだです。先に bin/manage migrate を実行してください。") from error
