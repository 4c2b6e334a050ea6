"""The front page: a sample that can be tried, one question, and what is begun and due."""

from __future__ import annotations

import re

from axe import schemes, violations
from filling import ago, attempt, bare, fill, settle
from pages import HOME, PHONE, key, library
from playwright.sync_api import Page, expect

from unruffled.blocks.course.stations import stations
from unruffled.blocks.home.view import question_of, ways_values
from waiting import until

LIBRARY = library()
QUIZ = LIBRARY.quizzes[LIBRARY.pages["index.md"].fences_of("question")[0].body]
ASKED = question_of(QUIZ)


def files(page: Page) -> set[str]:
    """Return the names of the files that a page has asked for so far."""
    script = "performance.getEntriesByType('resource').map(({ name }) => name)"
    return {name.rpartition("/")[2] for name in page.evaluate(script)}


def test_what_a_customer_says_leads_to_a_card_and_nothing_is_loaded_before(visit):
    page = visit(HOME)
    page.wait_for_load_state("networkidle")
    assert not files(page) & {"finder.js", "find.js", "desk.json", "question.js", "store.js"}
    field = page.get_by_role("searchbox", name="Their words, or what you need")
    field.fill("I want to speak to your manager")
    card = page.locator(".finder-card").first
    expect(card.get_by_role("link", name="Wants a manager").or_(card)).to_be_visible()
    assert {"finder.js", "find.js", "desk.json"} <= files(page)
    expect(page.locator(".finder-says")).to_be_hidden()
    field.fill("")
    expect(page.locator(".finder-says")).to_be_visible()


def test_the_examples_are_what_customers_say_and_lead_to_their_cards(visit):
    page = visit(HOME, java_script_enabled=False)
    link = page.locator(".finder-says a").first
    words = link.inner_text().strip("“”")
    (card,) = (each for each in LIBRARY.cards.values() if words in each.customer_says)
    link.click()
    expect(page).to_have_url(re.compile(rf"/desk/{card.id}/$"))


def test_the_question_is_answered_there_and_counts_in_its_module(visit):
    page = visit(HOME)
    question = page.locator("unruffled-one-question unruffled-question")
    question.scroll_into_view_if_needed()
    right = key(question).index(True)
    question.get_by_role("radio").nth(right).check()
    question.get_by_role("button", name="Check answer").click()
    expect(question.locator(".quiz-verdict")).to_have_text("Right. Read why.")
    kept = "Object.keys(localStorage).some((key) => key.endsWith(' ticks'))"
    until(page, f"() => {kept}")  # it is stored, and counted
    settle(page)
    page.reload()
    told = page.locator("unruffled-course .course-go a")
    expect(told).to_have_text(f"Go on with: {LIBRARY.pages[QUIZ.module].title}")


def test_who_comes_for_the_first_time_is_told_of_nothing_begun(visit):
    page = visit(HOME)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="For you")).to_be_hidden()
    assert "course.js" not in files(page)


@schemes
def test_who_comes_back_sees_what_is_begun_and_due(visit, address, scheme):
    page = bare(visit("about:blank", color_scheme=scheme, **PHONE), address)
    first = stations(LIBRARY)[2]
    assert first.quiz
    asked = LIBRARY.quizzes[first.file].questions[0].id
    fill(page, address, [attempt(first.quiz, asked, 0, ago(2))])
    page.goto(HOME)
    panel = page.locator("unruffled-course")
    expect(panel.get_by_role("link", name=f"Go on with: {first.title}")).to_be_visible()
    expect(panel.get_by_role("link", name="Review today: 1 question")).to_be_visible()
    assert violations(page) == []


def test_the_ways_in_are_the_sections_of_the_menu(visit):
    page = visit(HOME, java_script_enabled=False)
    sections = ways_values(LIBRARY)["sections"]
    assert len(sections) > 3
    for section in sections:
        box = page.get_by_role("region", name=section.title)
        expect(box.get_by_role("link", name=section.title, exact=True)).to_be_visible()
        assert box.get_by_role("link").count() > len(section.ways)
    trainers = page.get_by_role("region", name="Train a team")
    trainers.get_by_role("link", name="Read results").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("results")
