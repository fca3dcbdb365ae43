"""HTML → PDF: tagged, every font embedded, text that can be copied out again; no network."""

import threading
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NoReturn

import weasyprint
from weasyprint.css import ColorProfile
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from paper.weasy import patches
from paper.weasy.conformance import finish
from paper.weasy.fonts import warn_of_strays

_SRGB = "sRGB"
_LOCK = threading.Lock()  # prints share Pango's font map, which is not safe between threads


class _NoFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Nothing is fetched while printing: what a paper needs is in its HTML and in paper/css."""

    def fetch(self, url: str, headers: object = None) -> NoReturn:
        raise ValueError(f"nothing is fetched while printing: {url}")


def render(html: str, *, stylesheet: str = "material.css") -> bytes:
    """The PDF of an HTML page as `paper.html` makes it, set with a stylesheet of paper/css.

    The stylesheets that the page links to are meant for the browser and are not read.
    """
    with _LOCK:
        document = _laid_out(html, stylesheet)
        pdf: bytes = document.write_pdf(finisher=finish, pdf_variant="pdf/a-2a", output_intent=_SRGB)
    warn_of_strays(document.fonts.values())
    return pdf


def extent(html: str, *, stylesheet: str = "material.css") -> tuple[int, dict[str, int]]:
    """(number of pages, page on which each element with an id begins): what `render` would come to."""
    with _LOCK:
        pages = _laid_out(html, stylesheet).pages
    return len(pages), {name: number for number, page in enumerate(pages, 1) for name in page.anchors}


def _laid_out(html: str, stylesheet: str) -> weasyprint.Document:
    patches.apply()
    source = weasyprint.HTML(string=html, base_url=None, url_fetcher=_NoFetcher())
    for head in source.etree_element.iter("head"):
        for link in head.findall("link"):
            head.remove(link)
    return source.render(
        font_config=_fonts(), stylesheets=[_css(stylesheet)], color_profiles={_SRGB: _srgb()}, output_intent=_SRGB
    )


@cache
def _fonts() -> FontConfiguration:
    """One font map for all prints: to read the machine's fonts costs more than a page."""
    return FontConfiguration()


class _AsShipped(ColorProfile):  # type: ignore[misc]  # WeasyPrint ships no types
    """A colour profile that goes into the PDF as its file is: written anew it differs from print to print."""

    def __init__(self, profile: bytes, name: str) -> None:
        super().__init__(BytesIO(profile), name, "relative-colorimetric", (["r"], ["g"], ["b"]))
        self.shipped = profile

    @property
    def content(self) -> bytes:
        return self.shipped


@cache
def _srgb() -> ColorProfile:
    """The colours of PDF/A, read once; WeasyPrint would read the file for each print and leave it open."""
    return _AsShipped(files("weasyprint").joinpath("pdf", "sRGB2014.icc").read_bytes(), "sRGB2014.icc")


@cache
def _css(name: str) -> weasyprint.CSS:
    sheet = files("paper").joinpath("css", name).read_text("utf-8")
    return weasyprint.CSS(string=sheet, font_config=_fonts(), url_fetcher=_NoFetcher())
