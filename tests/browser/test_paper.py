"""What a page prints: nothing cut, nothing to press, nothing folded."""

from __future__ import annotations

import io
import json
import urllib.request

import pypdf
import pytest
from playwright.sync_api import Page, expect
from test_assignments import linked, take_test
from test_scenarios import BEST

import result_files as made
from printed import faults

A4 = {"viewport": {"width": 672, "height": 1000}}
"""The room for text on a sheet: 178 mm in CSS pixels."""


def sheets(page: Page) -> list[str]:
    """The text of each sheet that the page prints."""
    return [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(page.pdf())).pages]


PAGES = [
    *("", "desk/", "desk/?call", "desk/danger/", "desk/shouting/?call", "phrases/?call"),
    *("phrases/empathy/", "connect/empathy/", "practice/late-parcel/", "course/test/"),
    *("course/record/", "assignments/first-words/", "train/assign/", "train/results/"),
    *("train/rubric/", "train/sessions/empathy/", "train/material/stay-calm/"),
    *("train/material/escalate/", "train/material/resilience/", "train/follow-ups/empathy/"),
    *("train/platform/", "reference/evidence/"),
]


def test_no_page_prints_a_cut_box_a_button_or_a_fold(visit):
    page = visit(PAGES[0], **A4)
    found = {}
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found[path] = faults(page)
    assert {path: each for path, each in found.items() if each} == {}


@pytest.fixture(scope="module")
def course(address):
    with urllib.request.urlopen(f"{address}assets/course.json") as answer:
        return json.load(answer)


def test_results_of_two_hundred_people_are_all_on_the_paper(visit, course):
    _, files = made.class_of(course, ["stay-calm", "empathy"], 200, 8)
    given = [
        {"name": f"{number}.json", "mimeType": "application/json", "buffer": text.encode()}
        for number, text in enumerate(files)
    ]
    page = visit("train/results/", **A4)
    page.get_by_label("Result files").set_input_files(given)
    expect(page.locator(".team-people tbody tr")).to_have_count(200)
    assert faults(page) == []
    printed = " ".join(" ".join(sheets(page)).split())
    assert [
        name for name in ("Person 001", "Person 100", "Person 200") if name not in printed
    ] == []


def test_a_debrief_prints_what_each_reply_did(visit):
    page = visit("practice/late-parcel/", **A4)
    for index in BEST:
        page.locator(f'.scene-choices button[data-reply="{index + 1}"]').click()
    expect(page.locator(".scene-debrief")).to_be_visible()
    assert faults(page) == []
    assert page.locator(".scene-why .scene-feedback").count() == len(BEST)


def test_the_sheet_after_a_test_is_one_page_without_the_answers(visit, course):
    page = visit(linked(course), **A4)
    take_test(page)
    page.get_by_label("Your name").fill("Ana Silva")
    assert faults(page) == []
    sheet, *more = sheets(page)
    assert more == []
    assert "Hand in" in sheet
    assert "Answer and why" not in sheet
    assert page.locator(".quiz-why").first.text_content()[:30] not in sheet
