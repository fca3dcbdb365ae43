"""What a paper says of earlier consultations: that it amends, exceeds, continues or follows up one."""

import re
from collections.abc import Iterator

from consultations.enums import RelationSort
from consultations.sections.material import Material
from consultations.sections.tree import document
from paper.text import text as plain_text

_CITED = re.compile(r"諮問第\s?[0-9０-９]{1,6}\s?号")
_SORTS = (
    (RelationSort.EXCEEDS_BLANKET, re.compile(r"範囲を超え")),
    (RelationSort.CONTINUES, re.compile(r"継続審議|引き続き審議|改めて諮問")),
    (RelationSort.FOLLOWS_UP, re.compile(r"その後|経過|結果を報告|承認された")),
    (RelationSort.AMENDS, re.compile(r"(?:変更|追加)(?:し|する|を行)|改める|改めた")),
)


def find(material: Material) -> Iterator[tuple[RelationSort, str]]:
    """(how, number as printed) for each earlier consultation the text names, each once."""
    seen = {material.number}
    for sentence in re.split(r"。|\n", plain_text(document(material))):
        for match in _CITED.finditer(sentence):
            if match[0] not in seen:
                seen.add(match[0])
                words = sentence[match.end() :]
                otherwise = RelationSort.AMENDS if material.is_amendment() else RelationSort.REFERS_TO
                sort = next((sort for sort, pattern in _SORTS if pattern.search(words)), otherwise)
                yield sort, match[0]
