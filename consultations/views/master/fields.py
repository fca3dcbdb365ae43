"""What the forms of the master data have in common: how they look, and days as people type them."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from consultations.queries.changes import said_of
from paper.typed_days import read_day


class DayField(forms.CharField):
    """A day in any usual shape; shown again as it was typed."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label=label, **{"help_text": "例: 令和8年4月1日、R8.4.1、2026/4/1", **options})

    def clean(self, value: Any) -> datetime.date | None:
        typed = super().clean(value)
        day = read_day(typed) if typed else None
        if typed and day is None:
            raise ValidationError("日付を読めませんでした。日付の形を「令和8年6月1日」にそろえてください。")
        return day

    def prepare_value(self, value: Any) -> Any:
        return said_of(value) if isinstance(value, datetime.date) else value


class MasterForm(forms.Form):
    page = "master/form.html"

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        for field in self.fields.values():
            if not isinstance(field.widget, (forms.CheckboxInput, forms.RadioSelect)):
                field.widget.attrs.setdefault("class", "field")
            if isinstance(field.widget, forms.TextInput):
                field.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def refuse(self, refused: ValidationError) -> None:
        """What a service refused, at the field it is about where the form has it."""
        if not hasattr(refused, "error_dict"):
            self.add_error(None, refused.messages)
            return
        for name, messages in refused.message_dict.items():
            own = name if name in self.fields and name != NON_FIELD_ERRORS else None
            self.add_error(own, messages)


class EndForm(MasterForm):
    day = DayField("最後の日", help_text="この日まで続き、次の日からはありません。例: 令和8年3月31日、R8.3.31")


class RosterForm(MasterForm):
    page = "master/roster.html"

    text = forms.CharField(
        label="表",
        help_text="1行目は見出しです。見出しの順は自由で、空いている欄は今のまま変えません。",
        max_length=200_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "wrap": "off", "spellcheck": "false", "autocomplete": "off"}),
    )
    last_day = DayField(
        "表にないものが終わる日",
        required=False,
        help_text="表にあるものだけが続くときに入れます。空けておくと、表にないものは変わりません。例: 令和8年3月31日",
    )
