"""Consultations from a text: it is read, what was understood is shown beside it, and only then anything is kept."""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from consultations.enums import Role
from consultations.importing import reading
from consultations.importing.reading import Unreadable
from consultations.models import Consultation
from consultations.services.importing import Problem, Refused
from consultations.services.texts import LARGEST, Understood, take_in_accepted, take_in_drafts, understand
from consultations.views.making.new import only_who_makes_papers
from consultations.views.requests import AuthenticatedRequest

LINE_END = re.compile(r"\r\n|\r")  # a form sends others than it was given (HTML, form submission)
EXCERPT = 20
TOO_LARGE = "大きすぎます。10MBまでに分けてください。"


class TextForm(forms.Form):
    """A file or a text; where both are there the file is read."""

    file = forms.FileField(label="テキストファイル", required=False, allow_empty_file=True)
    text = forms.CharField(label="審議資料の文", required=False, strip=False, widget=forms.Textarea)

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.fields["text"].validators.clear()  # reading names a control character with its line

    def clean_file(self) -> str | None:
        file = self.cleaned_data.get("file")
        if not isinstance(file, UploadedFile):
            return None
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        try:
            return reading.decode(file.read())
        except Unreadable as error:
            raise forms.ValidationError(f"{error.line}行目：{error.sentence}") from error

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        found = values.get("file")
        text = values.get("text", "") if found is None else found
        if self.errors:
            return values
        if not text.strip():
            self.add_error("file", "文がありません。ファイルを選ぶか、文を貼り付けてください。")
        elif len(text.encode("utf-8", "surrogatepass")) > LARGEST:
            self.add_error("text" if found is None else "file", TOO_LARGE)
        return {"text": LINE_END.sub("\n", text)}


@require_http_methods(["GET", "POST"])
def take_in(request: AuthenticatedRequest) -> HttpResponse:
    only_who_makes_papers(request)
    form = TextForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "consultations/making/text.html", {"form": form})
    text = form.cleaned_data["text"]
    understood = understand(text, request.user)
    problems = understood.problems
    if request.POST.get("seen") == _seen(text):
        try:
            return _taken(request, _take_in(request, text, understood))
        except Refused as refused:
            problems = refused.problems
    page = {"text": text, "papers": understood.papers, "problems": _shown(problems, text), "seen": _seen(text)}
    return render(request, "consultations/making/understood.html", page)


def _take_in(request: AuthenticatedRequest, text: str, understood: Understood) -> list[Consultation]:
    if request.user.role == Role.SECRETARIAT and request.POST.get("state") == "accepted":
        return take_in_accepted(text, request.user)
    return take_in_drafts(understood, request.user)


def _taken(request: AuthenticatedRequest, taken: list[Consultation]) -> HttpResponse:
    messages.success(request, f"{len(taken)}件を取り込みました。")
    if len(taken) > 1:
        return redirect("consultations")
    return redirect("consultation" if taken[0].number_printed else "consultation_edit", taken[0].pk)


def _shown(problems: Sequence[Problem], text: str) -> list[dict[str, Any]]:
    """Each with the beginning of its line, which has no number in a field."""
    said = text.split("\n")
    return [
        {"line": each.line, "sentence": each.sentence, "excerpt": said[each.line - 1].strip()[:EXCERPT]}
        for each in problems
    ]


def _seen(text: str) -> str:
    """The name of a text that no other has: what is kept is what was shown, whatever came back with the form."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
