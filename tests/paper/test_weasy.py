"""Our changes to WeasyPrint: they go with one version of it, and this fails when what they replace has changed."""

import hashlib
import inspect
import logging
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import weasyprint
from weasyprint.text.ffi import harfbuzz_subset

from paper import pdf
from paper.weasy import patches
from paper.weasy.fonts import warn_of_strays

# What was read when the patches were written. Where one differs: read the new code, mend the patch, then this table.
REVIEWED = {
    "justify_line": "f83b21ff8793ba6b",
    "set_text": "fe23ca9937dbf520",
    "draw_first_line": "1bb8eae6d88e71b1",
    "marked": "3fa3acacbbf66422",
    "_build_box_tree": "f716251a83e7096e",
}


@pytest.mark.parametrize("patch", patches.PATCHES, ids=lambda patch: patch.name)
def test_what_is_replaced_is_what_was_reviewed(patch: patches.Patch) -> None:
    patches.apply()
    original = inspect.unwrap(getattr(patch.owner, patch.name))
    assert hashlib.sha256(inspect.getsource(original).encode()).hexdigest()[:16] == REVIEWED[patch.name]


def test_another_version_prints_unpatched_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = [getattr(patch.owner, patch.name) for patch in patches.PATCHES]
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with caplog.at_level(logging.WARNING):
        assert not patches.apply.__wrapped__()
    assert [getattr(patch.owner, patch.name) for patch in patches.PATCHES] == before
    assert "WeasyPrint 71.0 is installed" in caplog.text


def test_fonts_are_subset_by_harfbuzz() -> None:
    assert harfbuzz_subset, "install libharfbuzz-subset0: without it a print takes many times longer"


def test_a_face_outside_the_chain_is_named_with_its_characters(caplog: pytest.LogCaptureFixture) -> None:
    document: Any = weasyprint.HTML(string='<p lang="ja">借りた字').render(
        stylesheets=[weasyprint.CSS(string='* { font-family: "IPAexGothic" }')]
    )
    document.write_pdf()
    with caplog.at_level(logging.WARNING):
        warn_of_strays(document.fonts.values())
    assert "IPAexGothic" in caplog.text
    assert "借りた字" in caplog.text


def test_a_character_that_no_font_has_is_named_and_the_file_claims_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Private characters (外字) come with texts from elsewhere; PDF/A and PDF/UA forbid an empty box for them."""
    with caplog.at_level(logging.WARNING, "paper"):
        printed = pdf.render('<!doctype html><html lang="ja"><title>題</title><p>吉\ue001田')
    assert "No font has the characters printed as empty boxes: \ue001 (U+E001)" in caplog.messages
    with pikepdf.open(BytesIO(printed)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"] == "題"
        assert "pdfaid:part" not in metadata
        assert "pdfuaid:part" not in metadata


def test_papers_are_set_without_a_complaint(caplog: pytest.LogCaptureFixture) -> None:
    """WeasyPrint logs what it does not know in a stylesheet; fontconfig, what it borrows."""
    pdf._css.cache_clear()
    with caplog.at_level(logging.WARNING):
        pdf.render('<!doctype html><html lang="ja"><title>題</title><p>本文')
    assert caplog.messages == []
