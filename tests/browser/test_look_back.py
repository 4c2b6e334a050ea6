"""What was answered can be looked at again: in the quiz, after a test, on the record's page."""

from __future__ import annotations

import re

import kinds
import pytest
from axe import violations
from kinds import COUNTED, RIGHT, WRONG, Mouse
from pages import LAPTOP, PHONE
from playwright.sync_api import Locator, Page, expect
from record_helpers import call, entry, record

from kinds_project import ALL, ASSIGNED, OWN_TEST, RECORD

MOUSE = Mouse()
T = 1_700_000_000_000
TODAY = re.compile(r"\d{1,2} \w+ 20\d\d at \d\d:\d\d: ")
WAYS = dict(zip(COUNTED, [RIGHT, WRONG] * len(COUNTED), strict=False))
"""Half of the kinds are answered right, half wrong."""
SHOWN = """all => Object.fromEntries(all.map(q =>
  [q.dataset.kind, JSON.stringify(q.kind.response(q))]))"""


def answer_all(page: Page) -> dict[str, str]:
    """Answer every kind in practice; return the answers as they stand."""
    kinds.ready(page)
    for kind, how in WAYS.items():
        MOUSE.give(kinds.question(page, kind), how)
    given = page.locator("unruffled-question").evaluate_all(SHOWN)
    for kind in WAYS:
        kinds.question(page, kind).get_by_role("button", name="Check answer").click()
    expect(page.locator(".quiz-panel")).to_contain_text(f"{len(WAYS)} of 10 answered.")
    return {kind: given[kind] for kind in WAYS}


def fold(page: Page, name: str) -> Locator:
    return page.locator("details.past", has_text=name)


def verdict(question: Locator) -> Locator:
    return question.locator(".quiz-verdict")


def test_the_last_answer_stands_in_the_quiz_again_with_reasons_and_day(visit_kinds):
    page = visit_kinds(ALL)
    given = answer_all(page)
    page.reload()
    kinds.ready(page)
    expect(page.get_by_role("button", name="Look at my last answer")).to_have_count(len(WAYS))
    for each in page.locator(".quiz-past button").all():
        each.dispatch_event("click")
    expect(page.get_by_role("button", name="Answer it again")).to_have_count(len(WAYS))
    for kind, how in WAYS.items():
        question = kinds.question(page, kind)
        expect(verdict(question)).to_have_text(TODAY)
        expect(verdict(question)).to_contain_text("right" if how == RIGHT else "not right")
        expect(question.locator(".quiz-answer")).to_have_attribute("open", "")
        expect(question.locator("fieldset").first).to_have_attribute("disabled", "")
    shown = page.locator("unruffled-question").evaluate_all(SHOWN)
    assert {kind: shown[kind] for kind in WAYS} == given
    assert len(record(page)["entries"]) == len(WAYS)
    expect(page.locator(".quiz-panel")).to_contain_text("0 of 10 answered.")
    question = kinds.question(page, "single")
    question.get_by_role("button", name="Answer it again").click()
    MOUSE.give(question, RIGHT)
    question.get_by_role("button", name="Check answer").click()
    expect(page.locator(".quiz-panel")).to_contain_text("1 of 10 answered.")


def test_a_test_that_was_handed_in_can_be_looked_at_after_a_reload(visit_kinds):
    page = visit_kinds(OWN_TEST)
    page.get_by_role("button", name="Start the test").click()
    kinds.ready(page)
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    MOUSE.give(kinds.question(page, "fill_in"), WRONG)
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("button", name="Hand in all the same").click()
    expect(page.locator(".quiz-outcome")).to_be_visible()
    page.reload()
    past = fold(page, "Your test handed in on")
    past.locator("summary").first.click()
    expect(past.locator("unruffled-question")).to_have_count(9)
    expect(past.get_by_text("You left it open. Read why.")).to_have_count(7)
    expect(verdict(kinds.question(past, "single"))).to_contain_text("right")
    expect(verdict(kinds.question(past, "fill_in"))).to_contain_text("not right")
    expect(kinds.question(past, "fill_in").locator("input")).not_to_have_value("")
    page.get_by_role("button", name="Start the test").click()
    expect(page.locator("unruffled-question:visible")).to_have_count(9)
    assert (
        page.locator("unruffled-question").evaluate_all("a => new Set(a.map(q => q.id)).size") == 9
    )


