"""What is asked about the law."""

from django import forms

from consultations.sections.kinds import KINDS
from consultations.views.master.fields import DayField, MasterForm


class InstrumentForm(MasterForm):
    title = forms.CharField(label="題名", max_length=200, help_text="印刷するとおりに。例: さくら区個人情報保護条例")
    short_name = forms.CharField(label="略称", max_length=50, required=False, help_text="例: 条例、番号法")
    number = forms.CharField(label="番号", max_length=100, required=False, help_text="例: 平成１５年条例第２号")
    valid_from = DayField("施行日", required=False)


class ProvisionForm(MasterForm):
    kind = forms.ChoiceField(label="諮問の種類", choices=lambda: [(kind.kind, kind.title) for kind in KINDS])
    article = forms.CharField(label="条項", max_length=100, help_text="印刷するとおりに。例: 第１７条第４号")
    valid_from = DayField("始まる日", required=False)
