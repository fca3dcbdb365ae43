"""A kept paper comes back as it was, from this release and from every one before."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given

from paper.codec import VERSION, dump, load
from paper.nodes import Document, Node, Table
from paper.text import text
from tests.paper import papers, trees

GOLDEN = Path(__file__).parent / "golden"


@given(trees.documents(trees.anything))
def test_every_tree_comes_back_from_json_as_it_was(document: Document) -> None:
    assert load(json.loads(json.dumps(dump(document)))) == document


@pytest.mark.parametrize("kept", sorted(GOLDEN.glob("*.json")), ids=lambda kept: kept.stem)
def test_what_a_release_kept_still_says_what_it_said(kept: Path) -> None:
    document = load(json.loads(kept.read_text("utf-8")))
    assert {type(node) for node in document.nodes} >= set(get_args(Node)) - {Table}, "it has one of each"
    assert text(document) == kept.with_suffix(".txt").read_text("utf-8")


def test_a_dump_says_its_version() -> None:
    assert dump(papers.material())["version"] == VERSION == 1


def _with(node: object) -> dict[str, object]:
    return {"version": 1, "title": "題", "nodes": [node]}


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (None, "a document is a JSON object"),
        ({"title": "題", "nodes": []}, "version None"),
        ({"version": 2, "title": "題", "nodes": []}, "version 2"),
        ({"version": True, "title": "題", "nodes": []}, "version True"),
        ({"version": 1, "nodes": []}, r"required field missing @ \$\.title"),
        ({"version": 1, "title": "題", "nodes": "文"}, r"expected list, found str @ \$\.nodes"),
        ({"version": 1, "title": "題", "nodes": [], "colour": "red"}, r"extra fields found \(colour\)"),
        (_with(["Slip"]), "expected dict, found list"),
        (_with({"text": "名前がない"}), "no node None"),
        (_with({"node": "Stamp", "text": "印"}), "no node 'Stamp' can stand here"),
        (_with({"node": "Slip", "text": 1}), r"expected str, found int @ \$\.nodes\[0\]\.text"),
        (_with({"node": "Slip", "text": "１", "colour": "red"}), r"extra fields found \(colour\)"),
        (_with({"node": "Item", "marker": "・", "text": "", "depth": "1"}), "expected int, found str"),
        (_with({"node": "Item", "marker": "・", "text": "", "depth": True}), "expected int, found bool"),
        (_with({"node": "Signature", "lines": "総務課"}), "expected list, found str"),
        (
            _with({"node": "Sheet", "label": "", "title": "", "children": [{"node": "Slip", "text": ""}]}),
            r"no node 'Slip' can stand here @ \$\.nodes\[0\]\.children\[0\]",
        ),
    ],
)
def test_what_no_release_wrote_is_refused_and_the_reason_given(raw: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        load(raw)
