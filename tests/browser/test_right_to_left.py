"""In a language from right to left every page is mirrored: nothing is cut, nothing overlaps."""

from __future__ import annotations

import pytest
from pages import KINDS, LAPTOP
from playwright.sync_api import Page, expect

NARROW = {"viewport": {"width": 360, "height": 740}}
PATHS = {
    **{name: KINDS[name] for name in ("home", "module", "guide", "card", "offline")},
    "phrases": KINDS["phrase-table"],
    "call-mode": f"{KINDS['card']}?call",
    "letter": "letters/after-a-death/",
    "conversation": "practice/late-parcel/",
    "course": "course/",
    "review": "course/review/",
    "record": "course/record/",
    "assign": "train/assign/",
    "results": "train/results/",
    "rubric": "train/rubric/",
    "session": "train/sessions/",
    "evidence": "reference/evidence/",
    "not-found": "404.html",
}
NEAR = 4
"""Pixels: a browser's own margins round a tick box differ by side."""

BOXES = """() => {
  const name = (each) => [each.localName, ...each.classList].join(".");
  const boxes = [];
  for (const each of document.querySelectorAll("article *, .call-bar, .md-header__inner > *")) {
    // Words keep their own direction, and what stands among words follows them.
    if (each.closest("svg, pre, select, .md-search, .term, .quiz-text > *, label > span")) continue;
    const { display, visibility } = getComputedStyle(each);
    const { left, right, width, height } = each.getBoundingClientRect();
    if (/^(inline|contents|none)$/.test(display) || visibility === "hidden") continue;
    if (!width || !height) continue;
    boxes.push([`${name(each.parentElement)} > ${name(each)}`, left, right]);
  }
  return boxes;
}"""

UNFOLD = "document.querySelectorAll('article details').forEach((each) => (each.open = true))"
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
OUT = """() => [document.documentElement, document.body].map(
  (each) => each.scrollWidth - document.documentElement.clientWidth)"""


def boxes(page: Page) -> list[tuple[str, float, float]]:
    page.evaluate(SETTLED)
    return page.evaluate(BOXES)


@pytest.mark.parametrize("window", [NARROW, LAPTOP], ids=["360", "laptop"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_what_stands_left_stands_right(visit, path, window):
    page = visit(path, **window)
    page.wait_for_load_state("networkidle")
    if page.locator("unruffled-finder").count():
        expect(page.locator("#finder-words")).to_be_visible()
    if path == KINDS["guide"]:
        expect(page.locator(".call-names")).to_be_visible()
    page.evaluate(UNFOLD)
    written = boxes(page)
    page.evaluate("document.body.dir = 'rtl'")
    mirrored = boxes(page)
    assert [name for name, *_ in mirrored] == [name for name, *_ in written]
    wide = page.evaluate("document.documentElement.clientWidth")
    wrong = {
        name: (left, right, new_left, new_right)
        for (name, left, right), (_, new_left, new_right) in zip(written, mirrored, strict=True)
        if abs(wide - right - new_left) > NEAR or abs(wide - left - new_right) > NEAR
    }
    assert wrong == {}
    assert page.evaluate(OUT) == [0, 0]
    # Whatever overflows to the left could not be scrolled to.
    assert [each for each in mirrored if each[1] < -NEAR and window is NARROW] == []
