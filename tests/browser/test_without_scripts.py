"""Pages are complete before any script runs."""

from __future__ import annotations

import re

import kinds
import pytest
from pages import MODULE, PHRASES, labelled, library, words
from playwright.sync_api import Locator, Page, expect

from kinds_project import ALL, OWN_TEST, POOL_TEST

QUIZ = library().quizzes["active-listening"]
TABLE = library().phrases["active-listening"]


@pytest.fixture
def plain_page(visit):
    return lambda path: visit(path, java_script_enabled=False)


def text(locator: Locator) -> str:
    return " ".join(locator.inner_text().split())


def test_every_question_of_the_course_shows_its_stem(plain_page):
    page = plain_page(MODULE)
    shown = page.locator("unruffled-question").all()
    assert len(shown) == len(QUIZ.questions)
    for element, question in zip(shown, QUIZ.questions, strict=True):
        assert words(question.stem) in text(element.locator("legend").first)


@pytest.fixture
def plain_kinds(visit_kinds):
    return lambda path: visit_kinds(path, java_script_enabled=False)


@pytest.fixture
def same_plain(visit_same_kinds):
    return visit_same_kinds(ALL, java_script_enabled=False)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_a_question_of_any_kind_shows_all_that_is_judged(same_plain, kind):
    asked = kinds.question(same_plain, kind)
    of = kinds.data(asked)
    shown = text(asked.locator("fieldset").first)
    assert words(of.stem) in shown
    if kind == "choose_in_text":
        shown += " ".join(asked.locator("option").all_text_contents())
    if kind not in ("fill_in", "rewrite"):
        judged = [words(each) for _, each, _ in of.judged]
        assert [each for each in judged if each not in shown] == []
    expect(asked.locator(".quiz-answer > :not(summary)").first).to_be_hidden()


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_the_answer_unfolds_with_every_reason_and_the_principle(same_plain, kind):
    asked = kinds.question(same_plain, kind)
    of = kinds.data(asked)
    asked.locator(".quiz-answer > summary").click()
    shown = text(asked.locator(".quiz-answer"))
    want = [words(each) for _, each in of.reasons] + [words(of.explanation)]
    want += [words(each.text) for each in getattr(of, "models", ())]
    assert [each for each in want if each not in shown] == []
    again = re.findall(r"feedback_again='([^']+)'", repr(of))
    assert [each for each in again if words(each) in shown] == []


def test_the_answer_of_choices_names_what_is_right(plain_kinds):
    page = plain_kinds(ALL)
    for kind in ("single", "multiple", "true_false"):
        asked = kinds.question(page, kind)
        asked.locator(".quiz-answer > summary").click()
        reasons = [text(reason) for reason in asked.locator(".quiz-answer li").all()]
        assert reasons == [
            f"{'Right.' if choice.correct else 'Not this one.'} {words(choice.feedback)}"
            for choice in kinds.data(asked).choices
        ]


def test_hints_open_one_by_one_without_scripts(plain_kinds):
    asked = kinds.question(plain_kinds(ALL), "ordering")
    for hint, said in zip(asked.locator(".quiz-hint").all(), kinds.data(asked).hints, strict=True):
        hint.locator("summary").click()
        expect(hint.locator("p")).to_have_text(words(said.text))


def test_steps_do_not_stand_in_the_right_order_without_scripts(plain_kinds):
    asked = kinds.question(plain_kinds(ALL), "ordering")
    right = [words(each.text) for each in kinds.data(asked).items]
    assert sorted(kinds.shown_order(asked)) == sorted(right)
    assert kinds.shown_order(asked) != right


def test_a_test_from_a_pool_leads_to_its_questions_without_scripts(plain_kinds):
    page = plain_kinds(POOL_TEST)
    links = page.locator(".quiz-pool a")
    expect(links).to_have_text(["Quiz all", "Quiz some"])
    links.first.click()
    expect(page.locator("unruffled-question")).to_have_count(len(kinds.KINDS))


def test_a_test_with_questions_of_its_own_can_be_read_without_scripts(plain_kinds):
    page = plain_kinds(OWN_TEST)
    expect(page.locator("unruffled-question:visible")).to_have_count(len(kinds.COUNTED))


def test_phrases_are_a_table_with_named_columns(plain_page):
    page = plain_page(PHRASES)
    table = page.get_by_role("table", name=TABLE.title)
    heads = ["Say", "Instead of", "Why", "Not when"]
    assert [text(head) for head in table.get_by_role("columnheader").all()] == heads
    rows = table.locator("tbody tr").all()
    for row, phrase in zip(rows, TABLE.phrases, strict=True):
        assert text(row.locator(".say")) == labelled(phrase.say)
        cells = [text(cell) for cell in row.locator("td").all()]
        assert cells[0] == words(phrase.avoid)
        assert cells[1].startswith(words(phrase.why))
        assert cells[2] == words(phrase.not_when)


def test_nothing_is_offered_that_needs_a_script(plain_page, plain_kinds):
    page: Page = plain_page(PHRASES)
    ours = page.locator("article .unruffled")
    expect(ours.locator("button:visible")).to_have_count(0)
    expect(ours.locator("form:visible, select:visible")).to_have_count(0)
    expect(ours.locator("[role=status]:visible")).to_have_count(0)
    for path in (ALL, OWN_TEST, POOL_TEST):
        ours = plain_kinds(path).locator("unruffled-quiz")
        expect(ours.locator("button:visible, [role=status]:visible")).to_have_count(0)


@pytest.mark.parametrize("kind", kinds.KINDS)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_on_paper_can_be_answered_and_shows_no_answer(visit_same_kinds, kind, scripts):
    page = visit_same_kinds(ALL, java_script_enabled=scripts)
    if scripts:
        kinds.ready(page)
    page.emulate_media(media="print")
    asked = kinds.question(page, kind)
    expect(asked.locator("legend").first).to_be_visible()
    expect(asked.locator("details:visible, button:visible, .quiz-verdict:visible")).to_have_count(0)
    of = kinds.data(asked)
    shown = text(asked)
    assert [each for _, each in of.reasons if words(each) in shown] == []
    if kind not in ("fill_in", "rewrite", "choose_in_text"):
        assert [each for _, each, _ in of.judged if words(each) not in shown] == []


def test_a_quiz_on_paper_shows_no_answer(visit):
    page = visit(MODULE, java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator("unruffled-question li").first).to_be_visible()
    expect(page.locator("unruffled-question details:visible")).to_have_count(0)
