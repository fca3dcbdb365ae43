"""The form of a section: one field a heading, each typed as it prints."""

from typing import Any

from django import forms

from consultations.sections.field_types import Context
from consultations.sections.material import Part


class SectionForm(forms.Form):
    """The fields of one kind; `part` gives their values and, when valid, comes back with the typed ones."""

    def __init__(self, part: Part, context: Context, **options: Any) -> None:
        self.part = part
        fields = part.kind.fields
        initial = {key: getattr(part.body, key) for key in fields}
        super().__init__(**{"initial": initial, "prefix": part.key, **options})
        titles = {entry.key: part.entry_title(entry, context.house) for entry in part.outline}
        for key, spec in fields.items():
            label = titles.get(key, context.house.titled(spec.title))
            self.fields[key] = spec.form_field(label, context)

    def typed(self) -> Part:
        """The part with the values that were typed; a value whose text was not touched stays the same object."""
        changed = {key: self.cleaned_data[key] for key in self.changed_data}
        return self.part.renew(**changed) if changed else self.part
