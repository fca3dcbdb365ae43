"""The document tree as JSON, for papers that are kept: versioned, and strict.

What a release has written, every later release reads. A key or a node that is not known is refused and not dropped,
and nothing is turned into text or a number that was not one.
"""

import types
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, get_args, get_origin

from cattrs import BaseConverter, BaseValidationError, Converter, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.v import format_exception

from paper.nodes import Document

VERSION: Final = 1

_Hook: TypeAlias = Callable[[Any, Any], Any]


def dump(document: Document) -> dict[str, Any]:
    """What json.dumps takes: {"version": 1, "title": …, "nodes": [{"node": "Slip", "text": …}, …], "language": …}."""
    return {"version": VERSION, **_CONVERTER.unstructure(document)}


def load(raw: object) -> Document:
    """The document of a dump. Raises ValueError, which says what is wrong where, for anything `dump` never writes."""
    if not isinstance(raw, Mapping):
        raise ValueError("a document is a JSON object")
    plain = dict(raw)
    version = plain.pop("version", None)
    if type(version) is not int or version != VERSION:
        raise ValueError(f"version {version!r} of a document is not known here, only {VERSION}")
    try:
        return _CONVERTER.structure(plain, Document)
    except BaseValidationError as error:
        raise ValueError("; ".join(transform_error(error, format_exception=_reason))) from error


def _exact(value: object, wanted: type) -> Any:
    if type(value) is not wanted:
        raise TypeError(f"expected {wanted.__name__}, found {type(value).__name__}")
    return value


def _reason(error: BaseException, wanted: type | None) -> str:
    return str(error) if type(error) in (TypeError, ValueError) else format_exception(error, wanted)


def _is_union(sort: Any) -> bool:
    return isinstance(sort, types.UnionType)


def _is_tuple(sort: Any) -> bool:
    return get_origin(sort) is tuple


def _tuple_hook(wanted: Any, converter: BaseConverter) -> _Hook:
    """A tuple from a JSON array only: a text or an object can be iterated too."""
    members: _Hook = homogenous_tuple_structure_factory(wanted, converter)
    return lambda value, sort: members(_exact(value, list), sort)


def _named(node: Any) -> dict[str, Any]:
    return {"node": type(node).__name__, **_CONVERTER.unstructure(node, type(node))}


def _by_name(value: object, union: Any) -> Any:
    fields = dict(_exact(value, dict))
    name = fields.pop("node", None)
    for sort in get_args(union):
        if sort.__name__ == name:
            return _CONVERTER.structure(fields, sort)
    raise ValueError(f"no node {name!r} can stand here")


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(str, _exact)
    converter.register_structure_hook(int, _exact)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_func(_is_union, _by_name)
    converter.register_unstructure_hook_func(_is_union, _named)
    return converter


_CONVERTER: Final = _converter()
