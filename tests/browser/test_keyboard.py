"""Everything can be done, and seen to be done, with a keyboard."""

from __future__ import annotations

from typing import Any

import kinds
import pytest
from kinds import COUNTED, KINDS
from pages import (
    CONVERSATION,
    HOME,
    MODULE,
    NOT_FOUND,
    PHRASES,
    answer_wrong,
    key,
    question,
    unfolded,
)
from playwright.sync_api import Locator, Page, expect

from kinds_project import ALL, OWN_TEST

# What has the focus, whether its mark is seen, and whether something lies on top of it. The mark
# may be on the label of a field, or on what follows a hidden switch. Where the focus opens
# something, that takes some frames: looked at again until it is there, or for two seconds.
FOCUS = """async () => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const marked = [at, ...(at.labels ?? []), at.nextElementSibling].filter(Boolean);
  const isMarked = each => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    const { width, height } = each.getBoundingClientRect();
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && width * height > 16;
  };
  const isFree = each => {
    const { left, top, width, height } = each.getBoundingClientRect();
    const inset = Math.min(8, height / 2);
    return [top + inset, top + height / 2, top + height - inset].some(y => {
      const hit = document.elementFromPoint(left + Math.min(width / 2, 40), y);
      return each.contains(hit) || hit?.contains(each) && !hit.closest("header");
    });
  };
  let mark;
  for (const end = performance.now() + 2000; performance.now() < end; ) {
    mark = marked.find(isMarked);
    if (mark && isFree(mark)) break;
    await new Promise(requestAnimationFrame);
  }
  window.stops ??= [];
  const again = window.stops.includes(at);
  window.stops.push(at);
  return {
    name: `${at.localName}#${at.id}.${at.className} ${at.textContent.trim().slice(0, 30)}`,
    seen: Boolean(mark), free: isFree(mark ?? at), again,
    question: at.closest("unruffled-question")?.id, kind: at.type || at.localName,
  };
}"""


