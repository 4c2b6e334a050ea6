"""A host that refuses inline scripts, but for those that `unruffled policy` allows."""

from __future__ import annotations

import re

import pytest
from pages import CARD, CONVERSATION, MODULE, TAKE_ALONG
from playwright.sync_api import Browser, expect

from support import Quiet, run, serve
from watching import watch

OPENED = (
    "",
    MODULE,
    CONVERSATION,
    TAKE_ALONG,
    "course/",
    "course/test/",
    "course/paths/new-agent/",
    *("train/assign/", "train/results/", "train/keys/empathy/", "offline/", "404.html"),
)


@pytest.fixture(scope="module")
def strict(site):
    """The address of the site on a host that sends the policy with every answer."""
    done = run("unruffled", "policy", str(site))
    assert done.returncode == 0, done.stderr

    class Strict(Quiet):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", done.stdout.strip())
            super().end_headers()

    with serve(site, Strict) as address:
        yield address


def test_every_kind_of_page_works_under_the_policy(chromium: Browser, strict: str) -> None:
    context = chromium.new_context(base_url=strict, color_scheme="light")
    trouble = watch(context, strict)  # a browser writes what it refuses to the console
    page = context.new_page()
    for path in OPENED:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    page.goto("")
    page.get_by_title("Switch to dark colours").click()
    page.goto(f"{CARD}?call")
    expect(page.locator("html")).to_have_attribute("data-call", "")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("desk/")
    expect(page.locator("html")).to_have_attribute("data-call", "")
    page.get_by_role("button", name="Leave call mode").click()
    page.get_by_role("textbox", name="Search", exact=True).press_sequentially("manager")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert trouble == []
    context.close()


def test_the_policy_refuses_any_other_script(chromium: Browser, strict: str) -> None:
    page = chromium.new_page(base_url=strict)
    page.goto("")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.body.append(script);
    }""")
    expect(page).not_to_have_title(re.compile("ran"))
    page.close()
