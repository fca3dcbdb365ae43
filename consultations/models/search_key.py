"""A search key beside the text it is made of, so that the text itself is stored as it was typed."""

from typing import Any

from django.db import models

from paper.digits import level

LONGEST = 600
"""Characters of a key: what an index of PostgreSQL takes; longer texts agree in so many."""


class SearchKeyField(models.TextField):  # type: ignore[type-arg]  # generic in the stubs only
    """Filled from the field `source` at every write, bulk writes included; never typed, never shown."""

    def __init__(self, source: str, **options: Any) -> None:
        self.source = source
        super().__init__(**{"editable": False, "db_index": True, "default": "", **options})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, positional, options = super().deconstruct()
        return name, path, [self.source, *positional], options

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = level(getattr(model_instance, self.source))[:LONGEST]
        setattr(model_instance, self.attname, key)
        return key
