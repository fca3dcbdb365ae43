"""The form field of every field type: people type a value as it prints."""

from collections.abc import Callable
from typing import Any

from django import forms


class TypedTextField(forms.CharField):
    """Takes the text of a value and gives the value; nothing typed is ever refused or changed."""

    def __init__(self, read: Callable[[str], Any], write: Callable[[Any], str], *, rows: int, **options: Any) -> None:
        self.read, self.write = read, write
        super().__init__(required=False, strip=False, widget=forms.Textarea(attrs={"rows": rows}), **options)

    def clean(self, value: Any) -> Any:
        return self.read(_typed(super().clean(value)))

    def prepare_value(self, value: Any) -> Any:
        """The value as the text to edit; what was typed and comes back stays as typed."""
        return value if isinstance(value, str) else self.write(value)

    def has_changed(self, initial: Any, data: str | None) -> bool:
        return not self.disabled and self.prepare_value(initial) != _typed(data or "")


def _typed(text: str) -> str:
    """The text with the line ends people typed: a browser sends others (HTML, form submission)."""
    return text.replace("\r\n", "\n")
