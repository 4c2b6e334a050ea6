"""Take the README's pictures anew from the real site: `make screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browser_setup import find_browser, launch_arguments
from support import ROOT, build, serve

IMAGES = ROOT / ".github" / "images"


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
        browser.close()


if __name__ == "__main__":
    main()
