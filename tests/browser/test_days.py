"""A due day on the page of an assignment; the calendar itself is in tests/js/days.test.js."""

from __future__ import annotations

from playwright.sync_api import expect

from kinds_project import ASSIGNED


def test_the_page_of_an_assignment_says_until_when_and_where(chromium, kinds_address):
    context = chromium.new_context(base_url=kinds_address, timezone_id="Europe/Berlin")
    page = context.new_page()
    page.clock.set_fixed_time("2099-03-31T14:30:00Z")
    page.goto(ASSIGNED)
    facts = page.locator(".assigned-facts")
    expect(facts).to_contain_text("Due on 31 March 2099. The day ends at midnight in Asia/Tokyo.")
    expect(facts).to_contain_text("Where you are, that is 31 March 2099 at 17:00")
    page.clock.set_fixed_time("2099-03-31T15:00:00Z")
    page.reload()
    expect(facts).to_contain_text("It was due on 31 March 2099. The day ends at midnight in")
    context.close()
