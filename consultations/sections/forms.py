"""The form of a section: one field a heading, each typed as it prints."""

from typing import Any

from django import forms

from consultations.sections import reference
from consultations.sections.base import Context, FieldType
from consultations.sections.material import Part


class TypedTextField(forms.CharField):
    """Takes the text people type for a value of a field type and gives the value; nothing typed is ever refused."""

    def __init__(self, type_: FieldType[Any], context: Context, **options: Any) -> None:
        self.type, self.context = type_, context
        widget = forms.Textarea(attrs={"rows": type_.rows})
        super().__init__(required=False, strip=False, widget=widget, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value).replace("\r\n", "\n")
        return reference.read(text) or self.type.read(text, self.context)

    def prepare_value(self, value: Any) -> Any:
        """The value as the text to edit; what was typed and comes back stays as typed."""
        if isinstance(value, reference.Reference):
            return value.write(self.context.addresses)
        return self.type.write(value, self.context) if isinstance(value, self.type.value) else value


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
            self.fields[key] = spec.type.form_field(label, context)

    def typed(self) -> Part:
        """The part with the values that were typed; a value whose text was not touched stays the same object."""
        changed = {key: self.cleaned_data[key] for key in self.changed_data}
        return self.part.renew(**changed) if changed else self.part
