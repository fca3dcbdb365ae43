"""Chromium printing the same HTML, tagged and warm, as a measure of our own print."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.figures import seconds

_QUIET = (
    "--no-sandbox",  # the bench runs as root in a container, and prints only our own page
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def print_seconds(html: str, css: Path) -> float | None:
    """The time to load and print a page that links to paper.css beside it; None where there is no Chromium."""
    program = shutil.which("chromium")
    if not program:
        return None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shutil.copy(css, Path(folder) / "paper.css")
        source = Path(folder) / "paper.html"
        source.write_text(html, "utf-8")
        browser = playwright.chromium.launch(executable_path=program, args=_QUIET)
        page = browser.new_page()

        def work() -> bytes:
            page.goto(source.as_uri())
            return page.pdf(tagged=True, outline=True, prefer_css_page_size=True)

        taken = seconds(work)
        browser.close()
        return taken
