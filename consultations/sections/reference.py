"""A value that only points at another place of the paper: 第１の３（１）のとおり.

It is live: it points at a heading by its key and prints the number that heading has today. How it was typed stays as
long as it says the same (第 1 の２のとおり).
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from paper.digits import level

T = TypeVar("T")

_NUMBER = r"[0-9０-９]{1,2}"
_ADDRESS = rf"(?:第\s*{_NUMBER}\s*の\s*)?{_NUMBER}(?:\s*の?\s*[（(]\s*{_NUMBER}\s*[）)])?"
_WHOLE = re.compile(
    rf"\s*(?P<before>上記\s*|前記\s*)?(?P<address>{_ADDRESS})(?P<after>\s*(?:のとおり|に記載のとおり|に同じ|と同じ|と同様)\s*。?)\s*"
)
_ABOVE = re.compile(r"\s*(?:上記|同上|前記)\s*(?:と同項目|と同じ項目|と同じ|に同じ|のとおり|と同様)?\s*。?\s*")
_SHEET = re.compile(r"\s*別紙[^。、\n]{0,60}(?:参照|のとおり)\s*。?\s*")


@dataclass(frozen=True)
class Reference:
    """`printed` is the whole phrase as typed; `target` the key of a heading (section/field), "" for 別紙 and 上記."""

    printed: str
    target: str = ""

    def write(self, addresses: Mapping[str, str]) -> str:
        """The phrase with today's number of its target; as typed where there is no target or it says the same."""
        found = _WHOLE.fullmatch(self.printed)
        address = addresses.get(self.target)
        if found is None or address is None or _key(found["address"]) == _key(address):
            return self.printed
        return f"{found['before'] or ''}{address}{found['after']}"

    @property
    def address(self) -> str:
        """The number it names, as a search key (第1の3(1)); "" for 別紙 and 上記."""
        found = _WHOLE.fullmatch(self.printed)
        return _key(found["address"]) if found else ""


def _key(address: str) -> str:
    """第１の３の（１） and 第１の３（１） are one place."""
    return level(address).replace("の(", "(")


def read(text: str) -> Reference | None:
    """`text` as a reference where it is one and nothing else."""
    if len(text) > 100 or "\n" in text:
        return None
    if _WHOLE.fullmatch(text) or (_ABOVE.fullmatch(text) and text.strip()) or _SHEET.fullmatch(text):
        return Reference(text.strip())
    return None


def mapped(value: T, change: Callable[[Reference], Reference]) -> T:
    """A typed value with every reference in it changed; everything else is the same object."""
    if isinstance(value, Reference):
        return change(value)  # type: ignore[return-value]  # T is Reference here
    if isinstance(value, tuple):
        return tuple(mapped(entry, change) for entry in value)  # type: ignore[return-value]  # the same shape
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        before = {entry.name: getattr(value, entry.name) for entry in dataclasses.fields(value)}
        after = {name: mapped(entry, change) for name, entry in before.items()}
        return value if before == after else dataclasses.replace(value, **after)
    return value
