"""Everything can be done, and seen to be done, with a keyboard."""

from __future__ import annotations

import pytest
from pages import HOME, MODULE, NOT_FOUND, PHRASES, answer_wrong, key, question
from playwright.sync_api import Locator, Page, expect

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
    question: at.closest("unruffled-question")?.id, kind: at.type ?? at.localName,
  };
}"""


def walk(page: Page, most: int = 300) -> list[dict]:
    """Press Tab from the top until the focus leaves the page; return every stop."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["again"]:
            return stops
        stops.append(stop)
    raise AssertionError(f"still on the page after {most} stops, at {stops[-1]}")


@pytest.mark.parametrize("path", [HOME, MODULE, PHRASES, NOT_FOUND])
@pytest.mark.parametrize("width", [1366, 360])
def test_the_focus_is_seen_at_every_stop_and_the_page_can_be_left(visit, path, width):
    stops = walk(visit(path, viewport={"width": width, "height": 740}))
    assert len(stops) > 5
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if not stop["free"]] == []


def test_tab_stops_once_in_a_choose_one_and_at_every_choice_of_a_choose_all(visit):
    page = visit(MODULE)
    stops = [stop for stop in walk(page) if stop["question"]]
    for asked in page.locator("unruffled-question").all():
        kinds = [stop["kind"] for stop in stops if stop["question"] == asked.get_attribute("id")]
        boxes = asked.locator("input[type=checkbox]").count()
        assert kinds == ["checkbox"] * boxes + ["radio"] * (not boxes) + ["button"]


def test_the_order_of_stops_is_the_order_of_the_page(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    answer_wrong(asked)
    page.locator(".md-skip").focus()
    assert page.locator("article [tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    kinds = [s["kind"] for s in walk(page) if s["question"] == asked.get_attribute("id")]
    assert kinds == ["radio", "button", "summary"]


def verdict(asked: Locator) -> Locator:
    return asked.get_by_role("status")


def test_arrow_keys_reach_every_choice_and_send_nothing(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    inputs = asked.locator("input")
    inputs.first.focus()
    page.keyboard.press("Space")
    for index in [*range(1, inputs.count()), 0]:
        page.keyboard.press("ArrowDown")
        expect(inputs.nth(index)).to_be_focused()
        expect(inputs.nth(index)).to_be_checked()
        expect(verdict(asked)).to_be_empty()
        expect(asked.locator("details")).to_be_hidden()
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


@pytest.mark.parametrize("path", [MODULE, PHRASES])
def test_live_regions_are_there_before_their_words(visit, path):
    """A region that comes into the page together with its words is not read out."""
    page = visit(path)
    page.evaluate("window.regions = [...document.querySelectorAll('article [role=status]')]")
    if path == MODULE:
        for asked in page.locator("unruffled-question").all():
            asked.get_by_role("button").click()
            answer_wrong(asked)
    page.evaluate("navigator.clipboard.writeText = async () => {}")
    page.locator(".phrase-copy").first.click()
    page.get_by_role("combobox", name="Tone", exact=True).select_option("firm")
    expect(page.locator(".phrase-message")).not_to_be_empty()
    told = "window.regions.map(each => each.isConnected && each.textContent !== '')"
    assert set(page.evaluate(told)) == {True}
    # The count of phrases and what was copied; on a quiz, each verdict and the result.
    quiz = page.locator("unruffled-question").count()
    assert page.evaluate("window.regions.length") == 2 + (quiz + 1 if quiz else 0)


def test_a_reason_is_tied_to_the_choice_it_is_about(visit):
    page = visit(MODULE)
    asked = question(page, "radio")
    answer_wrong(asked)
    reason = asked.locator(".quiz-reason").inner_text()
    taken = asked.locator("input:checked")
    expect(taken).to_have_accessible_description(" ".join(reason.split()))
