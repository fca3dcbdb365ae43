"""The last touch on a PDF before it is written: one file that is PDF/A-2a and PDF/UA-1 at once.

WeasyPrint can say one of the two. Here the metadata says both, the document information repeats nothing but the title,
and what the structure tree lacks is added. Conformance beyond the checks in the test suite is not proven. A file with a
character that no font has says neither: .notdef glyphs are forbidden (ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8).
"""

import zlib
from html import escape
from importlib.resources import files
from typing import Any

import pydyf

from paper.glue import WORD_JOINER
from paper.weasy.fonts import unprinted

_METADATA = files(__package__).joinpath("metadata.xml").read_text("utf-8")
_CLAIMS = files(__package__).joinpath("claims.xml").read_text("utf-8")


def finish(document: Any, pdf: Any) -> None:
    """Complete the objects of the PDF of a laid out document."""
    title = document.metadata.title or ""
    pdf.info.clear()
    pdf.info["Title"] = pydyf.String(title)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    claims = "" if any(unprinted(font) for font in document.fonts.values()) else _CLAIMS
    metadata.stream = [_METADATA.replace("CLAIMS", claims).replace("TITLE", escape(title)).encode()]
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and "Dest" in thing:
            thing["Title"] = pydyf.String(thing["Title"].string.replace(WORD_JOINER, ""))
        elif isinstance(thing, pydyf.Stream) and "Length1" in thing.extra:
            _compress_font(thing)


def _compress_font(font: Any) -> None:
    """At the usual level: the highest one, which WeasyPrint takes, costs 8 ms a font and saves 400 bytes."""
    (content,) = font.stream
    font.stream = [zlib.compress(content)]
    font.extra["Filter"] = "/FlateDecode"
    font.compress = False
