"""Packages on platforms that write, refuse and cut in their own ways: what has been kept is never
told as lost, and nothing better is written over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from kinds import MOUSE, RIGHT, WRONG
from learning_platform import HOST, Platform, Start, content, pack, platform
from playwright.sync_api import Frame, Page, expect

__all__ = ["content", "platform"]  # fixtures

REPORT = """async ([values, outcome]) => {
  const { Report } = await import("./course/assets/unruffled/formats/scorm/sco/report.js");
  const told = [];
  const lms = {
    get: (name) => values[name] ?? "",
    set: (name, value) => (told.push([name, String(value)]), true),
    save() {},
  };
  const options = { status: "passed-failed", interactions: true, answered: 0, open: [] };
  const report = new Report(lms, options);
  report.outcome(outcome);
  const results = told.filter(([name]) => /raw|status/.test(name));
  return [report.looking, results.map(([, value]) => value)];
}"""
MISSED, REACHED = {"percent": 76, "passed": False}, {"percent": 90, "passed": True}


@pytest.fixture(scope="module")
def sco(content: Any, chromium: Any) -> Iterator[Page]:
    """A page that can load the modules of a package."""
    archive = zipfile.ZipFile(io.BytesIO(pack(content, "some")))
    context = chromium.new_context()
    window = Platform(context, {name: archive.read(name) for name in archive.namelist()})
    page = window.context.new_page()
    page.goto(f"{HOST}calls")
    yield page
    context.close()


@pytest.mark.parametrize(
    ("raw", "status", "outcome", "told"),
    [
        ("85", "failed", MISSED, []),
        ("85,00", "failed", MISSED, []),
        ("85.00", "failed", MISSED, []),
        ("85 %", "failed", MISSED, []),
        ("85%", "Failed", MISSED, []),
        ("\u00a085,5 %", "failed", MISSED, []),
        ("85/100", "failed", MISSED, []),
        ("８５", "failed", MISSED, []),
        ("eighty-five", "failed", MISSED, []),
        ("eighty-five", "failed", REACHED, ["90", "passed"]),
        ("eighty-five", "passed", REACHED, []),
        ("85,00", "failed", REACHED, ["90", "passed"]),
        ("", "Passed", MISSED, ["76"]),
        ("", "PASSED ", MISSED, ["76"]),
        ("", "Completed", MISSED, ["76"]),
        ("95,00", "Passed", REACHED, []),
        ("0", "incomplete", MISSED, ["76", "failed"]),
        ("null", "incomplete", MISSED, ["76", "failed"]),
        ("", "Not Attempted", MISSED, ["incomplete", "76", "failed"]),
        ("", "not_attempted", REACHED, ["incomplete", "90", "passed"]),
    ],
)
def test_a_better_result_stays_however_the_platform_writes_it(
    sco: Page, raw: str, status: str, outcome: dict[str, Any], told: list[str]
) -> None:
    values = {"cmi.core.score.raw": raw, "cmi.core.lesson_status": status}
    assert sco.evaluate(REPORT, [values, outcome]) == [False, told]


def test_who_looks_by_another_word_changes_nothing_either(sco: Page) -> None:
    values = {"cmi.core.lesson_mode": "Review"}
    assert sco.evaluate(REPORT, [values, REACHED]) == [True, []]


CUT = """async (texts) => {
  const { cut } = await import("./course/assets/unruffled/formats/scorm/sco/cut.js");
  const parts = (text) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return texts.map((text) => {
    const made = cut(text, 255);
    const whole = parts(made.slice(0, -1)).every((each, at) => each === parts(text)[at]);
    return [made.length, made.isWellFormed(), made === text || (made.endsWith("…") && whole)];
  });
}"""


def test_a_text_is_cut_between_characters(sco: Page) -> None:
    faces = ["🙂", "👍🏽", "👩‍👩‍👧‍👦", "🇩🇪", "é", "각"]
    texts = ["a" * at + face * 60 for face in faces for at in range(230, 256)]
    for text, (length, sound, whole) in zip(texts, sco.evaluate(CUT, texts), strict=True):
        assert (length <= 255, sound, whole) == (True, True, True), (text[-70:], length)
        assert length > 225


def test_half_a_character_that_was_typed_is_written_as_unreadable(sco: Page) -> None:
    made = sco.evaluate(
        """async () => {
          const { cut } = await import("./course/assets/unruffled/formats/scorm/sco/cut.js");
          return ["a\\ud83d", "\\ude42b", "🙂"].map((text) => cut(text, 255));
        }"""
    )
    assert made == ["a\ufffd", "\ufffdb", "🙂"]


# --- What is refused

REFUSING = """codes => {
  const { LMSSetValue, LMSGetLastError } = listen;
  let error = "0";
  const ids = new Set();
  listen.LMSSetValue = (name, value) => {
    const refused = codes.find(([pattern]) => new RegExp(pattern).test(name));
    const known = name.endsWith(".id") && ids.has(value) && "405";
    if (name.endsWith(".id")) ids.add(value);
    error = known || refused?.[1] || "0";
    return error === "0" ? LMSSetValue(name, value) : "false";
  };
  listen.LMSGetLastError = () => (error === "0" ? LMSGetLastError() : error);
}"""
EXTRAS = {
    "an id": [["interactions.*id$", "406"]],
    "a response": [["student_response$", "405"]],
    "a pattern": [["pattern$", "405"]],
    "a time": [["time$", "405"]],
    "the place": [["lesson_location$", "405"]],
    "the limits of the score": [["score\\.(min|max)$", "401"]],
    "the way out": [["exit$", "405"]],
    "a name that it has": [],
}


def answer_all(frame: Frame, how: str) -> None:
    for each in frame.locator("unruffled-question:not([hidden])").all():
        MOUSE.answer(each, how)
        expect(each.locator(".quiz-verdict")).not_to_be_empty()


@pytest.mark.parametrize("way", EXTRAS)
def test_what_is_refused_and_does_not_matter_is_not_told_as_a_loss(
    content: Any, platform: Start, way: str
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    window.top.evaluate(REFUSING, EXTRAS[way])
    answer_all(frame, WRONG)
    frame.get_by_role("button", name="Start over").click()
    expect(frame.locator("unruffled-question :focus")).to_be_visible()
    answer_all(frame, RIGHT)
    expect(frame.locator(".quiz-panel")).to_contain_text("100 %")
    frame.get_by_role("button", name="Save and leave").click()
    expect(frame.get_by_text("Saved. You can close this window.")).to_be_visible()
    expect(frame.get_by_role("alert")).to_have_count(0)
    calls = window.close()
    assert window.saved["core"]["lesson_status"] == "passed"
    assert window.saved["core"]["score"]["raw"] in ("100", 100)
    if way == "a name that it has":
        ids = [
            each.values[1] for each in calls if each.values[:1] and each.values[0].endswith(".id")
        ]
        assert len(ids) == len(set(ids)) > 3


def test_answers_of_an_earlier_session_do_not_take_the_names_of_later_ones(
    content: Any, platform: Start
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    answer_all(frame, WRONG)
    first = {each.values[1] for each in window.close() if each.values[0].endswith(".id")}
    frame = window.launch()
    frame.get_by_role("button", name="Start over").click()
    expect(frame.locator("unruffled-question :focus")).to_be_visible()
    answer_all(frame, RIGHT)
    again = {each.values[1] for each in window.close() if each.values[0].endswith(".id")}
    assert len(first) == len(again) > 1
    assert first.isdisjoint(again)
