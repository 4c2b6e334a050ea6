"""A page on a slow phone: opened, left to settle, slowed down, and pressed by hand."""

from __future__ import annotations

import contextlib
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from browser_setup import find_browser, launch_arguments
from support import serve
from waiting import until

SLOWED = 4
SETTLED = 3000
"""Milliseconds that a browser itself is still busy for after its start."""
BAR = 50
"""Milliseconds: what follows sooner is felt to be at once (Miller 1968)."""
PAUSE = 200
"""Milliseconds before and after a press."""


@contextlib.contextmanager
def slow_page(site: Path, path: str, watch: str, ready: str) -> Iterator[Page]:
    """Open a page of a built site and yield it, slowed down ``SLOWED`` times.

    ``watch`` runs before its scripts and collects milliseconds in `window.times`; ``ready`` is
    evaluated until the page can be used. The first visit is over by then: the worker has kept the
    site, which keeps a processor busy for seconds.
    """
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        context = browser.new_context(base_url=address, reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.add_init_script(watch)
        page.goto(path)
        page.evaluate(ready)
        page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
        page.wait_for_timeout(SETTLED)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        yield page
        browser.close()


def press(page: Page, target: Locator, number: int) -> None:
    """Press, and wait until there are ``number`` times.

    By hand, and with no look at the page meanwhile: that would be work of its own.
    """
    target.scroll_into_view_if_needed()
    place = target.bounding_box()
    page.wait_for_timeout(PAUSE)
    page.mouse.click(place["x"] + 20, place["y"] + 15)
    page.wait_for_timeout(PAUSE)
    until(page, f"() => window.times.length === {number}")


def line(name: str, times: list[float]) -> str:
    """Return the line of a report: what 95 of a hundred do not exceed, and the middle one."""
    slow = statistics.quantiles(times, n=20)[-1]
    middle = statistics.median(times)
    return f"{f'{name}, p95, ms':<58}{slow:>12.0f}  <= {BAR} (median {middle:.0f})"
