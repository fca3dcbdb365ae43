"""JSON ↔ the typed values of a body. Strict: an unknown key or another type is a ValueError, never a guess."""

from enum import Enum
from typing import Any, TypeVar

import cattrs

T = TypeVar("T")

_converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)


def _exactly(value: Any, wanted: type[T]) -> T:
    """`value` where it is `wanted` and not merely convertible; the words of an enumeration are looked up."""
    if issubclass(wanted, Enum):
        return wanted(value)
    if type(value) is not wanted:
        raise ValueError(f"{value!r} is not {wanted.__name__}")
    return value


for _plain in (str, int, bool):
    _converter.register_structure_hook(_plain, _exactly)


def dump(value: Any) -> Any:
    """A typed value as plain JSON (dicts, lists, strings, numbers, null)."""
    return _converter.unstructure(value)


def parse(raw: Any, wanted: type[T]) -> T:
    """Plain JSON as `wanted`; ValueError where it does not fit."""
    try:
        return _converter.structure(raw, wanted)
    except (
        cattrs.BaseValidationError,
        cattrs.ForbiddenExtraKeysError,
        TypeError,
        KeyError,
        AttributeError,
    ) as error:
        raise ValueError(f"not a {getattr(wanted, '__name__', wanted)}: {error}") from error
