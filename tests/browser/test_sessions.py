"""Sessions, the rubric and quizzes on paper: what a trainer takes into the room."""

from __future__ import annotations

import io
import re

import pytest
from axe import looks, violations
from pages import library
from playwright.sync_api import expect
from pypdf import PdfReader

SESSION, RUBRIC = "train/sessions/empathy/", "train/rubric/"
MATERIAL, FOLLOW_UP = "train/material/empathy/", "train/follow-ups/empathy/"
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


def pages_of(page, size: str = "A4") -> list[str]:
    return [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format=size))).pages]


def squeezed(text: str) -> str:
    """A text without spaces and marks, which a sheet may set in another way."""
    return re.sub(r"\W", "", text)


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


TOO_LONG = """() => [...document.querySelectorAll(".material-cards li, .material-back")]
  .filter((each) => each.scrollHeight > each.clientHeight + 2)
  .map((each) => each.textContent.trim().slice(0, 40))"""


def test_every_card_fits_a_quarter_of_a_sheet(visit):
    page = visit(MATERIAL, viewport={"width": 725, "height": 1000})
    page.emulate_media(media="print")
    long = {}
    for name in LIBRARY.sessions:
        page.goto(f"train/material/{name}/")
        page.wait_for_load_state("networkidle")
        long[name] = page.evaluate(TOO_LONG)
    assert {name: each for name, each in long.items() if each} == {}


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["empathy", "escalate", "positive-language"])
def test_what_is_handed_out_is_whole_and_on_sheets_without_the_key(visit, name, size):
    session = LIBRARY.sessions[name]
    sheets = pages_of(visit(f"train/material/{name}/"), size)
    first = session.material[0].title
    start = next(number for number, text in enumerate(sheets) if text.lstrip().startswith(first))
    key, out = (squeezed(" ".join(part)) for part in (sheets[:start], sheets[start:]))
    items = [item for part in session.material for item in part.items]
    given = [text for item in items for text in (item.text, item.back, *item.lines) if text]
    assert [text for text in given if squeezed(text) not in out] == []
    good = [text for each in items if (text := each.good)]
    good += [text for each in session.run if (text := each.good)]
    assert good
    assert [text for text in good if squeezed(text) not in key or squeezed(text) in out] == []


def test_four_cards_are_a_sheet(visit):
    sheets = pages_of(visit("train/material/emotional-intelligence/"))
    lines = [item.text for item in LIBRARY.sessions["emotional-intelligence"].material[0].items]
    assert len(lines) == 8
    for sheet, four in zip(sheets[-2:], (lines[:4], lines[4:]), strict=True):
        assert [squeezed(line) in squeezed(sheet) for line in lines] == [
            each in four for each in lines
        ]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_follow_up_sheet_is_one_page_with_every_row_three_times(visit, size):
    page = visit("train/sessions/")
    for name, session in LIBRARY.sessions.items():
        page.goto(f"train/follow-ups/{name}/")
        (sheet,) = pages_of(page, size)
        assert [row for row in session.observe if squeezed(row) not in squeezed(sheet)] == []
        assert sheet.count("☐") == 9 * len(session.observe)


def test_the_sheet_leads_to_its_material_and_the_follow_up(visit):
    page = visit(SESSION)
    page.get_by_role("link", name="Print the material").click()
    expect(page.locator("h1")).to_contain_text("Material: Show empathy")
    page.go_back()
    page.get_by_role("link", name="Follow-up sheet").click()
    expect(page.locator("h1")).to_contain_text("Follow-up: Show empathy")


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
    levels = page.locator(".rubric fieldset [type=radio]")
    expect(levels).to_have_count(4 * len(LIBRARY.rubric.criteria))


@looks
@pytest.mark.parametrize(
    "path", ["train/sessions/", SESSION, MATERIAL, FOLLOW_UP, RUBRIC, SHEET, KEY, "train/plans/"]
)
def test_axe_finds_nothing(visit, path, scheme, window):
    assert violations(visit(path, color_scheme=scheme, **window)) == []


def test_nothing_is_wider_than_a_narrow_window(visit):
    page = visit(SESSION, viewport={"width": 320, "height": 640})
    widths = {}
    papers = (SESSION, MATERIAL, FOLLOW_UP, RUBRIC, SHEET, KEY)
    for path in (*papers, "train/plans/", "train/sessions/", "train/groups/"):
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in widths.items() if width > 320} == {}
