"""Each kind by keyboard, by touch and by dragging alone; on narrow pages, in forced colours."""

from __future__ import annotations

import re
from typing import Any

import kinds
import pytest
from kinds import RIGHT, WRONG
from kinds_pages import (
    MOUSE,
    every,
    page,
    same_page,
    status,
)
from pages import PHONE, words
from playwright.sync_api import Locator, expect

from kinds_project import ALL

__all__ = ["page", "same_page"]  # fixtures


# Dragging, as an extra


def test_a_step_can_be_dragged_onto_the_place_of_another(page):
    asked = kinds.question(page, "ordering")
    lines = asked.locator("fieldset li")
    before = kinds.shown_order(asked)
    lines.nth(0).drag_to(lines.nth(2))
    assert kinds.shown_order(asked) == [before[1], before[2], before[0], before[3]]
    lines.nth(3).drag_to(lines.nth(0))
    assert kinds.shown_order(asked) == [before[3], before[1], before[2], before[0]]


def test_a_match_can_be_dragged_to_its_text_and_that_counts_as_choosing(page):
    asked = kinds.question(page, "matching")
    of = kinds.data(asked)
    for pair in of.pairs:
        match = asked.locator(".quiz-bank li").filter(has_text=words(pair.match))
        match.drag_to(asked.locator("[data-slot]").filter(has_text=words(pair.text)))
    asked.locator(".quiz-button").click()
    expect(status(asked)).to_contain_text("Right.")


def test_dragging_takes_the_verdict_away(page):
    asked = kinds.question(page, "ordering")
    MOUSE.answer(asked, WRONG)
    lines = asked.locator("fieldset li")
    lines.nth(0).drag_to(lines.nth(2))
    expect(status(asked)).to_have_text("Now 3 of 4.")


# By keyboard alone, by touch alone


@every
def test_a_question_is_answered_by_keyboard_alone(same_page, kind):
    asked = kinds.question(same_page, kind)
    keyboard = kinds.Keyboard(same_page)
    keyboard.answer(asked, RIGHT)
    if kind == "rewrite":
        for box in asked.get_by_role("checkbox").all():
            keyboard.press(box)
        keyboard.press(asked.get_by_role("button", name="Save my ticks"))
    _is_right(asked, kind)
    [attempt] = kinds.attempts(same_page)
    assert attempt["share"] == 1


@every
def test_a_question_is_answered_by_touch_alone(visit_same_kinds, kind):
    page = kinds.ready(visit_same_kinds(ALL, **PHONE))
    asked = kinds.question(page, kind)
    finger = kinds.Finger()
    finger.answer(asked, RIGHT)
    if kind == "rewrite":
        for box in asked.get_by_role("checkbox").all():
            finger.press(box)
        finger.press(asked.get_by_role("button", name="Save my ticks"))
    _is_right(asked, kind)


def _is_right(asked: Locator, kind: str) -> None:
    expect(status(asked)).to_contain_text("You ticked 3 of 3" if kind == "rewrite" else "Right.")


