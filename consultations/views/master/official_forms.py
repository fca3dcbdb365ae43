"""What is asked about officials."""

from django import forms

from consultations.views.master.department_fields import DepartmentField
from consultations.views.master.department_forms import READING_HELP
from consultations.views.master.fields import DayField, MasterForm


class PersonForm(MasterForm):
    name = forms.CharField(label="氏名", max_length=100, help_text="文字は入れたとおりに残ります（髙、﨑、𠮷も）。")
    reading = forms.CharField(label="読み", max_length=100, required=False, help_text=READING_HELP)


class PostForm(MasterForm):
    department = DepartmentField(label="所管課")
    title = forms.CharField(label="職名", max_length=100, help_text="例: 課長、副参事")
    valid_from = DayField("就任日", required=False)


class NewOfficialForm(PersonForm, PostForm):
    field_order = ("name", "reading", "department", "title", "valid_from")
