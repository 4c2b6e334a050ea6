"""Answers in words of one's own: typed ones, forgiven or not, and bad replies rewritten."""

from __future__ import annotations

import kinds
import pytest
from kinds import COUNTED, KINDS, RIGHT, named
from kinds_pages import (
    MOUSE,
    page,
    status,
    typing,
)
from pages import words
from playwright.sync_api import Locator, Page, expect

__all__ = ["page", "typing"]  # fixtures


# Typed answers


def type_in(page: Page, name: str, text: str) -> Locator:
    asked = named(page, name)
    asked.locator("input").fill(text)
    asked.locator(".quiz-button").click()
    return status(asked)


FORGIVEN = {
    "variant": ("short", "no", ""),
    "capitals": ("medium", "CALMLY", ""),
    "spacing": ("figure", "  24   Hours ", ""),
    "punctuation": ("medium", "“calmly!”", ""),
    "apostrophe": ("accents", "don't know", ""),
    "composed otherwise": ("accents", "cafe\u0301", ""),
    "one letter in six": ("medium", "camly", "calmly"),
    "letters swapped": ("medium", "clamly", "calmly"),
    "two letters in eleven": ("long", "cristenning", "christening"),
    "a letter beside a figure": ("figure", "24 hour", "24 hours"),
    "as many as the author says": ("generous", "lisning", "listening"),
    "right to left": ("rtl", "שלום", ""),
    "a sign alone": ("emoji", " 👍🏽 ", ""),
}
REFUSED = {
    "one letter in three": ("short", "yet"),
    "two letters in six": ("medium", "clmaly"),
    "three letters in eleven": ("long", "crstenin"),
    "another figure": ("figure", "25 hours"),
    "a figure less": ("figure", "2 hours"),
    "a figure typed as well": ("medium", "calmly1"),
    "where the author allows none": ("exact", "listenin"),
    "another letter of the same script": ("rtl", "שלומך רב"),
    "another sign": ("emoji", "👎🏽"),
    "another tone of the sign": ("emoji", "👍🏿"),
    "punctuation alone": ("medium", "?!"),
}


@pytest.mark.parametrize("what", FORGIVEN)
def test_a_slip_is_forgiven_and_the_right_spelling_shown(typing, what):
    name, text, spelt = FORGIVEN[what]
    expect(type_in(typing, name, text)).to_contain_text("Right.")
    [reason] = kinds.reasons(named(typing, name))
    want = f"It is spelt “{spelt}”. " if spelt else ""
    assert reason == f"Right. {want}The reason of {name}."


@pytest.mark.parametrize("what", REFUSED)
def test_another_answer_is_not_forgiven(typing, what):
    name, text = REFUSED[what]
    expect(type_in(typing, name, text)).to_contain_text("Not yet.")
    assert kinds.reasons(named(typing, name)) == [f"Not this one. Any other answer to {name}."]


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("near", "effect", "effect"),
        ("near", "iffect", "effect"),  # as near to the one as to the other
        ("near", "efect", "effect"),
        ("long", "christian", "christian"),
        ("long", "chistian", "christian"),
    ],
)
def test_what_is_as_near_to_a_known_wrong_answer_is_wrong_and_told_why(typing, name, text, wrong):
    expect(type_in(typing, name, text)).to_contain_text("Not yet.")
    assert kinds.reasons(named(typing, name)) == [f"Not this one. {wrong} Why it is not {wrong}."]


def test_a_slip_nearer_to_the_right_answer_is_forgiven(typing):
    expect(type_in(typing, "near", "afect")).to_contain_text("Right.")


def test_a_hundred_thousand_letters_are_judged_at_once(typing):
    asked = named(typing, "long")
    asked.locator("input").evaluate("(field, text) => (field.value = text)", "christening " * 9_000)
    asked.locator(".quiz-button").click(timeout=3_000)
    expect(status(asked)).to_contain_text("Not yet.")


@pytest.mark.parametrize("name", ["medium", "rtl"])
def test_typed_markup_is_text(typing, name):
    markup = "<img src=x onerror=window.ran=1>"
    expect(type_in(typing, name, markup)).to_contain_text("Not yet.")
    expect(named(typing, name).locator("input")).to_have_value(markup)
    expect(typing.locator("unruffled-question img")).to_have_count(0)
    assert kinds.attempts(typing)[0]["response"] == markup
    assert typing.evaluate("window.ran") is None


# Rewriting


def test_a_version_of_ones_own_is_compared_ticked_and_saved(page):
    asked = kinds.question(page, "rewrite")
    of = kinds.data(asked)
    MOUSE.give(asked, RIGHT)
    asked.get_by_role("button", name="Compare").click()
    expect(status(asked)).to_have_text("Compare the two, tick what your version has, and save.")
    for good in of.models:
        expect(asked.get_by_text(words(good.text))).to_be_visible()
    assert kinds.attempts(page) == []
    asked.get_by_role("checkbox").first.check()
    asked.get_by_role("button", name="Save my ticks").click()
    expect(status(asked)).to_have_text("You ticked 1 of 3.")
    [attempt] = kinds.attempts(page)
    assert attempt["response"] == {"text": kinds.VERSION, "ticks": [True, False, False]}
    assert attempt["self"] is True
    assert attempt["share"] == pytest.approx(1 / 3)


def test_ticking_leaves_the_good_versions_open(page):
    asked = kinds.question(page, "rewrite")
    MOUSE.answer(asked, RIGHT)
    for box in asked.get_by_role("checkbox").all():
        box.check()
    expect(asked.locator(".quiz-why")).to_be_visible()
    expect(asked.get_by_role("button", name="Save my ticks")).to_be_visible()


def test_ones_own_judgement_is_not_counted(page):
    for kind in KINDS:
        MOUSE.answer(kinds.question(page, kind), RIGHT)
    kinds.question(page, "rewrite").get_by_role("button", name="Save my ticks").click()
    panel = page.locator(".quiz-panel")
    most = sum(kinds.examples()[kind].get("points", 1) for kind in COUNTED)
    expect(panel).to_contain_text(f"{most} of {most} points: 100 %. Passed.")
    expect(panel).to_contain_text("1 question not counted: you judged that yourself.")
