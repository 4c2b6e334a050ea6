"""One person's page, on which every field of a result file is shown; and long tables on paper."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

import pytest
from axe import looks, violations
from playwright.sync_api import Page, expect
from pydantic import BaseModel
from test_team import PAGE, file

import result_files as made
import unruffled.model.result as of_result
from printed import faults

QUIZZES = ["stay-calm", "empathy"]
DAY = 86_400_000


@pytest.fixture(scope="module")
def course(address) -> dict[str, Any]:
    with urllib.request.urlopen(f"{address}assets/course.json") as answer:
        return json.load(answer)


def assignment_of(course: dict[str, Any], title: str) -> str:
    edition = made.crc("".join(course["quizzes"][quiz]["edition"] for quiz in QUIZZES))
    terms = {"mode": "test", "minutes": 15}
    return made.link_text({"title": title, "steps": [[f"6*{'+'.join(QUIZZES)}", edition]]} | terms)


def result_of(
    course: dict[str, Any], name: str, title: str = "Calm", **more: Any
) -> dict[str, Any]:
    asked = made.questions_of(course, QUIZZES)[:6]
    shares = [1.0] * 4 + [0.0] * 2
    return made.make_result(name, assignment_of(course, title), asked, shares=shares, **more)


def give(page: Page, *results: dict[str, Any]) -> None:
    files = [file(f"{number}.json", made.file_of(each)) for number, each in enumerate(results)]
    page.get_by_label("Result files").set_input_files(files)
    expect(page.locator(".team-people tbody tr").first).to_be_visible()


def look_at(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h3.team-person")).to_be_focused()


SHOWN = {
    "the file": {
        **{"format": "unruffled-result", "version": "version 1", "site": "Site of old"},
        **{"edition": "edition-head", "made": "1 October 2026", "assignment": "Calm"},
        **{"name": "Ana", "entries": "partly right", "sum": "sum "},
    },
    "an answer": {
        **{"type": "The answers", "question": "gone-question", "kind": "one choice"},
        **{"quiz": "Stay calm", "rev": "an earlier version of the question: older-rev"},
        **{"response": "what-was-chosen", "share": "partly right", "points": "1.5 of 3 points"},
        **{"max": "of 3 points", "tries": "7", "hints": "5", "mode": "practice"},
        **{"self": "judged by the learner", "t": "September 2026", "run": '"run":"run-of-it"'},
    },
    "a test": {
        **{"type": "Handed in", "quiz": "6 questions from", "run": "Run run-of-test"},
        **{"drawn": "stay-calm/drawn-one", "seed": "drawn by 4711", "points": "2 of 4 points"},
        **{"max": "of 4 points", "percent": "50 %", "passed": "not passed", "t": "September"},
        **{"mode": '"mode":"test"', "edition": "edition edition-test", "began": "September 2026"},
        **{"limit": "15 min", "extra": "and 3 more", "late": "99 min late, as it was recorded"},
    },
    "a test that was begun": {
        **{"type": "never", "quiz": "6 questions from", "run": "Run run-begun", "seed": "by 815"},
        **{"drawn": "stay-calm/begun-one", "began": "September 2026", "limit": "15 min"},
        **{"mode": '"mode":"test"', "edition": "edition edition-begun", "t": "September 2026"},
    },
}
RAW = {"v": '"v":1', "id": '"id":', "at": '"at":'}
"""What orders and counts entries stands where the file is shown letter by letter."""
MODELS: dict[str, type[BaseModel]] = {
    **{"the file": of_result.ResultFile, "an answer": of_result.Attempt},
    **{"a test": of_result.TestResult, "a test that was begun": of_result.TestBegun},
}


def test_every_field_of_a_result_file_is_in_the_list_of_what_is_shown() -> None:
    for what, model in MODELS.items():
        wanted = set(model.model_fields) - (set() if what == "the file" else set(RAW))
        assert set(SHOWN[what]) == wanted


def full(course: dict[str, Any]) -> dict[str, Any]:
    """A result with a value of its own in each field."""
    result = result_of(course, "Ana") | {"site": "Site of old", "edition": "edition-head"}
    answers, test = result["entries"][:-1], result["entries"][-1]
    practice = {"mode": "practice", "run": "run-of-it"}
    answers[0] |= practice | {"rev": "older-rev", "response": ["what-was-chosen"], "share": 0.5}
    answers[0] |= {"points": 1.5, "max": 3, "tries": 7, "hints": 5, "question": "gone-question"}
    answers[1] |= practice | {"self": True}
    for each in answers[2:]:
        each["run"] = "run-of-test"
    test |= {"run": "run-of-test", "seed": 4711, "edition": "edition-test", "limit": 15}
    test |= {"points": 2, "max": 4, "percent": 50, "passed": False, "extra": 3, "late": 99}
    test["drawn"] = [*test["drawn"], "stay-calm/drawn-one"]
    begun = {name: test[name] for name in ("v", "at", "t", "quiz", "mode", "began", "limit")}
    begun |= {"type": "begun", "id": "begun-1", "run": "run-begun", "seed": 815}
    begun |= {"drawn": ["stay-calm/begun-one"], "edition": "edition-begun"}
    result["entries"].append(begun)
    return result


def unfold(page: Page) -> None:
    for fold in page.locator(".team-result details").all():
        fold.evaluate("each => (each.open = true)")
    expect(page.locator(".team-result pre")).not_to_be_empty()


def test_every_field_of_a_result_file_is_shown(visit, course) -> None:
    page = visit(PAGE)
    give(page, full(course))
    look_at(page, "Ana")
    unfold(page)
    place = page.locator(".team-result")
    text = " ".join(place.inner_text().split())
    missing = [
        (what, field, words)
        for what, fields in (SHOWN | {"all": RAW}).items()
        for field, words in fields.items()
        if words not in text
    ]
    assert missing == []


def test_a_person_is_looked_at_over_all_assignments_with_the_words_of_the_questions(
    visit, course
) -> None:
    page = visit(PAGE)
    later = result_of(course, "ana", "Second", at=made.START + 10 * DAY)
    give(page, result_of(course, "Ana"), result_of(course, "Ben"), later)
    page.get_by_role("combobox", name="Assignment").select_option(label="Calm (2)")
    look_at(page, "Ana")
    place = page.locator(".team-result")
    assert place.locator("h4").all_inner_texts() == ["Calm", "Second"]
    expect(place.locator(".team-answers tbody tr")).to_have_count(12)
    expect(place).not_to_contain_text("Stay calm and professional: ")  # the wording is there
    expect(place.locator(".team-course svg")).to_be_visible()
    expect(place.locator(".team-talk")).to_contain_text("What the answers say to practise:")
    page.set_viewport_size({"width": 672, "height": 1000})
    assert faults(page) == []
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Back to the team").click()
    expect(page.get_by_role("link", name="Ana", exact=True)).to_be_focused()
    # The team over time: a row for each assignment.
    over = page.locator(".team-table", has_text="Handed in on").locator("tbody tr")
    assert [each.inner_text().split("\t")[0] for each in over.all()] == ["Calm", "Second"]


@looks
def test_axe_finds_nothing_on_a_persons_page(visit, course, scheme, window) -> None:
    page = visit(PAGE, color_scheme=scheme, **window)
    give(page, full(course))
    look_at(page, "Ana")
    unfold(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


CUT = """() => {
  const table = document.querySelector(".team-people");
  const inner = table.querySelector("table").getBoundingClientRect();
  const outer = table.getBoundingClientRect();
  return [
    table.querySelectorAll("tbody tr").length,
    table.scrollHeight <= table.clientHeight + 1,
    inner.right <= outer.right + 1 && outer.right <= innerWidth + 1,
    [...table.querySelectorAll("td, th")]
      .filter(each => each.scrollWidth > each.clientWidth + 1).length,
  ];
}"""


def test_two_hundred_people_are_on_paper_and_nothing_is_cut(visit, course) -> None:
    page = visit(PAGE, viewport={"width": 718, "height": 1000})  # A4 with the usual margins
    names = [f"Somebody with a long name {number:03d}" for number in range(200)]
    give(page, *(result_of(course, name) for name in names))
    expect(page.locator(".team-people tbody tr")).to_have_count(200)
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == [200, True, True, 0]
