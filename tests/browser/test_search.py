"""The search of all pages: its index comes when it is asked for, and each thing says what it is."""

from __future__ import annotations

import pytest
from pages import CARD, HOME, MODULE, PHONE
from playwright.sync_api import Page, expect

INDEX = "search_index.json"


def asked(page: Page) -> bool:
    script = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith(%r))"
    return page.evaluate(script % INDEX)


def results(page: Page):
    return page.locator(".md-search-result__item")


@pytest.mark.parametrize("path", [HOME, MODULE, CARD])
def test_the_index_comes_when_somebody_goes_to_the_field_and_not_before(visit, path):
    page = visit(path)
    page.wait_for_load_state("networkidle")
    assert not asked(page)
    page.get_by_role("textbox", name="Search").fill("voucher")
    expect(results(page).first).to_be_visible()
    assert asked(page)


def test_on_a_phone_the_search_opens_and_finds(visit):
    page = visit(MODULE, **PHONE)
    page.wait_for_load_state("networkidle")
    assert not asked(page)
    page.locator("header label[for=__search]").first.click()
    page.get_by_role("textbox", name="Search").fill("apologise")
    expect(results(page).first).to_be_visible()


def test_a_search_in_the_address_finds_at_once(visit):
    page = visit("?q=empathy")
    expect(results(page).first).to_be_visible()


def test_a_card_comes_first_and_each_says_what_it_is(visit):
    page = visit(MODULE)
    field = page.get_by_role("textbox", name="Search")
    field.fill("shouting")
    expect(results(page).first).to_contain_text("Shouting")
    expect(results(page).first.locator(".md-tag").first).to_have_text("Card")
    field.fill("Acknowledge and apologise")
    field.press("End")  # the theme listens to keys
    module = results(page).filter(has=page.locator(".md-tag", has_text="Module")).first
    expect(module).to_contain_text("Acknowledge and apologise")


def test_other_requests_of_a_page_are_not_held(visit):
    page = visit(HOME)
    page.wait_for_load_state("networkidle")
    ask = """() => new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open("GET", "assets/course.json");
      request.onload = () => done(request.status);
      request.send();
    })"""
    assert page.evaluate(ask) == 200