def walk(page: Page, most: int = 300) -> list[dict[str, Any]]:
    """Press Tab from the top until the focus leaves the page; return every stop."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["again"]:
            return stops
        stops.append(stop)
    raise AssertionError(f"still on the page after {most} stops, at {stops[-1]}")


@pytest.mark.parametrize("path", [HOME, MODULE, PHRASES, CONVERSATION, NOT_FOUND])
@pytest.mark.parametrize("width", [1366, 360])
def test_the_focus_is_seen_at_every_stop_and_the_page_can_be_left(visit, path, width):
    stops = walk(visit(path, viewport={"width": width, "height": 740}))
    assert len(stops) > 5
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if not stop["free"]] == []


WITHIN = {
    "single": ["radio"],
    "multiple": ["checkbox"] * 4 + ["summary"],
    "true_false": ["radio"],
    "ordering": ["button"] * 8 + ["summary"],
    "matching": ["select-one"] * 3,
    "sorting": ["radio"] * 4,
    "fill_in": ["text", "summary"],
    "choose_in_text": ["select-one"] * 2,
    "spot": ["checkbox"] * 3 + ["summary"],
    "rewrite": ["textarea"],
}
"""Where Tab stops in a question of the guide: controls, then hints; then button and report."""


def test_tab_stops_at_every_control_once_and_once_in_a_choose_one(visit_kinds):
    page = kinds.ready(visit_kinds(ALL))
    stops = [stop for stop in walk(page) if stop["question"]]
    assert [stop["name"] for stop in stops if not stop["seen"] or not stop["free"]] == []
    for kind, want in WITHIN.items():
        name = kinds.question(page, kind).get_attribute("id")
        assert [stop["kind"] for stop in stops if stop["question"] == name] == [
            *want,
            "submit",
            "a",
        ]


@pytest.mark.parametrize("width", [1366, 360])
def test_the_focus_is_seen_in_every_state_of_every_kind(visit_kinds, width):
    page = kinds.ready(visit_kinds(ALL, viewport={"width": width, "height": 740}))
    for kind in KINDS:
        kinds.MOUSE.answer(kinds.question(page, kind), kinds.WRONG)
    page.locator(".md-skip").focus()
    stops = walk(page)
    assert len(stops) > 60
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if not stop["free"]] == []


@pytest.mark.parametrize("width", [1366, 360])
def test_the_focus_is_seen_in_a_test_below_its_bar(visit_kinds, width):
    page = unfolded(visit_kinds(OWN_TEST, viewport={"width": width, "height": 740}))
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    kinds.ready(page)
    page.get_by_role("button", name="Hand in").click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.locator(".md-skip").focus()
    stops = walk(page)
    assert len({stop["question"] for stop in stops}) == len(COUNTED) + 1
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if not stop["free"]] == []


def test_a_whole_test_is_taken_by_keyboard_alone(visit_kinds):
    page = visit_kinds(OWN_TEST)
    hand = kinds.Keyboard(page)
    hand.press(page.get_by_role("button", name="Start the test"))
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    kinds.ready(page)
    for kind in COUNTED:
        hand.give(kinds.question(page, kind), kinds.RIGHT)
    hand.press(page.get_by_role("button", name="Hand in"))
    expect(page.get_by_role("heading", name="You have passed")).to_be_focused()
    hand.press(page.get_by_role("button", name="Certificate"))
    name = page.get_by_label("Name on the certificate")
    expect(name).to_be_focused()
    page.keyboard.type("Ada")
    expect(page.locator(".certificate-name")).to_have_text("Ada")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Certificate")).to_be_focused()


def test_the_order_of_stops_is_the_order_of_the_page(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    answer_wrong(asked)
    page.locator(".md-skip").focus()
    assert page.locator("article [tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    kinds = [s["kind"] for s in walk(page) if s["question"] == asked.get_attribute("id")]
    assert kinds == ["radio", "submit", "summary"]


def verdict(asked: Locator) -> Locator:
    return asked.get_by_role("status")


def test_arrow_keys_reach_every_choice_and_send_nothing(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    inputs = asked.locator("fieldset input")
    asked.locator(".quiz-button").wait_for(state="attached")  # the choices have their order
    inputs.first.focus()
    page.keyboard.press("Space")
    for index in [*range(1, inputs.count()), 0]:
        page.keyboard.press("ArrowDown")
        expect(inputs.nth(index)).to_be_focused()
        expect(inputs.nth(index)).to_be_checked()
        expect(verdict(asked)).to_be_empty()
        expect(asked.locator(".quiz-answer")).to_be_hidden()
    expect(page.locator(".quiz-panel")).to_contain_text("0 of ")


def test_enter_on_a_choice_sends_the_answer_and_the_focus_stays(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    right = asked.locator("input").nth(key(asked).index(True))
    right.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(verdict(asked)).to_contain_text("Right")
    expect(right).to_be_focused()


@pytest.mark.parametrize("press", ["Enter", "Space"])
def test_the_button_sends_the_answer(visit, press):
    page = visit(MODULE)
    asked = question(page, "checkbox")
    for index, right in enumerate(key(asked)):
        asked.locator("input").nth(index).focus()
        if right:
            page.keyboard.press("Space")
    expect(verdict(asked)).to_be_empty()
    page.keyboard.press("Tab")
    expect(asked.get_by_role("button")).to_be_focused()
    page.keyboard.press(press)
    expect(verdict(asked)).to_contain_text("Right")


REGIONS = (
    "window.regions = [...document.querySelectorAll('article [role=status]:not(.call-fields *)')]"
)
TOLD = "window.regions.map(each => each.isConnected && each.textContent !== '')"


def test_live_regions_of_a_quiz_are_there_before_their_words(visit_kinds):
    """A region that comes into the page together with its words is not read out."""
    page = kinds.ready(visit_kinds(ALL))
    page.locator(".phrase-copy").first.evaluate("each => each.remove()")
    page.evaluate(
        "window.regions = [...document.querySelectorAll('.quiz-panel [role=status], "
        "unruffled-question [role=status]')]"
    )
    for kind in KINDS:
        kinds.MOUSE.answer(kinds.question(page, kind), kinds.RIGHT)
    page.get_by_role("button", name="Save my ticks").click()
    expect(page.locator(".quiz-panel")).to_contain_text("Passed")
    # Each verdict and the result; the last region speaks only where nothing is kept.
    assert page.evaluate(TOLD) == [True] * (len(KINDS) + 1) + [False]


def test_live_regions_of_phrases_are_there_before_their_words(visit):
    page = visit(PHRASES)
    page.evaluate(REGIONS)
    page.evaluate("navigator.clipboard.writeText = async () => {}")
    page.locator(".phrase-copy").first.click()
    page.get_by_role("combobox", name="Tone", exact=True).select_option("firm")
    expect(page.locator(".phrase-message")).not_to_be_empty()
    # The one between them speaks where what says lines aloud cannot be loaded.
    assert page.evaluate(TOLD) == [True, False, True]


def test_a_reason_is_tied_to_the_choice_it_is_about(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    answer_wrong(asked)
    reason = asked.locator(".quiz-reason").inner_text()
    taken = asked.locator("fieldset input:checked")
    expect(taken).to_have_accessible_description(" ".join(reason.split()))
