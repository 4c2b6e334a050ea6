"""What tools put into a page: read-aloud wraps words, translation wraps texts. And long words."""

from __future__ import annotations

from typing import Any

import pytest
from pages import LAPTOP, PHONE, UNFOLD
from playwright.sync_api import Page

from kinds_project import ALL

WRAP = """(tag) => {
  const home = document.querySelector("article");
  const drawn = (each) => each.getClientRects().length && !each.closest("svg");
  const shown = [...home.querySelectorAll("*")].filter(drawn);
  const before = shown.map((each) => [each, each.offsetWidth, each.offsetHeight]);
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    const other = "svg, script, style, select, textarea, template";
    if (text.data.trim() && !text.parentElement.closest(other)) texts.push(text);
  }
  const wrapped = (word) => {
    const outer = document.createElement(tag);
    if (tag === "font") outer.append(document.createElement("font"));
    (outer.firstChild ?? outer).append(word);
    outer.className = "msreadoutspan";
    return outer;
  };
  for (const text of texts) {
    const parts = tag === "font" ? [text.data] : text.data.split(/(\\s+)/).filter(Boolean);
    text.replaceWith(...parts.map((part) => (part.trim() ? wrapped(part) : part)));
  }
  const other = ([each, width, height]) =>
    Math.abs(each.offsetHeight - height) > 2 || Math.abs(each.offsetWidth - width) > 3;
  return before.filter(other).map(([each, width, height]) => {
    const now = `${each.offsetWidth}x${each.offsetHeight}`;
    const start = each.textContent.trim().slice(0, 40);
    return `${each.tagName} ${each.className}: ${width}x${height} became ${now}: ${start}`;
  });
}"""

PAGES = [
    *("desk/", "desk/shouting/", "desk/shouting/?call", "phrases/empathy/", "connect/empathy/"),
    *("practice/late-parcel/", "course/", "course/test/", "course/record/"),
    *("assignments/first-words/", "train/assign/", "train/results/", "train/rubric/"),
]
TAGS = ("span", "font")


def changed(page: Page, path: str) -> dict[str, list[str]]:
    """What another shape has when a tool has wrapped the words of a page."""
    found = {}
    for tag in TAGS:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.evaluate(UNFOLD)
        found[f"{path} {tag}"] = page.evaluate(WRAP, tag)
    return {where: each for where, each in found.items() if each}


@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_wrapped_words_change_no_layout(visit, window):
    page = visit("", **window)
    found: dict[str, Any] = {}
    for path in PAGES:
        found |= changed(page, path)
    assert found == {}


@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_wrapped_words_change_no_layout_of_any_kind_of_question(visit_kinds, window):
    assert changed(visit_kinds(ALL, **window), ALL) == {}


FILL = """() => {
  const address = `https://example.org/${"a-very-long-address/".repeat(20)}`;
  const texts = "textarea, input:not([type]), input[type=text], input[type=search]";
  for (const field of document.querySelectorAll(`article :is(${texts})`)) {
    if (field.readOnly || field.disabled) continue;
    field.value = address;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""
NARROW = {"viewport": {"width": 320, "height": 640}}


def wide(page: Page, path: str) -> bool:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(UNFOLD)
    page.evaluate(FILL)
    for check in page.get_by_role("button", name="Check answer").all():
        check.click()
    page.wait_for_load_state("networkidle")
    return page.evaluate("document.documentElement.scrollWidth") > 320


def test_a_long_address_in_any_field_makes_no_page_wider_than_320_pixels(visit):
    page = visit("", **NARROW)
    assert [path for path in PAGES if wide(page, path)] == []


def test_a_long_address_as_an_answer_makes_no_page_wider_than_320_pixels(visit_kinds):
    assert not wide(visit_kinds(ALL, **NARROW), ALL)
