"""The document tree as JSON, for papers that are kept: versioned and strict both ways.

What a release has written, every later release reads. A key or a node that is not known is refused and not dropped, and
nothing is turned into text or a number that was not one.
"""

from collections.abc import Mapping
from typing import Any, Final

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.strategies import configure_tagged_union

from paper.nodes import Block, Document, Node

VERSION: Final = 1


def dump(document: Document) -> dict[str, Any]:
    """The document as what json.dumps takes: {"version": 1, "title": …, "nodes": [{"node": "Slip", …}, …], …}."""
    plain: dict[str, Any] = _CONVERTER.unstructure(document)
    return {"version": VERSION, **plain}


def load(raw: object) -> Document:
    """The document of a dump. Raises ValueError, which says what is wrong, for anything `dump` does not write."""
    if not isinstance(raw, Mapping):
        raise ValueError("a document is a JSON object")
    plain = dict(raw)
    version = plain.pop("version", None)
    if type(version) is not int or version != VERSION:
        raise ValueError(f"documents of version {version!r} are not known here, only {VERSION}")
    try:
        return _CONVERTER.structure(plain, Document)
    except BaseValidationError as error:
        raise ValueError("; ".join(transform_error(error))) from error


def _exact(value: object, wanted: type) -> Any:
    if type(value) is not wanted:
        raise TypeError(f"expected {wanted.__name__}, found {type(value).__name__}")
    return value


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    for plain in (str, int):
        converter.register_structure_hook(plain, _exact)
    for union in (Block, Node):
        configure_tagged_union(union, converter, tag_name="node")
    return converter


_CONVERTER: Final = _converter()
