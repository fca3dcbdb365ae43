"""Measures a page in Chromium: python -m tests.paper.screen ADDRESS WIDTH… prints one JSON object a width.

A program of its own, because Playwright runs once in a process and the browser tests have theirs.
"""

import json
import shutil
import sys

from playwright.sync_api import sync_playwright

_MEASURE = """() => ({
    inner: innerWidth,
    scroll: document.documentElement.scrollWidth,
    leaf: document.querySelector(".leaf").getBoundingClientRect().width,
    title: document.querySelector("h1").getBoundingClientRect().width,
    background: getComputedStyle(document.querySelector(".leaf")).backgroundColor,
    corners: getComputedStyle(document.querySelector(".leaf")).borderRadius,
})"""


def main(address: str, *widths: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        for width in widths:
            page.set_viewport_size({"width": int(width), "height": 900})
            print(json.dumps(page.evaluate(_MEASURE)))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
