"""A real browser against the running application: Debian's Chromium through Playwright."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route
from pytest_django.live_server_helper import LiveServer

from consultations.models import User

# Playwright's loop runs in the thread of the tests, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
DESKTOP, PHONE, ZOOMED = (1280, 900), (390, 844), (320, 640)  # 320: a window of 640 at 200 %


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@dataclass
class Desk:
    """One person's browser window. What went wrong in it unseen is in `complaints`."""

    page: Page
    base: str
    complaints: list[str]

    def go(self, address: str) -> None:
        self.page.goto(self.base + address)

    def size(self, size: tuple[int, int]) -> None:
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def enter_as(self, user: User) -> None:
        """Signed in already, without the slow way through the door."""
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.base}])
        self.go("/")

    def keep_pdfs(self) -> None:
        """As in a browser that keeps PDFs and does not show them: its viewer cannot be looked into from here."""

        def kept(route: Route) -> None:
            answer = route.fetch()
            disposition = answer.headers["content-disposition"].replace("inline", "attachment")
            route.fulfill(response=answer, headers={**answer.headers, "content-disposition": disposition})

        self.page.context.route(re.compile(r"\.pdf$"), kept)

    def barriers(self) -> list[str]:
        """What axe finds on the page; the content of a frame is a page of its own."""
        if self.page.evaluate("() => typeof axe === 'undefined'"):
            self.page.evaluate(Axe().axe_script)
        asked = {"resultTypes": ["violations"], "iframes": False}  # it waits long for a frame without axe
        found = self.page.evaluate("asked => axe.run(document, asked).then(({ violations }) => violations)", asked)
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]

    def runs_over(self) -> int:
        """Pixels by which the page is wider than the window."""
        over: int = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return over


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> Iterator[Desk]:
    with opened(browser, live_server.url) as window:
        yield window


@pytest.fixture
def other_desk(browser: Browser, live_server: LiveServer) -> Iterator[Desk]:
    """A second person at a machine of their own."""
    with opened(browser, live_server.url) as window:
        yield window


@contextmanager
def opened(browser: Browser, base: str) -> Iterator[Desk]:
    """At the end nothing may have been logged, refused by the policy, or asked of another host."""
    context: BrowserContext = browser.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, locale="ja-JP", accept_downloads=True
    )
    context.set_default_timeout(10_000)
    window = Desk(context.new_page(), base, [])

    def hear(message: ConsoleMessage) -> None:
        window.complaints.append(f"console: {message.text}")

    def watch(request: Request) -> None:
        if not request.url.startswith((base + "/", "data:")):
            window.complaints.append(f"leaves the host: {request.url}")

    context.on("console", hear)
    context.on("request", watch)
    context.on("weberror", lambda error: window.complaints.append(f"script: {error.error}"))
    yield window
    context.close()
    assert window.complaints == []
