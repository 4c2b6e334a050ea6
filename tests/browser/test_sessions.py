"""Sessions, the rubric and quizzes on paper: what a trainer takes into the room."""

from __future__ import annotations

import io

import pytest
from axe import looks, violations
from pages import library
from playwright.sync_api import expect
from pypdf import PdfReader

SESSION, RUBRIC = "train/sessions/empathy/", "train/rubric/"
SHEET, KEY = "train/sheets/empathy/", "train/keys/empathy/"
STEMS = "unruffled-question > fieldset > legend"
LIBRARY = library()


def test_every_module_is_in_the_list_with_its_sheets(visit):
    page = visit("train/sessions/")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(len(LIBRARY.sessions))
    expect(rows.first).to_contain_text("Why customers get difficult")
    expect(rows.first).to_contain_text("Answer key")


def test_a_sheet_asks_and_its_key_answers_in_the_same_order(visit):
    asked = visit(SHEET).locator(STEMS).all_inner_texts()
    page = visit(KEY)
    assert page.locator(STEMS).all_inner_texts() == asked
    assert len(asked) == len(LIBRARY.quizzes["empathy"].questions)
    answers = page.locator(".quiz-answer")
    expect(answers).to_have_count(len(asked))
    for each in answers.all():
        expect(each).to_have_attribute("open", "")
        expect(each.locator(".quiz-why")).to_be_visible()


def test_a_sheet_shows_no_answer_on_the_screen_or_on_paper(visit):
    page = visit(SHEET)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(page.locator("legend").first).to_be_visible()
        for each in page.locator(".quiz-answer, .quiz-hint, .quiz-report").all():
            expect(each).to_be_hidden()


def pages_of(page) -> list[str]:
    return [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def test_on_paper_a_key_shows_its_answers(visit):
    paper = " ".join(pages_of(visit(KEY)))
    assert "Answer key" in paper
    assert paper.count("Right.") >= 3


def test_every_session_is_two_pages_of_paper(visit):
    page = visit("train/sessions/")
    printed = {}
    for name in LIBRARY.sessions:
        page.goto(f"train/sessions/{name}/")
        printed[name] = pages_of(page)
    assert {name: len(pages) for name, pages in printed.items() if len(pages) > 2} == {}
    assert all("For whoever watches" in pages[-1] for pages in printed.values())


def test_what_is_noted_in_the_rubric_is_printed_and_can_be_cleared(visit):
    page = visit(RUBRIC)
    page.get_by_label("Who", exact=True).fill("Ana Silva")
    page.get_by_role("radio", name="3 Keeps pace").check()
    page.get_by_label("The words you heard").first.fill("I hear you, and I am on it.")
    printed = " ".join(pages_of(page))
    assert "Ana Silva" in printed
    assert "I hear you, and I am on it." in printed
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_role("radio", name="3 Keeps pace")).not_to_be_checked()
    expect(page.get_by_label("Who", exact=True)).to_have_value("")


def test_the_rubric_has_a_row_for_each_criterion(visit):
    page = visit(RUBRIC)
    expect(page.locator(".rubric fieldset")).to_have_count(len(LIBRARY.rubric.criteria))
    expect(page.locator(".rubric [type=radio]")).to_have_count(4 * len(LIBRARY.rubric.criteria))


@looks
@pytest.mark.parametrize("path", ["train/sessions/", SESSION, RUBRIC, SHEET, KEY, "train/plans/"])
def test_axe_finds_nothing(visit, path, scheme, window):
    assert violations(visit(path, color_scheme=scheme, **window)) == []


def test_nothing_is_wider_than_a_narrow_window(visit):
    page = visit(SESSION, viewport={"width": 320, "height": 640})
    widths = {}
    for path in (SESSION, RUBRIC, SHEET, KEY, "train/plans/", "train/sessions/"):
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in widths.items() if width > 320} == {}
