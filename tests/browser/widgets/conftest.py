"""The pure parts of the widgets, asked in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="module")
def pure(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page on which the pure parts of the widgets can be asked."""
    page = browser.new_page()
    page.goto(f"{live_server.url}/static/css/app.css")
    modules = {
        "items": "items_grammar",
        "counts": "counts_grammar",
        "yesNo": "yes_no_grammar",
        "tsv": "tsv",
        "cut": "text",
    }
    for name, module in modules.items():
        page.evaluate(
            "async ([name, url]) => { globalThis.grammars ??= {}; grammars[name] = await import(url) }",
            [name, f"/static/js/editor/{module}.js"],
        )
    yield page
    page.close()
