"""What a step asks for: mostly nothing, a withdrawal its reason, a return all that is to be mended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from consultations.models.paper import Paper
from consultations.queries.readiness import GONE, places_of
from consultations.sections.places import Place

_REASON = "reason:"


class Words(forms.CharField):
    """Some sentences as they were typed; browsers send lines with another end than the one that is stored."""

    def __init__(self, label: str, *, required: bool = False, rows: int = 3) -> None:
        super().__init__(
            label=label, required=required, strip=False, max_length=4000, widget=forms.Textarea({"rows": rows})
        )

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class StepForm(forms.Form):
    """`asked` is what the service of the step takes besides the paper and the person."""

    def __init__(self, data: Any, paper: Paper) -> None:
        super().__init__(data)

    def asked(self) -> dict[str, Any]:
        return self.cleaned_data


class WithdrawForm(StepForm):
    note = Words("取り下げる理由")


@dataclass(frozen=True)
class Reason:
    """The field of one heading, and what stands under that heading now."""

    field: BoundField
    text: str
    is_gone: bool


class ReturnForm(StepForm):
    """A field for each heading in printed order and one for the whole; those that are filled in count.

    A heading that was taken out while someone wrote a reason for it keeps the field, for the reason to be moved.
    """

    due = forms.DateField(label="直しの期限", required=False, widget=forms.DateInput({"type": "date"}))
    note = Words("添え書き")

    def __init__(self, data: Any, paper: Paper) -> None:
        super().__init__(data, paper)
        self.here = places_of(paper)
        headings = {place.address: place.name or place.text[:20] for place in returnable(self.here)}
        sent = (name.removeprefix(_REASON) for name in data or () if name.startswith(_REASON) and data[name])
        labels = {**headings, "": "全体"}
        for address in dict.fromkeys([*labels, *sent]):
            self.fields[_REASON + address] = Words(labels.get(address, GONE))

    def reasons(self) -> Iterator[Reason]:
        for name in self.fields:
            if name.startswith(_REASON):
                address = name.removeprefix(_REASON)
                text = self.here[address].text if address in self.here else ""
                yield Reason(self[name], text, bool(address) and address not in self.here)

    def asked(self) -> dict[str, Any]:
        said = {
            name.removeprefix(_REASON): text for name, text in self.cleaned_data.items() if name.startswith(_REASON)
        }
        return {"reasons": said, "due": self.cleaned_data["due"], "note": self.cleaned_data["note"]}


def returnable(here: Mapping[str, Place]) -> Iterator[Place]:
    """What prints as a heading: a 別紙 is one, its parts are none; the only section of a paper has none of its own."""
    for place in here.values():
        depth = place.address.count("/")
        if depth == 1 or (depth == 0 and place.number):
            yield place
