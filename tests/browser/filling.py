"""Put answers into the record of a page's browser, as if they had been given on another day."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

DAY = 86_400_000
BARE = '<!doctype html><link rel="icon" href="data:,"><title>Bare</title>'

FILL = """async ([site, entries]) => {
  const { append, views } = await import(`${site}assets/unruffled/browser/core/store.js`);
  const { quizzes } = await (await fetch(`${site}assets/course.json`)).json();
  const known = ({ quiz, question }) => quizzes[quiz]?.questions[question]?.[0];
  await append(entries.map((each) => ({ ...each, rev: each.rev ?? known(each) ?? "none" })));
  await views(); // the database is open now, also where there was nothing to add
}"""


def attempt(quiz: str, question: str, share: float, at: float, **more: Any) -> dict[str, Any]:
    """Return an answer given `at` a time in milliseconds; its revision is the present one."""
    return {
        "id": f"{quiz}/{question}/{at}",
        "type": "attempt",
        "at": at,
        "t": at,
        "quiz": quiz,
        "question": question,
        "kind": "single",
        "response": [],
        "share": share,
        "points": share,
        "max": 1,
        "tries": 1,
        "hints": 0,
        "seed": 1,
        "mode": "practice",
        "run": "r",
        **more,
    }


def result(quiz: str, passed: bool, at: float) -> dict[str, Any]:
    """Return the result of a test."""
    return {
        "id": f"{quiz}/{at}",
        "type": "result",
        "at": at,
        "t": at,
        "quiz": quiz,
        "mode": "test",
        "run": "r",
        "drawn": [],
        "points": int(passed),
        "max": 1,
        "percent": 100 * passed,
        "passed": passed,
    }


def ago(days: float) -> float:
    """Return the time that was `days` ago, in milliseconds."""
    return round(time.time() * 1000 - days * DAY)


def settle(page: Page) -> None:
    """Wait for what is being loaded: a page that is left cuts it off, which counts as trouble."""
    page.wait_for_load_state("networkidle")


def bare(page: Page, address: str) -> Page:
    """Show a page of the site that runs no script of its own."""
    page.context.route(
        f"{address}bare.html", lambda route: route.fulfill(body=BARE, content_type="text/html")
    )
    page.goto("bare.html")
    return page


def fill(page: Page, address: str, entries: Sequence[dict[str, Any]]) -> None:
    """Add entries to the record, by the site's own code."""
    page.evaluate(FILL, [address, list(entries)])
