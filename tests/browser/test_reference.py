"""Pages to look things up, and the previews of terms on the pages of modules."""

from __future__ import annotations

import pytest
from axe import violations_in_light_and_dark
from pages import PHONE, unfolded
from playwright.sync_api import Page, expect

MODULE = "connect/active-listening/"
PAGES = (
    "course/paths/",
    "course/paths/new-agent/",
    "reference/channels/",
    "reference/glossary/",
    "reference/model-names/",
    "reference/evidence/",
    "reference/not-claimed/",
)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_phone(visit, path):
    page = visit(path, color_scheme="light", **PHONE)
    assert violations_in_light_and_dark(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def preview(page: Page):
    return page.locator("#term-verbal-nod")


def test_a_preview_opens_and_closes_by_keyboard(visit):
    page = unfolded(visit(MODULE, color_scheme="light", **PHONE))
    term = page.get_by_role("button", name="verbal nods", exact=True)
    expect(preview(page)).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(preview(page)).to_be_in_viewport()
    expect(preview(page)).to_contain_text("I am listening")
    assert violations_in_light_and_dark(page) == []
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    expect(term).to_be_focused()


def test_a_preview_needs_no_script_and_leads_to_the_glossary(visit):
    page = visit(MODULE, java_script_enabled=False)
    page.get_by_role("button", name="verbal nods", exact=True).click()
    expect(preview(page)).to_be_visible()
    preview(page).get_by_role("link").click()
    expect(page.locator("#verbal-nod")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path",
    [
        *("desk/sequence/", "resolve/set-boundaries/", "resolve/offer-solutions/"),
        *("connect/acknowledge-and-apologise/", "after/service-recovery/", "reference/channels/"),
    ],
)
def test_a_picture_has_a_text_alternative_and_follows_the_colours(visit, path):
    fills = set()
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme, **PHONE)
        picture = page.locator(".picture svg")
        name, text = picture.get_attribute("aria-labelledby").split()
        assert page.locator(f"#{name}").text_content()
        assert len(page.locator(f"#{text}").text_content()) > 60
        fills.add(picture.locator("text").first.evaluate("each => getComputedStyle(each).fill"))
    assert len(fills) == 2
