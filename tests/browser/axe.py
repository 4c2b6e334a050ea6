"""axe-core, run in a page, and the looks in which a page is held against it."""

from __future__ import annotations

import pytest
from pages import LAPTOP, PHONE
from playwright.sync_api import Page, expect

from support import ROOT

AXE = (ROOT / "tests/vendor/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TO_THE_TOP = """() => {
  for (const each of document.querySelectorAll(".md-sidebar__scrollwrap")) each.scrollTop = 0;
  scrollTo(0, 0);
}"""
RUN = """async wanted => {
  const { violations } = await axe.run({ runOnly: wanted, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`));
}"""

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
windows = pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])

looks = pytest.mark.parametrize(
    ("window", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")], ids=["laptop-light", "phone-dark"]
)
"""Both schemes and both windows, once each: what is laid out and what is coloured are far apart."""


def violations(page: Page, rules: list[str] = TAGS) -> list[str]:
    """Run axe, whole or some of its rules, with the page and its menu at their tops.

    So neither the header nor the menu's title covers a part of a link.
    """
    page.evaluate(TO_THE_TOP)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, rules)


def in_scheme(page: Page, scheme: str) -> Page:
    name = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
    return page


COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that ask for colours: in other colours nothing else can be found."""


def violations_in_light_and_dark(page: Page) -> list[str]:
    """Run axe on a page in light colours; then take dark ones, and run the rules of colour.

    The theme asks the system once, when a page is opened: afterwards its own switch is pressed.
    """
    found = violations(in_scheme(page, "light"))
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.querySelector('[name=__palette][data-md-color-scheme=slate]').click()")
    return found + [f"dark: {each}" for each in violations(in_scheme(page, "dark"), COLOURS)]
