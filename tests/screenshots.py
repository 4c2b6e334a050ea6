"""Take the pictures of README and changelog anew from the real site: `make screenshots`."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser_setup import find_browser, launch_arguments
from support import ROOT, build, serve

IMAGES = ROOT / ".github" / "images"
CHANGES = ROOT / "docs" / "assets" / "changes"
LAPTOP, PHONE = (1280, 800), (360, 720)
MOST = 400 * 1024
"""The most bytes of all pictures of the changelog together."""


def phrases_on_a_desk(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}phrases/?situation=shouting")


def question_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}connect/active-listening/")
    question = page.locator("unruffled-question").first
    question.get_by_role("radio").nth(1).check()
    question.get_by_role("button").click()
    page.mouse.move(0, 0)
    question.evaluate("element => scrollTo(0, element.offsetTop - 60)")


def nothing(page: Page) -> None:
    """The page as it is opened."""


def searched(page: Page) -> None:
    page.get_by_role("button", name="Search").click()
    page.locator("dialog #finder-words").fill("refund")
    expect(page.locator("dialog .finder-list > li").first).to_be_visible()


def found(page: Page) -> None:
    expect(page.locator(".call-names")).to_be_visible()
    page.locator("#finder-words").fill("I want your manager now")
    expect(page.locator(".finder-list > li").first).to_be_visible()


def steps(page: Page) -> None:
    page.get_by_role("button", name="What to say", exact=True).click()
    page.evaluate("document.querySelector('#use-it-when').scrollIntoView()")
    page.evaluate("scrollBy(0, -60)")


def talked(page: Page) -> None:
    for _ in range(2):
        page.locator(".scene-choices [data-reply='1']").click()
    page.evaluate("document.querySelector('.scene-talk').scrollIntoView()")
    page.evaluate("scrollBy(0, -120)")


def phrases(page: Page) -> None:
    page.locator(".phrase-fold").first.click()
    page.evaluate("document.querySelector('.phrase-fold').scrollIntoView()")
    page.evaluate("scrollBy(0, -60)")


def questions(page: Page) -> None:
    expect(page.locator("unruffled-components")).to_have_attribute("data-made", "")
    page.evaluate("document.querySelector('#questions').scrollIntoView()")


View = tuple[str, tuple[int, int], Literal["light", "dark"], Callable[[Page], None]]
VIEWS: dict[str, View] = {
    "home": ("", LAPTOP, "light", nothing),
    "search": ("course/", PHONE, "dark", searched),
    "desk": ("desk/", LAPTOP, "light", found),
    "card": ("desk/shouting/", LAPTOP, "dark", nothing),
    "phrases": ("phrases/", PHONE, "light", phrases),
    "module": ("connect/active-listening/", PHONE, "dark", steps),
    "chat": ("practice/short-answer/", PHONE, "light", talked),
    "call": ("practice/billed-twice/", PHONE, "dark", talked),
    "course": ("course/", LAPTOP, "light", nothing),
    "components": ("contributing/components/", LAPTOP, "light", questions),
}
"""The pictures of the changelog: page, window, colours, and what is done there first."""


def take_changes(browser: Browser, address: str) -> None:
    """Write the pictures; half as large from a laptop, for they stand in a column of text."""
    CHANGES.mkdir(exist_ok=True)
    for name, (path, (width, height), scheme, show) in VIEWS.items():
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            service_workers="block",
            has_touch=width < 800,
        )
        page.goto(f"{address}{path}", wait_until="networkidle")
        show(page)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        picture.thumbnail((760, 760))
        picture.save(CHANGES / f"{name}.webp", quality=72, method=6)
        page.close()
    total = sum(file.stat().st_size for file in CHANGES.iterdir())
    assert total <= MOST, total


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build(Path(folder) / "site")) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        for name, show in {"desk": phrases_on_a_desk, "phone": question_on_a_phone}.items():
            page = browser.new_page(reduced_motion="reduce")
            show(page, address)
            page.screenshot(path=IMAGES / f"readme-{name}.png")
        take_changes(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
