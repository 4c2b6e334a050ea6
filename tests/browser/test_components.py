"""The page of components: everything in its states, in each look that readers ask for.

One window is opened; what differs is emulated in it.
"""

from __future__ import annotations

import pytest
from axe import COLOURS, in_scheme, violations, violations_in_light_and_dark
from pages import CONVERSATION, library
from playwright.sync_api import Page, expect

from kinds_project import examples

PATH = "contributing/components/"
WIDTHS = (320, 360, 768, 1280, 1920)
WIDER = """() => [...document.querySelectorAll(".md-content__inner *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
  .filter((each) => !each.closest(".md-typeset__scrollwrap, .md-typeset__table, svg"))
  .map((each) => each.outerHTML.slice(0, 120))"""
SMALL = """() => [...document.querySelectorAll("unruffled-components :is(button, select, input)")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each, each.closest("label") ?? each])
  .filter(([, target]) => {
    const { width, height } = target.getBoundingClientRect();
    return Math.min(width, height) < 24;
  })
  .map(([each]) => each.outerHTML.slice(0, 120))"""
LOW = """() => [...document.querySelectorAll(
    "unruffled-card button, unruffled-card :is(.card-next, .card-ways) a, .shown-list button"
    + ", .shown-list .finder-open"
  )]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
  .map((each) => each.outerHTML.slice(0, 120))"""
SHAPE = """(talk) => [...talk.children].slice(0, 2).map((line) => [line, ...line.children]
  .map(({ localName, className }) => `${localName}.${className}`))"""


@pytest.fixture
def shown(visit) -> Page:
    """The page, when all states have been brought about."""
    page = visit(PATH, viewport={"width": 1280, "height": 900}, color_scheme="light")
    expect(page.locator("unruffled-components")).to_have_attribute("data-made", "")
    return page


def test_every_component_is_shown_in_every_state_and_readable_in_every_look(shown: Page) -> None:
    assert states_of(shown) == {
        kind: [None, "right", "wrong", "wrong"] for kind in examples() if kind != "rewrite"
    } | {"rewrite": [None, "done", "done", "done"]}
    channels = shown.locator("unruffled-scenario").evaluate_all(
        "all => all.map(e => e.dataset.channel)"
    )
    assert channels == list(library().handbook.words["channels"])
    assert violations_in_light_and_dark(shown) == []
    shown.emulate_media(contrast="more")
    assert violations(in_scheme(shown, "dark"), COLOURS) == []
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 900})
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        assert shown.evaluate(WIDER) == [], width
        assert shown.evaluate(SMALL) == [], width
        assert shown.evaluate(LOW) == [], width
    shown.set_viewport_size({"width": 320, "height": 900})
    assert violations(shown) == []


def test_a_turn_of_a_conversation_is_shown_as_the_player_makes_it(visit) -> None:
    played = visit(CONVERSATION)
    played.locator(".scene-choices button").first.click()
    expect(played.locator(".scene-you")).to_have_count(1)
    shown = visit(PATH)
    talk = shown.locator("unruffled-scenario .scene-talk").first
    assert talk.evaluate(SHAPE) == played.locator(".scene-talk").evaluate(SHAPE)


def states_of(page: Page) -> dict[str, list[str | None]]:
    """Return the states of the questions of each kind, in the order of the page."""
    found: dict[str, list[str | None]] = {}
    for kind, state in page.locator("unruffled-question").evaluate_all(
        "all => all.map(({ dataset }) => [dataset.kind, dataset.state ?? null])"
    ):
        found.setdefault(kind, []).append(state)
    return found
