"""What holds for every page: fits its window, asks nobody else, loads only what it uses."""

from __future__ import annotations

import pytest
from pages import (
    KINDS,
    MODULE,
    PHONE,
    PHRASES,
    WITHOUT_ELEMENTS,
    answer_partly,
    answer_right,
    answer_wrong,
    question,
    unfolded,
)
from playwright.sync_api import expect

ROOMS = ("/unruffled/blocks/", "/unruffled/kinds/", "/browser/core/", "/browser/dom/")
SEARCH = "/blocks/search/search-open.js"
"""The way into the search is on every page."""
ELEMENT_FILES = ", ".join(
    f"[src*='{room}']:not([src$='{SEARCH}']), [href*='{room}']" for room in ROOMS
)
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 120)).slice(0, 5)"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_errors_asks_no_other_host_and_loads_only_what_it_has(visit, kind):
    """The fixture collects errors; the page is scrolled, so that nothing is left waiting."""
    page = visit(KINDS[kind])
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    if kind in WITHOUT_ELEMENTS:
        loads_none_of_the_files_of_quizzes_and_phrases(page)


def loads_none_of_the_files_of_quizzes_and_phrases(page):
    expect(page.locator(ELEMENT_FILES)).to_have_count(0)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    ours = [name for name in loaded if not name.endswith(SEARCH)]
    assert [name for name in ours if any(room in name for room in ROOMS)] == []


def test_a_page_loads_only_the_kind_it_shows(visit):
    page = visit(PHRASES)
    expect(page.locator("[src$='/blocks/phrases/phrases.js']")).to_have_count(1)
    expect(page.locator("[src*='/blocks/quiz/'], [href*='/blocks/quiz/']")).to_have_count(0)


SMALL_PHONE = {"width": 320, "height": 568}
ZOOMED = {"width": 320, "height": 256}
"""1280 pixels at 400 %: 320 CSS pixels of four device pixels each, on a wide low window."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_page_does_not_scroll_sideways(visit, kind):
    page = visit(KINDS[kind], viewport=ZOOMED, device_scale_factor=4, has_touch=True)
    if kind == "module":
        unfolded(page)
        answer_partly(question(page, "checkbox"))
        answer_right(question(page, "radio"))
    for window in (ZOOMED, SMALL_PHONE):
        page.set_viewport_size(window)
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert wide <= 0, (window, page.evaluate(TOO_WIDE))


def test_forced_colours_leave_right_and_wrong_told_by_words(visit):
    page = visit(MODULE, forced_colors="active")
    asked = question(page, "radio")
    answer_wrong(asked)
    expect(asked.locator(".quiz-reason b")).to_have_text("Not this one.")
    answer_right(asked)
    told = asked.locator(".quiz-reason b").all_inner_texts()
    assert sorted(set(told)) == ["Right.", "Rightly left out."]
    borders = asked.locator("label, .quiz-button").evaluate_all(
        "all => all.map(each => getComputedStyle(each).borderTopStyle)"
    )
    assert set(borders) == {"solid"}


def test_nothing_moves_for_a_reader_who_asked_for_less_motion(visit):
    page = visit(MODULE, reduced_motion="reduce")
    answer_wrong(question(page, "radio"))
    moving = page.evaluate("""() => [...document.querySelectorAll(".unruffled *")].filter(each => {
      const { transitionDuration, animationName } = getComputedStyle(each);
      return animationName !== "none" || parseFloat(transitionDuration) > 0.01;
    }).map(each => each.outerHTML.slice(0, 80))""")
    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("path", [MODULE, PHRASES])
def test_what_a_finger_presses_is_at_least_44_pixels_high(visit, path):
    page = unfolded(visit(path, **PHONE))
    small = page.locator(
        ":is(unruffled-question, unruffled-phrases) :is(button, select, label:has(input), summary)"
    ).evaluate_all("""all => all.filter(each => each.checkVisibility())
      .map(each => [each.textContent.trim().slice(0, 40), each.getBoundingClientRect().height])
      .filter(([, height]) => height < 44)""")
    assert small == []