@pytest.mark.parametrize("kind", ["single", "multiple", "true_false", "spot", "sorting", "fill_in"])
def test_enter_checks_the_answer_and_the_focus_stays(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.give(asked, RIGHT)
    field = asked.locator("fieldset input").last
    field.focus()
    same_page.keyboard.press("Enter")
    expect(status(asked)).to_contain_text("Right.")
    expect(field).to_be_focused()


def test_enter_in_a_version_of_ones_own_is_a_new_line(page):
    asked = kinds.question(page, "rewrite")
    field = asked.locator("textarea")
    field.focus()
    page.keyboard.type("One")
    page.keyboard.press("Enter")
    page.keyboard.type("Two")
    expect(field).to_have_value("One\nTwo")
    expect(status(asked)).to_be_empty()


@pytest.mark.parametrize("way", ["up", "down"])
def test_the_focus_goes_along_with_a_moved_step(page, way):
    asked = kinds.question(page, "ordering")
    lines = asked.locator("fieldset li")
    text = kinds.shown_order(asked)[3 if way == "up" else 0]
    button = asked.get_by_role("button", name=f"Move {way}: {text}", exact=True)
    button.focus()
    places = []
    for _ in range(4):  # once more than there is to go
        page.keyboard.press("Enter")
        expect(button).to_be_focused()
        places.append(kinds.shown_order(asked).index(text))
        expect(status(asked)).to_have_text(f"Now {places[-1] + 1} of 4.")
    assert places == ([2, 1, 0, 0] if way == "up" else [1, 2, 3, 3])
    assert lines.count() == 4


def test_every_control_names_what_it_is_about(page):
    """A screen reader says the name alone, without what stands around it."""
    controls: list[Any] = page.locator(
        "unruffled-question :is(input, select, textarea, button):visible"
    ).all()
    for control in controls:
        expect(control).to_have_accessible_name(re.compile(r"\S"))
    asked = kinds.question(page, "matching")
    for select, pair in zip(asked.locator("select").all(), kinds.data(asked).pairs, strict=True):
        expect(select).to_have_accessible_name(f"Goes with: {words(pair.text)}")


# Windows, colours, motion

NARROW = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
ZOOMED = {"width": 320, "height": 256}
"""1280 pixels at 400 %: 320 CSS pixels, in a wide low window."""
WIDER = """() => [...document.querySelectorAll("article *, dialog *")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 120)).slice(0, 5)"""


@pytest.mark.parametrize("state", kinds.STATES)
def test_a_narrow_page_does_not_scroll_sideways(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0], **NARROW)
    kinds.bring_about(page, state)
    for window in (NARROW["viewport"], ZOOMED):
        page.set_viewport_size(window)
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert wide <= 0, page.evaluate(WIDER)
        dialog = page.locator("dialog[open]")
        if dialog.count():
            assert dialog.evaluate("each => each.scrollWidth - each.clientWidth") <= 0


@pytest.mark.parametrize("state", ["new", "wrong", "right", "test with a warning", "certificate"])
def test_what_a_finger_presses_is_large_enough(visit_kinds, state):
    """44 pixels for what is pressed again and again, 24 for the links of map and result."""
    page = visit_kinds(kinds.STATES[state][0], **PHONE)
    kinds.bring_about(page, state)
    small = page.locator(
        ":is(unruffled-quiz, dialog) :is(button, select, [type=text], textarea, a, "
        "label:has(input:not([type=text])), summary)"
    ).evaluate_all("""all => all.filter(each => each.checkVisibility() && !each.closest("p"))
      .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
      .filter(([html, { height }]) => height < (/^<(a|select)/.test(html) ? 24 : 44))
      .map(([html, { height }]) => `${height} ${html}`)""")
    assert small == []


@pytest.mark.parametrize("state", ["wrong", "right", "test begun", "test not passed"])
def test_forced_colours_leave_every_control_seen(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0], forced_colors="active")
    kinds.bring_about(page, state)
    bare = page.locator(
        "unruffled-quiz :is(button, select, [type=text], textarea):visible"
    ).evaluate_all("""all => all.filter(each =>
      getComputedStyle(each).borderTopStyle === "none").map(each => each.outerHTML.slice(0, 90))""")
    assert bare == []
    field = page.locator("unruffled-quiz :is(select, button):enabled:visible").first
    field.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    style = field.evaluate("each => getComputedStyle(each).outlineStyle")
    assert style != "none"


@pytest.mark.parametrize("state", ["wrong", "test with a warning", "certificate"])
def test_nothing_moves_for_a_reader_who_asked_for_less_motion(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0])
    kinds.bring_about(page, state)
    moving = page.locator(":is(unruffled-quiz, dialog) *")
    moving = moving.evaluate_all("""all => all.filter(each => {
      const { transitionDuration, animationName } = getComputedStyle(each);
      return animationName !== "none" || parseFloat(transitionDuration) > 0.01;
    }).map(each => each.outerHTML.slice(0, 80))""")
    assert moving == []
