"""A page with typed boxes on it, under the policy of the real pages, and what to do on it."""

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, Route

from tests.browser.conftest import Desk

HERE = Path(__file__).parent
FLOWS = (
    "区から委託先へ提供するもの",
    "委託先が本人から収集するもの",
    "区及び本人以外から委託先へ提供するもの",
)


@dataclass(frozen=True)
class Box:
    """One heading: the widget it asks for, its label, its text, and the data its widget takes."""

    widget: str
    label: str
    text: str = ""
    flows: Sequence[str] = ()
    suggest: str = ""
    digits: str = ""

    def markup(self, number: int) -> str:
        data = {
            "widget": self.widget,
            "flows": json.dumps(self.flows) if self.flows else "",
            "suggest": self.suggest,
            "digits": self.digits,
        }
        said = "".join(f' data-{name}="{html.escape(value)}"' for name, value in data.items() if value)
        return (
            f'<div class="typed"{said}><label class="sub" for="box-{number}">{self.label}</label>'
            f'<textarea class="field said" id="box-{number}" rows="4">\n{html.escape(self.text)}</textarea></div>'
        )


class Widgets:
    """The page with its boxes, as people use it."""

    def __init__(self, desk: Desk, *boxes: Box) -> None:
        self.desk, self.page = desk, desk.page
        policy = self.page.request.get(f"{desk.base}/login/").headers["content-security-policy"]
        markup = "\n".join(box.markup(number) for number, box in enumerate(boxes))
        page = (HERE / "harness.html").read_text().replace("<!-- boxes -->", markup)

        def answer(route: Route) -> None:
            script = route.request.url.endswith(".js")
            route.fulfill(
                body=(HERE / "harness.js").read_text() if script else page,
                content_type="text/javascript" if script else "text/html; charset=utf-8",
                headers={"content-security-policy": policy},
            )

        self.page.route("**/harness/*", answer)
        desk.go("/harness/")
        self.page.wait_for_selector("html[data-ready]")

    def text(self, number: int = 0) -> str:
        return self.page.locator(f"#box-{number}").input_value()

    def set(self, text: str, number: int = 0) -> None:
        """As the page does when somebody else's text arrives."""
        self.page.locator(f"#box-{number}").evaluate(
            "(area, text) => { area.value = text; area.parentElement.dispatchEvent(new Event('reload')) }", text
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def paste(self, text: str) -> None:
        self.ask("(text) => paste(text)", text)

    def said(self) -> str:
        """What was spoken last."""
        return " ".join(text for text in self.page.locator("[role=status]").all_inner_texts() if text)

    def focused_label(self) -> str:
        label: str = focused(self.page).get_attribute("aria-label") or ""
        return label

    def ask(self, expression: str, argument: Any = None) -> Any:
        return self.page.evaluate(expression, argument)


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


CITY, PERSON, OTHERS = (f"・{title}" for title in FLOWS)
DELIVERY = f"{CITY}\n氏名、住所\n{PERSON}\n配送を希望する日時、受取りの方法（対面・置き配）\n{OTHERS}\nなし"
ITEMS = Box("items", "個人情報の項目", DELIVERY, FLOWS)
COUNTS = Box("counts", "件数（見込み）", "①申込者　約１，２００件（年間）\n②受取人　約３００件", digits="full")
ANSWER = Box("yes_no", "共用の有無", "あり\n委託先の他の業務と共用する。")
TABLE = Box("grid", "別紙", "項目\t区分\n氏名\t必須\n住所\t任意")


def open_items(desk: Desk, text: str = "", flows: tuple[str, ...] = FLOWS) -> Widgets:
    return Widgets(desk, Box("items", "個人情報の項目", text, flows))


def entry(widgets: Widgets, lane: str) -> None:
    widgets.page.get_by_label(f"{lane}に項目を足す").focus()
