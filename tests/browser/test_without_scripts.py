"""Pages are complete before any script runs."""

from __future__ import annotations

import pytest
from pages import MODULE, PHRASES, library, words
from playwright.sync_api import Locator, Page, expect

QUIZ = library().quizzes["active-listening"]
TABLE = library().phrases["active-listening"]


@pytest.fixture
def plain_page(visit):
    return lambda path: visit(path, java_script_enabled=False)


def text(locator: Locator) -> str:
    return " ".join(locator.inner_text().split())


def test_every_question_shows_its_stem_and_choices(plain_page):
    page = plain_page(MODULE)
    shown = page.locator("unruffled-question").all()
    assert len(shown) == len(QUIZ.questions)
    for element, question in zip(shown, QUIZ.questions, strict=True):
        assert words(question.stem) in text(element.locator("legend"))
        choices = [text(label) for label in element.locator("label").all()]
        assert choices == [words(choice.text) for choice in question.choices]


def test_the_answer_opens_with_feedback_for_every_choice_and_the_explanation(plain_page):
    page = plain_page(MODULE)
    for element, question in zip(
        page.locator("unruffled-question").all(), QUIZ.questions, strict=True
    ):
        expect(element.locator("details > p")).to_be_hidden()
        element.locator("summary").click()
        reasons = [text(reason) for reason in element.locator("details li").all()]
        assert reasons == [
            f"{'Right.' if choice.correct else 'Not this one.'} {words(choice.feedback)}"
            for choice in question.choices
        ]
        assert text(element.locator("details > p")) == words(question.explanation)


def test_phrases_are_a_table_with_named_columns(plain_page):
    page = plain_page(PHRASES)
    table = page.get_by_role("table", name=TABLE.title)
    heads = ["Say", "Instead of", "Why", "Not when"]
    assert [text(head) for head in table.get_by_role("columnheader").all()] == heads
    rows = table.locator("tbody tr").all()
    for row, phrase in zip(rows, TABLE.phrases, strict=True):
        assert text(row.locator(".say")) == words(phrase.say)
        cells = [text(cell) for cell in row.locator("td").all()]
        assert cells[0] == words(phrase.avoid)
        assert cells[1].startswith(words(phrase.why))
        assert cells[2] == words(phrase.not_when)


@pytest.mark.parametrize("path", [MODULE, PHRASES])
def test_nothing_is_offered_that_needs_a_script(plain_page, path):
    page: Page = plain_page(path)
    ours = page.locator("article .unruffled")
    expect(ours.locator("button:visible")).to_have_count(0)
    expect(ours.locator("form:visible, select:visible")).to_have_count(0)
    expect(ours.locator("[role=status]:visible")).to_have_count(0)


def test_a_quiz_on_paper_shows_no_answer(visit):
    page = visit(MODULE, java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator("unruffled-question li").first).to_be_visible()
    expect(page.locator("unruffled-question details:visible")).to_have_count(0)
