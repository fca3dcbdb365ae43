"""What is asked about departments."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from consultations.services.reorganisation import Reorganisation
from consultations.views.master.department_fields import DepartmentsField
from consultations.views.master.fields import DayField, MasterForm

NAME_HELP = "印刷するとおりに、部から続けて。例: 総務部情報公開課"
READING_HELP = "並べ替えに使います。ひらがなで。"


class NewDepartmentForm(MasterForm):
    name = forms.CharField(label="名称", max_length=100, help_text=NAME_HELP)
    reading = forms.CharField(label="読み", max_length=100, required=False, help_text=READING_HELP)
    valid_from = DayField("開始日", required=False)


class RenameForm(MasterForm):
    name = forms.CharField(label="新しい名称", max_length=100, help_text=NAME_HELP)
    reading = forms.CharField(label="読み", max_length=100, required=False, help_text=READING_HELP)
    day = DayField("変わる日", help_text="前の名称は、この前の日に終わります。例: 令和8年4月1日、R8.4.1")


class ReadingForm(MasterForm):
    reading = forms.CharField(label="読み", max_length=100, required=False, help_text=READING_HELP)


class ReorganisationForm(MasterForm):
    page = "master/reorganisation.html"

    day = DayField("引き継ぐ日")
    predecessors = DepartmentsField(label="前の課", help_text="仕事を渡す課です。")
    successors = DepartmentsField(
        label="後継の課", required=False, help_text="仕事を受ける課のうち、すでに登録されているものです。"
    )
    created = forms.CharField(
        label="新しくできる後継の課",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="1行に一つ。名称のあとに空白をあけて、読みを書けます。例: 総務部情報政策課 じょうほうせいさくか",
    )
    ends = forms.TypedChoiceField(
        label="前の課は",
        choices=[("1", "前の日で終わる"), ("0", "続く")],
        coerce=lambda value: value == "1",
        initial="1",
        widget=forms.RadioSelect,
    )
    with_accounts = forms.BooleanField(
        label="前の課の利用者を、後継の課の利用者にもする（登録したときから）", required=False
    )

    def clean_created(self) -> tuple[tuple[str, str], ...]:
        lines = [line.split(None, 1) for line in self.cleaned_data["created"].splitlines() if line.strip()]
        if any(len(part) > 100 for line in lines for part in line):
            raise ValidationError("長すぎる行があります。名称も読みも、100字までにしてください。")
        return tuple((line[0], line[1].strip() if len(line) > 1 else "") for line in lines)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not said["successors"] and not said["created"]:
            raise ValidationError("後継の課がありません。選ぶか、新しくできる課の名称を入れてください。")
        return said

    @property
    def plan(self) -> Reorganisation:
        return Reorganisation(**self.cleaned_data)
