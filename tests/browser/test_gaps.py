"""Gaps: copied as blanks that are named, filled in by choice, and read without scripts."""

from __future__ import annotations

import pytest
from axe import in_scheme, violations
from playwright.sync_api import Locator, Page, expect

from kinds_project import PLACES

LISTEN = """
  navigator.clipboard ?? Object.defineProperty(navigator, "clipboard", { value: {} });
  window.copied = [];
  navigator.clipboard.writeText = async (text) => window.copied.push(text);
"""
OPEN = "[customer's name], I have [reference]. I'll [next step] by [day]."


@pytest.fixture
def page(visit_kinds) -> Page:
    page = visit_kinds(PLACES, LISTEN)
    page.locator(".gap-fields").wait_for()
    return page


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("textbox", name=label, exact=True)


def copied(page: Page) -> list[str]:
    return page.evaluate("copied")


def test_one_press_copies_a_line_with_blanks_and_names_them(page):
    line = page.locator(".say").nth(1)
    expect(line).to_have_text(OPEN)
    copy = page.locator(".phrase-copy").nth(1)
    expect(copy).to_have_accessible_name(f"Copy {OPEN}")
    copy.click()
    assert copied(page) == ["___, I have ___. I'll ___ by ___."]
    named = "Still to fill in: customer's name, reference, next step, day."
    expect(page.get_by_role("status").filter(has_text="Copied:")).to_contain_text(named)


def test_only_lines_with_gaps_of_their_own_have_fields(page):
    expect(page.locator(".gap-fields")).to_have_count(1)
    expect(page.locator(".gap-fields summary")).to_have_text("Fill in: next step, day")
    expect(page.locator(".gap-fields input")).to_have_count(0)


def test_fields_are_filled_in_and_the_line_copied_by_keyboard_alone(page):
    page.locator(".phrase-copy").nth(1).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    step = field(page, "Next step")
    expect(step).to_be_visible()
    page.keyboard.press("Tab")
    expect(step).to_be_focused()
    expect(step).to_have_accessible_description("verb first: send a new one")
    page.keyboard.type("check <b>it</b>")
    expect(page.locator(".say").nth(1)).to_contain_text("I'll check <b>it</b> by [day].")
    page.keyboard.press("Enter")
    assert copied(page) == ["___, I have ___. I'll check <b>it</b> by ___."]
    left = "Still to fill in: customer's name, reference, day."
    expect(page.locator(".phrase-message")).to_contain_text(left)
    page.keyboard.press("Tab")
    page.keyboard.type("Thursday")
    page.get_by_role("button", name="Clear", exact=True).last.press("Enter")
    expect(step).to_have_value("")
    expect(page.locator(".say").nth(1)).to_have_text(OPEN)


def test_what_was_typed_for_a_line_goes_with_the_call_and_with_the_page(page):
    page.get_by_text("Fill in: next step, day").click()
    field(page, "Day").fill("Thursday")
    page.get_by_text("Names for this call").click()
    field(page, "Customer's name").fill("Ana")
    line = page.locator(".say").nth(1)
    expect(line).to_contain_text("Ana, I have [reference]. I'll [next step] by Thursday.")
    page.locator("h1").click()
    page.keyboard.press("x")
    expect(line).to_have_text(OPEN)
    expect(field(page, "Day")).to_have_value("")
    field(page, "Day").fill("Friday")
    assert "Friday" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_without_scripts_labels_example_and_hints_can_be_read(visit_kinds):
    page = visit_kinds(PLACES, java_script_enabled=False)
    expect(page.locator(".say").nth(1)).to_have_text(OPEN)
    example = "For example: “Sam, I have 4711. I'll send a new one by Thursday.”"
    expect(page.locator(".phrase-example")).to_have_text(example)
    page.get_by_text("What belongs into the gaps").click()
    expect(page.locator(".gap-list dd").last).to_have_text("that you are sure of: Thursday")


def test_on_paper_an_open_gap_is_a_blank_with_its_label(page):
    page.emulate_media(media="print")
    before = "gap => getComputedStyle(gap, '::before').content"
    gap = page.locator(".gap").first
    assert "____" in gap.evaluate(before)
    expect(gap).to_have_text("[customer's name]")
    for hidden in (".gap-fields", ".gap-list", ".phrase-copy"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_text("Names for this call").click()
    field(page, "Customer's name").fill("Ana")
    page.emulate_media(media="print")
    assert gap.evaluate(before) == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_fields_open_and_they_fit_320_pixels(visit_kinds, scheme):
    page = in_scheme(visit_kinds(PLACES, color_scheme=scheme), scheme)
    page.get_by_text("Fill in: next step, day").click()
    page.get_by_text("What belongs into the gaps").click()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