def test_a_test_without_attempts_left_can_still_be_looked_at(visit_kinds):
    page = visit_kinds(ASSIGNED)
    page.locator("unruffled-assigned").evaluate("""element => {
      element.assignment.attempts = 1;
    }""")
    page.get_by_role("button", name="Start the test").click()
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("button", name="Hand in all the same").click()
    expect(page.locator(".quiz-outcome")).to_be_visible()
    page.add_init_script("window.once = true")
    page.reload()
    page.locator("unruffled-assigned").evaluate("""async element => {
      while (!element.handIn) await new Promise(requestAnimationFrame);
    }""")
    expect(fold(page, "Your test handed in on")).to_be_visible()


def test_the_records_page_shows_the_answers_by_module_with_the_earlier_ones(visit_kinds):
    page = visit_kinds(ALL)
    answer_all(page)
    old = entry(
        "old", 1, quiz="all", question="gone", rev="r", t=1_700_000_000_000, response="typed"
    )
    changed = entry("old2", 2, quiz="all", rev="r", t=1_700_000_000_000, response="my words")
    changed["question"] = kinds.question(page, "rewrite").get_attribute("id").rpartition(".")[2]
    play = entry(
        "play", 3, quiz="scenario:old", question="play", kind="scenario", t=1_700_000_000_000
    )
    call(page, "await add(argument)", [old, changed, play])
    page.goto(RECORD)
    part = fold(page, "Quiz all")
    expect(part).to_contain_text("11 questions, last on ")
    part.locator("summary").first.click()
    expect(part.locator("unruffled-question")).to_have_count(10)
    for kind, how in WAYS.items():
        expect(verdict(kinds.question(part, kind))).to_contain_text(
            "right" if how == RIGHT else "not right"
        )
    expect(verdict(kinds.question(part, "rewrite"))).to_contain_text("has changed since")
    expect(verdict(kinds.question(part, "rewrite"))).to_contain_text("my words")
    expect(part.locator(".past-gone")).to_contain_text("14 November 2023")
    expect(part.locator(".past-gone")).to_contain_text("typed")
    fold(page, "scenario:old").locator("summary").first.click()
    expect(page.locator("unruffled-question")).to_have_count(0)
    expect(fold(page, "scenario:old")).to_contain_text("14 November 2023")


@pytest.mark.parametrize("response", [None, 7, "text", [], {"a": 1}, [None], "<img onerror=x>"])
def test_a_damaged_answer_breaks_nothing(visit_kinds, response):
    page = visit_kinds(ALL)
    kinds.ready(page)
    found = page.locator("unruffled-question").evaluate_all(
        "all => all.map(q => [q.id.slice(6), q.dataset.kind, q.dataset.rev])"
    )
    made = [
        entry(
            f"e{at}", at + 1, quiz="all", question=name, kind=kind, rev=rev, t=T, response=response
        )
        for at, (name, kind, rev) in enumerate(found)
    ]
    call(page, "await add(argument)", made)
    page.goto(RECORD)
    part = fold(page, "Quiz all")
    part.locator("summary").first.click()
    expect(part.locator("unruffled-question .quiz-verdict")).to_have_text([TODAY] * 10)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(visit_kinds, window, scheme):
    page = visit_kinds(ALL, color_scheme=scheme, **window)
    answer_all(page)
    page.goto(RECORD)
    part = fold(page, "Quiz all")
    part.locator("summary").first.click()
    expect(part.locator("unruffled-question .quiz-verdict")).to_have_text([TODAY] * len(WAYS))
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert violations(page) == []
