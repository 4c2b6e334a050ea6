"""Windows in which pages are opened and watched: one a visit, or one for the cases of a test."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from watching import watch

Visit = Callable[..., Page]
PATIENCE = 20_000
"""Milliseconds to wait for anything: on a busy machine a long page takes more than five seconds."""


@contextlib.contextmanager
def opening(
    chromium: Browser, address: str, trouble: list[list[str]] | None = None
) -> Iterator[Visit]:
    """Yield what opens a page of `address` in a window of its own; no page may make an error.

    What went wrong is collected in `trouble`, where the caller wants to see it before the end.
    """
    contexts: list[BrowserContext] = []
    watched = [] if trouble is None else trouble

    def open_page(path: str, setup: str = "", **options: Any) -> Page:
        # What a worker keeps would hide what a server sends; test_offline.py lets it in.
        usual = {"reduced_motion": "reduce", "service_workers": "block"}
        options = {"viewport": {"width": 1366, "height": 900}} | usual | options
        context = chromium.new_context(base_url=address, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watched.append(watch(context, address))
        if setup:
            context.add_init_script(setup)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    found = [each for words in watched for each in words]
    assert found == [], found


class Shared:
    """A window that stays open for the cases of one test: each asks another part of its page.

    A case that failed may have left anything behind: `close()`, and the next one gets a new one.
    """

    def __init__(self, chromium: Browser, address: str) -> None:
        self._chromium, self._address = chromium, address
        self._stack = contextlib.ExitStack()
        self._key: object = None
        self._page: Page
        self._trouble: list[list[str]] = []

    def open(self, test: str, path: str, setup: str = "", **options: Any) -> Page:
        """Return the page that an earlier case of `test` has opened so, or open it."""
        if self._key != (key := (test, path, setup, options)):
            self.close()
            self._trouble = []
            opened = opening(self._chromium, self._address, self._trouble)
            self._page = self._stack.enter_context(opened)(path, setup, **options)
            self._key = key
        return self._page

    def check(self) -> None:
        """Raise AssertionError if anything went wrong since the last check."""
        found = [each for words in self._trouble for each in words]
        for words in self._trouble:
            words.clear()
        assert found == [], found

    def close(self) -> None:
        """Close the window, if there is one; raise as `check` does."""
        self._key = None
        self._stack.close()
