"""Letters: copied whole, filled in by choice, read without scripts, and one sheet on paper."""

from __future__ import annotations

import pytest
from axe import in_scheme, violations
from playwright.sync_api import Page, expect
from test_gaps import LISTEN, copied, field

from kinds_project import LETTER

FORBIDDEN = """
  navigator.clipboard ?? Object.defineProperty(navigator, "clipboard", { value: {} });
  navigator.clipboard.writeText = async () => { throw new Error("no"); };
  document.execCommand = () => false;
"""
BLANK = "Dear ___,\n\nWe were late.\n\nI'll ___ by ___."


@pytest.fixture
def page(visit_kinds) -> Page:
    page = visit_kinds(LETTER, LISTEN)
    page.locator(".phrase-copy").wait_for()
    return page


def test_one_press_copies_the_whole_letter_and_names_what_is_open(page):
    copy = page.locator(".phrase-copy")
    expect(copy).to_have_accessible_name("Copy The letter that helps")
    copy.click()
    assert copied(page) == [BLANK]
    told = "Copied: the letter. Still to fill in: customer's name, next step, day."
    expect(page.get_by_role("status").filter(has_text="Copied:")).to_have_text(told)


def test_what_is_filled_in_by_keyboard_stands_in_the_letter_and_in_the_copy(page):
    page.locator(".phrase-copy").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field(page, "Next step")).to_be_visible()
    page.keyboard.press("Tab")
    expect(field(page, "Next step")).to_be_focused()
    page.keyboard.type("call")
    field(page, "Day").fill("Friday")
    expect(page.locator(".letter-words").last).to_have_text("I'll call by Friday.")
    expect(page.locator(".letter-why")).to_have_count(3)
    field(page, "Day").press("Enter")
    assert copied(page) == [BLANK.replace("I'll ___ by ___.", "I'll call by Friday.")]


def test_where_copying_is_forbidden_the_letter_is_selected_and_its_reasons_stay(visit_kinds):
    page = visit_kinds(LETTER, FORBIDDEN)
    page.locator(".phrase-copy").click()
    text = page.get_by_role("textbox", name="The whole letter")
    expect(text).to_be_focused()
    expect(text).to_have_value(BLANK)
    assert page.evaluate("getSelection().toString()") in (BLANK, "")
    assert text.evaluate("box => [box.selectionStart, box.selectionEnd]") == [0, len(BLANK)]
    expect(page.locator(".letter-why")).to_have_count(3)


def test_without_scripts_both_letters_and_an_example_can_be_read(visit_kinds):
    page = visit_kinds(LETTER, java_script_enabled=False)
    expect(page.locator(".letter-before .letter-paper")).to_contain_text("It will come soon.")
    expect(page.locator(".letter-words").last).to_have_text("I'll [next step] by [day].")
    page.get_by_text("An example, filled in").click()
    expect(page.get_by_text("I'll send a new one by Thursday.")).to_be_visible()


def test_it_stands_side_by_side_where_there_is_room_and_is_one_sheet_on_paper(page):
    def places() -> list[dict]:
        boxes = (
            ".letter-before",
            ".letter-after",
            ".letter-words >> nth=0",
            ".letter-why >> nth=0",
        )
        return [page.locator(each).bounding_box() for each in boxes]

    page.set_viewport_size({"width": 1280, "height": 800})
    before, after, words, why = places()
    assert before["x"] + before["width"] <= after["x"]
    assert words["x"] + words["width"] <= why["x"]
    page.set_viewport_size({"width": 360, "height": 640})
    before, after, words, why = places()
    assert before["y"] + before["height"] <= after["y"]
    assert words["y"] + words["height"] <= why["y"]
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_it_fits_320_pixels(visit_kinds, scheme):
    page = in_scheme(visit_kinds(LETTER, color_scheme=scheme), scheme)
    page.get_by_text("Fill in: next step, day").click()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_the_finder_finds_it_marks_it_and_enter_opens_it(visit_kinds):
    page = visit_kinds("phrases/")
    page.locator("#finder-words").fill("my crate of oranges never came")
    found = page.locator(".finder-letter")
    expect(found).to_contain_text("Letter")
    expect(page.locator(".finder-enter")).to_have_text("Enter opens: A letter to say sorry")
    page.locator("#finder-words").press("Enter")
    page.wait_for_url(f"**/{LETTER}")
