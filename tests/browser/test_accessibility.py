"""axe-core finds nothing, on every kind of page and in every state that a reader brings about."""

from __future__ import annotations

from collections.abc import Callable

import kinds
import pytest
from axe import in_scheme, looks, violations, violations_in_light_and_dark, windows
from pages import (
    ALL_PHRASES,
    KINDS,
    MODULE,
    PHONE,
    PHRASES,
    answer_partly,
    answer_right,
    answer_wrong,
    question,
    unfolded,
)
from playwright.sync_api import Page, expect

VERSION = "4.14.1"


@pytest.fixture
def shown(visit) -> Callable[..., Page]:
    """A page whose colours are those asked for."""

    def open_page(path: str, scheme: str, window: dict) -> Page:
        return in_scheme(visit(path, color_scheme=scheme, **window), scheme)

    return open_page


def test_axe_is_the_version_we_say_and_finds_what_is_wrong(visit):
    page = visit(MODULE)
    page.locator("unruffled-question label").first.evaluate("each => (each.style.color = '#999')")
    found = violations(page)
    assert page.evaluate("axe.version") == VERSION
    assert [each.split(":")[0] for each in found] == ["color-contrast"]


def test_a_colour_that_is_wrong_in_the_dark_alone_is_found(visit):
    page = visit(MODULE, color_scheme="light")
    label = page.locator("unruffled-question label").first
    label.evaluate("each => (each.style.color = 'light-dark(#000, #444)')")
    found = violations_in_light_and_dark(page)
    assert [each.split(":")[:2] for each in found] == [["dark", " color-contrast"]]


@looks
@pytest.mark.parametrize("kind", KINDS)
def test_pages_as_opened(shown, kind, window, scheme):
    assert violations(shown(KINDS[kind], scheme, window)) == []


@pytest.mark.parametrize("state", kinds.STATES)
def test_every_kind_in_every_state(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0], color_scheme="light")
    assert violations_in_light_and_dark(kinds.bring_about(page, state)) == []


@pytest.mark.parametrize("state", ["wrong", "right", "test with a warning", "certificate"])
def test_every_kind_on_a_phone(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0], **PHONE)
    assert violations(kinds.bring_about(page, state)) == []


@windows
def test_a_quiz_answered_right_wrong_partly_and_not_at_all(shown, window):
    page = unfolded(shown(MODULE, "light", window))
    all_radio = page.locator('unruffled-question[data-kind="single"]')
    answer_right(all_radio.nth(0))
    answer_wrong(all_radio.nth(1))
    all_radio.nth(1).locator(".quiz-answer summary").click()
    all_radio.nth(2).locator(".quiz-button").click()
    answer_partly(question(page, "checkbox"))
    assert violations_in_light_and_dark(page) == []


def test_a_finished_quiz(visit_kinds):
    page = kinds.ready(visit_kinds(kinds.ALL, color_scheme="light"))
    for kind in kinds.KINDS:
        kinds.MOUSE.answer(kinds.question(page, kind), kinds.RIGHT if kind != "spot" else "wrong")
    page.get_by_role("button", name="Save my ticks").click()
    expect(page.locator(".quiz-panel")).to_contain_text("Passed")
    assert violations_in_light_and_dark(page) == []


@windows
@pytest.mark.parametrize("path", [PHRASES, ALL_PHRASES])
def test_phrases_filtered_and_copied(shown, path, window):
    page = shown(path, "light", window)
    page.get_by_role("combobox", name="Moment", exact=True).select_option("open")
    page.evaluate("navigator.clipboard.writeText = async () => {}")
    page.locator("unruffled-phrases .phrase-copy:visible").first.click()
    expect(page.locator("unruffled-phrases .phrase-message")).to_contain_text("Copied")
    assert violations_in_light_and_dark(page) == []


@windows
def test_the_search_with_results(shown, window):
    page = shown(MODULE, "light", window)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").press_sequentially("listen")
    expect(page.locator(".search-dialog .finder-page").first).to_be_visible()
    assert violations_in_light_and_dark(page) == []


@pytest.mark.parametrize("path", [MODULE, PHRASES, KINDS["not-found"]])
def test_the_menu_open_on_a_phone(shown, path):
    page = shown(path, "light", PHONE)
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    assert violations_in_light_and_dark(page) == []
