"""Check my reply: marks while typing, words put in by a key, no copy while a gap is open."""

from __future__ import annotations

import pytest
from axe import in_scheme, violations
from playwright.sync_api import Page, expect
from test_gaps import LISTEN, copied

DRAFT = "Hello Sam. You should have read the letter. It leaves today."


@pytest.fixture
def page(visit) -> Page:
    page = visit("desk/reply/", LISTEN)
    page.get_by_label("Your draft").wait_for()
    return page


def draft(page: Page):
    return page.get_by_label("Your draft")


def test_what_is_typed_is_marked_and_listed_with_its_reason(page):
    draft(page).press_sequentially("You should have read it.")
    expect(page.locator(".reply-marks mark")).to_have_text("You should have read")
    finding = page.locator(".reply-finding").first
    expect(finding).to_contain_text("Blame")
    expect(finding.get_by_role("link")).to_be_visible()
    draft(page).fill("")
    expect(page.locator(".reply-marks mark")).to_have_count(0)
    expect(page.locator(".reply-finding")).to_have_count(0)


def test_words_are_put_in_by_keyboard_and_undo_brings_the_draft_back(page):
    draft(page).fill(DRAFT)
    put = page.get_by_role("button", name="Put in for this sentence").first
    put.focus()
    page.keyboard.press("Enter")
    expect(draft(page)).not_to_have_value(DRAFT)
    expect(page.locator(".reply-finding", has_text="Blame")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(draft(page)).to_have_value(DRAFT)


def test_alt_and_arrows_go_from_one_finding_to_the_next_and_say_it(page):
    draft(page).fill(DRAFT)
    draft(page).focus()
    page.keyboard.press("Alt+ArrowDown")
    chosen = "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
    start, end = page.evaluate(chosen)
    assert DRAFT[start:end].startswith("You should have")
    expect(page.locator(".reply-told")).to_contain_text("Blame")


def test_it_is_copied_only_when_no_gap_is_open_with_the_names_of_the_call(page):
    draft(page).fill("Dear {customer_name}, it comes on [day].")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".reply-copied")).to_contain_text("still open")
    assert copied(page) == []
    draft(page).fill("Dear {customer_name}, it comes on Friday.")
    page.get_by_text("Names for this call").click()
    page.get_by_label("Customer's name").fill("Ms Okafor")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".reply-copied")).to_have_text("Copied.")
    assert copied(page) == ["Dear Ms Okafor, it comes on Friday."]


def test_nothing_is_sent_and_nothing_is_kept(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    draft(page).press_sequentially("Calm down. A secret of theirs.")
    expect(page.locator(".reply-finding").first).to_be_visible()
    assert asked == []
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    assert "secret" not in page.evaluate(kept)
    page.reload()
    expect(draft(page)).to_have_value("")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_violations_and_fits_a_narrow_window(visit, scheme):
    page = in_scheme(visit("desk/reply/", color_scheme=scheme), scheme)
    draft(page).fill(DRAFT + " It is in the RMA queue!! We will call you soon.")
    expect(page.locator(".reply-finding").first).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
