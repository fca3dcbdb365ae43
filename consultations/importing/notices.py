"""What a reader of the paper would have asked: references that lead nowhere, sections that name no provision."""

import re
from collections.abc import Iterator, Sequence

from consultations.importing.reading import Line, Note
from consultations.sections import citations
from consultations.sections.fields.prose import PurposeType
from consultations.sections.material import Material, Part
from consultations.sections.tree import addresses
from paper.digits import level

_ADDRESS = re.compile(
    r"第\s?[0-9０-９]{1,2}\s?の\s?[0-9０-９]{1,2}(?:の?[（(][0-9０-９]{1,2}[）)])?(?![0-9０-９条項号])"
)


def of(material: Material, document: Sequence[Line], line: int) -> Iterator[Note]:
    """The notes on a whole paper; `line` is where it begins."""
    yield from _lost_references(material, document)
    for part, cited in zip(material.parts, citations.bases(material), strict=True):
        if not cited and _states_its_purpose(part):
            yield Note(
                line, f"「{part.kind.title}」の根拠となる条項を見つけられませんでした。諮問の趣旨を確かめてください。"
            )


def _lost_references(material: Material, document: Sequence[Line]) -> Iterator[Note]:
    if not material.has_numbered_parts:
        return
    known = {level(number) for number in addresses(material).values()}
    for each in document:
        for found in _ADDRESS.finditer(each.text):
            if level(found[0]).replace("の(", "(") not in known:
                yield Note(each.number, f"参照先の「{found[0]}」が、この諮問にありません。番号を確かめてください。")


def _states_its_purpose(part: Part) -> bool:
    return any((spec := part.spec(entry)) and isinstance(spec.type, PurposeType) for entry in part.outline)
