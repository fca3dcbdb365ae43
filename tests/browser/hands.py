"""The two ways people use a page: with a mouse, and with the keyboard alone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page

FURTHEST = 600
"""Times Tab is pressed before something counts as out of reach."""


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        what.click()

    def write(self, where: Locator, text: str) -> None:
        where.fill(text)

    def bring(self, file: Path, into: Locator) -> None:
        into.set_input_files(file)


class Keyboard(Mouse):
    """Nothing is touched that Tab does not reach."""

    def press(self, what: Locator) -> None:
        sort = what.get_attribute("type")
        if sort == "radio":
            self._choose(what)
            return
        self._reach(what)
        self.page.keyboard.press("Space" if sort == "checkbox" else "Enter")

    def write(self, where: Locator, text: str) -> None:
        self._reach(where)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def bring(self, file: Path, into: Locator) -> None:
        with self.page.expect_file_chooser() as chosen:
            self.press(into)
        chosen.value.set_files(file)

    def _choose(self, radio: Locator) -> None:
        """Tab reaches one of a group, arrows the others."""
        group = f"input[type=radio][name='{radio.get_attribute('name')}']"
        self._reach(self.page.locator(group).first)
        for _ in range(self.page.locator(group).count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def _reach(self, what: Locator) -> None:
        what.wait_for(state="attached")
        for _ in range(FURTHEST):
            if what.evaluate("each => each === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {what}")


Hands = Callable[[Page], Mouse]
