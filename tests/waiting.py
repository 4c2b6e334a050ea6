"""Waiting for what a page does, where its policy lets no text run as code."""

from __future__ import annotations

from playwright.sync_api import Frame, Page


def until(page: Page | Frame, script: str) -> None:
    """Wait until a function, which may be async, is true on the page.

    `wait_for_function` runs its text as code of the page again and again, which our policy refuses.
    Fails after the time that the window gives everything.
    """
    page.evaluate(
        f"""async () => {{
          const end = Date.now() + 10_000;
          while (!(await ({script})())) {{
            if (Date.now() > end) throw new Error("waited in vain");
            await new Promise((done) => setTimeout(done, 20));
          }}
        }}"""
    )
