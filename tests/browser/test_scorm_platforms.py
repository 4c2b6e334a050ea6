"""Packages on platforms that refuse in their own ways: what has been kept is never told as lost.

How results are written and texts are cut is in tests/js/scorm-report.test.js.
"""

from __future__ import annotations

from typing import Any

import pytest
from kinds import MOUSE, RIGHT, WRONG
from learning_platform import Start, content, pack, platform
from playwright.sync_api import Frame, expect

__all__ = ["content", "platform"]  # fixtures

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
