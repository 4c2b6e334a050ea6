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
    if (each.closest("svg, pre, select, .term, .quiz-text > *, label > span")) continue;
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


Box = tuple[str, float, float]


def boxes(page: Page) -> list[Box]:
    page.evaluate(SETTLED)
    return page.evaluate(BOXES)


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_what_stands_left_stands_right(visit, path):
    page = visit(path, **LAPTOP)
    page.wait_for_load_state("networkidle")
    if page.locator("unruffled-finder").count():
        expect(page.locator("#finder-words")).to_be_visible()
    if path == KINDS["guide"]:
        expect(page.locator(".call-names")).to_be_visible()
    page.evaluate(UNFOLD)
    for window in (LAPTOP, NARROW):
        page.set_viewport_size(window["viewport"])
        wide, written, mirrored = both_ways(page)
        assert [name for name, *_ in mirrored] == [name for name, *_ in written], window
        assert out_of_place(wide, written, mirrored) == {}, window
        # Whatever overflows to the left could not be scrolled to.
        assert [each for each in mirrored if each[1] < -NEAR and window is NARROW] == []


def both_ways(page: Page) -> tuple[int, list[Box], list[Box]]:
    """Return the width of a window, and the boxes in it as they are written and mirrored."""
    page.evaluate("document.body.dir = 'ltr'")
    written = boxes(page)
    page.evaluate("document.body.dir = 'rtl'")
    mirrored = boxes(page)
    assert page.evaluate(OUT) == [0, 0]
    return page.evaluate("document.documentElement.clientWidth"), written, mirrored


def out_of_place(
    wide: int, written: list[Box], mirrored: list[Box]
) -> dict[str, tuple[float, float, float, float]]:
    """Return what does not stand as far from the right as it stood from the left."""
    return {
        name: (left, right, new_left, new_right)
        for (name, left, right), (_, new_left, new_right) in zip(written, mirrored, strict=True)
        if abs(wide - right - new_left) > NEAR or abs(wide - left - new_right) > NEAR
    }
