"""Packages in a learning platform: what it is told, what it gives back, and what may fail."""

from __future__ import annotations

import re
from typing import Any

import pytest
from kinds import COUNTED, KINDS, MOUSE, RIGHT, WRONG, question
from learning_platform import MASTERY, Start, content, pack, platform
from playwright.sync_api import Frame, expect

from kinds_project import DRAWN
from scorm_gate import call_faults, interactions, package_faults, set_values
from support import ROOT

__all__ = ["content", "platform"]  # fixtures
AXE = (ROOT / "tests/vendor/axe.min.js").read_text(encoding="utf-8")
RUN = """axe
  .run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
  .then(({ violations }) => violations.map(({ id }) => id))"""
STATUS, SCORE = "cmi.core.lesson_status", "cmi.core.score.raw"


def leave(frame: Frame) -> None:
    frame.get_by_role("button", name="Save and leave").click()
    expect(frame.get_by_text("Saved. You can close this window.")).to_be_visible()


def start_over(frame: Frame) -> None:
    frame.get_by_role("button", name="Start over").click()
    expect(frame.locator("unruffled-question :focus")).to_be_visible()


def asked(frame: Frame) -> list[str]:
    return frame.evaluate(
        "[...document.querySelectorAll('unruffled-question:not([hidden])')].map(q => q.id)"
    )


def answer(frame: Frame, name: str, how: str) -> None:
    MOUSE.answer(frame.locator(f'[id="{name}"]'), how)
    expect(frame.locator(f'[id="{name}"] .quiz-verdict')).not_to_be_empty()


# --- The package itself


@pytest.mark.parametrize("name", ["all", "typing", "some", "own-test", "pool-test"])
def test_a_package_has_what_platforms_ask_for(content: Any, name: str) -> None:
    mastery = content.quizzes[name].pass_mark
    assert package_faults(pack(content, name), mastery) == []
    assert package_faults(pack(content, name, status="completed-incomplete"), None) == []


def test_the_same_content_makes_the_same_bytes(content: Any) -> None:
    assert pack(content, "all") == pack(content, "all")


# --- Practice


@pytest.mark.parametrize("how", [RIGHT, WRONG])
def test_every_kind_is_told_to_the_platform_and_the_result_with_the_last(
    content: Any, platform: Start, how: str
) -> None:
    window = platform(pack(content, "all"))
    frame = window.launch(f"?mastery={MASTERY}")
    for kind in KINDS:
        asked = question(frame, kind)
        MOUSE.answer(asked, how if kind in COUNTED else RIGHT)
        if kind == "rewrite":
            asked.get_by_role("button", name="Save my ticks").click()
        expect(asked.locator(".quiz-verdict")).not_to_be_empty()
    leave(frame)
    calls = window.close()
    assert call_faults(calls, unfinished=False) == []
    told = {each["id"]: each for each in interactions(calls)}
    assert len(told) == len(KINDS)
    results = {each["result"] for each in told.values()}
    assert results == {"correct" if how == RIGHT else "wrong", "neutral"}
    assert set_values(calls, "cmi.core.score.raw") == ["100" if how == RIGHT else "0"]
    final = "passed" if how == RIGHT else "failed"
    assert set_values(calls, "cmi.core.lesson_status") == ["incomplete", final]
    assert window.saved["core"]["lesson_status"] == final
    rights = {
        each["id"] for each in told.values() if each.get("student_response") in _patterns(each)
    }
    counted = {each["id"] for each in told.values() if each["result"] != "neutral"}
    assert rights == (counted if how == RIGHT else set())


def _patterns(told: dict[str, str]) -> list[str]:
    return [text for name, text in told.items() if name.startswith("correct_responses")]


def test_a_window_that_is_closed_halfway_gives_everything_back(
    content: Any, platform: Start
) -> None:
    window = platform(pack(content, "all"))
    frame = window.launch()
    first, second = (question(frame, kind) for kind in ("matching", "spot"))
    second.locator("summary", has_text="Hint").first.click()
    MOUSE.answer(first, WRONG)
    MOUSE.answer(second, RIGHT)
    expect(second.locator(".quiz-verdict")).to_have_text(re.compile("Right"))
    before = [each.locator("fieldset").first.inner_text() for each in (first, second)]
    calls = window.close()
    assert call_faults(calls, unfinished=True) == []
    assert SCORE not in [each.values[0] for each in calls if each.values]

    frame = window.launch()
    expect(frame.locator(".quiz-panel")).to_contain_text(f"2 of {len(KINDS)} answered")
    first, second = (question(frame, kind) for kind in ("matching", "spot"))
    assert [each.locator("fieldset").first.inner_text() for each in (first, second)] == before
    expect(second.locator(".quiz-hint").first).to_have_attribute("open", "")
    for kind in KINDS:
        if kind not in ("matching", "spot"):
            MOUSE.answer(question(frame, kind), RIGHT)
    question(frame, "rewrite").get_by_role("button", name="Save my ticks").click()
    expect(frame.locator(".quiz-panel")).to_contain_text("points")
    leave(frame)
    calls = window.close()
    assert call_faults(calls, unfinished=False) == []
    # What was told before is not told again.
    assert len(interactions(calls)) == len(KINDS) - 2
    assert 0 < int(set_values(calls, SCORE)[0]) < 100


def test_a_draw_stays_the_same_until_it_is_done_and_others_come_then(
    content: Any, platform: Start
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    drawn = asked(frame)
    assert len(drawn) == DRAWN
    answer(frame, drawn[0], RIGHT)
    window.close()
    frame = window.launch()
    assert asked(frame) == drawn
    for name in drawn[1:]:
        answer(frame, name, RIGHT)
    start_over(frame)
    assert set(asked(frame)).isdisjoint(drawn)


def test_a_worse_result_takes_nothing_away(content: Any, platform: Start) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    for how in (RIGHT, WRONG):
        for name in asked(frame):
            answer(frame, name, how)
        if how == RIGHT:
            start_over(frame)
    leave(frame)
    calls = window.close()
    assert call_faults(calls, unfinished=False) == []
    assert set_values(calls, SCORE) == ["100"]
    assert set_values(calls, STATUS) == ["incomplete", "passed"]
    window.launch()
    assert set_values(window.close(), STATUS) == []
    assert window.saved["core"]["lesson_status"] == "passed"


@pytest.mark.parametrize(
    ("status", "how", "told"),
    [
        ("passed-incomplete", WRONG, "incomplete"),
        ("completed-incomplete", RIGHT, "completed"),
        ("completed-failed", WRONG, "failed"),
    ],
)
def test_the_organisation_says_what_a_result_is_called(
    content: Any, platform: Start, status: str, how: str, told: str
) -> None:
    window = platform(pack(content, "some", status=status, interactions=False))
    frame = window.launch()
    for name in asked(frame):
        answer(frame, name, how)
    leave(frame)
    calls = window.close()
    assert set_values(calls, STATUS) == ["incomplete", told]
    assert interactions(calls) == []
    assert window.saved["core"]["lesson_status"] == told


# --- Tests


def start(frame: Frame) -> None:
    frame.get_by_role("button", name="Start the test").click()
    expect(frame.get_by_role("button", name="Hand in")).to_be_visible()


@pytest.mark.parametrize("name", ["own-test", "pool-test"])
def test_a_test_goes_on_where_it_was_and_is_told_when_it_is_handed_in(
    content: Any, platform: Start, name: str
) -> None:
    window = platform(pack(content, name))
    frame = window.launch(f"?mastery={content.quizzes[name].pass_mark}")
    start(frame)
    papers = frame.locator(".quiz-panel unruffled-question")
    ids = papers.evaluate_all("all => all.map(each => each.id)")
    for each in papers.all()[:2]:
        MOUSE.give(each, RIGHT)
    calls = window.close()
    assert call_faults(calls, unfinished=True, test=True) == []
    assert interactions(calls) == []

    frame = window.launch(f"?mastery={content.quizzes[name].pass_mark}")
    frame.get_by_role("button", name="Go on with the test you began").click()
    papers = frame.locator(".quiz-panel unruffled-question")
    expect(papers).to_have_count(len(ids))
    assert papers.evaluate_all("all => all.map(each => each.id)") == ids
    expect(frame.locator(".quiz-map summary")).to_have_text(f"2 of {len(ids)} answered")
    for each in papers.all()[2:]:
        MOUSE.give(each, RIGHT)
    frame.get_by_role("button", name="Hand in", exact=True).click()
    expect(frame.locator(".quiz-outcome")).to_contain_text("You have passed")
    frame.get_by_role("button", name="Take another test").click()
    expect(frame.get_by_role("button", name="Start the test")).to_be_focused()
    expect(frame.get_by_role("button", name="Certificate of")).to_be_visible()
    leave(frame)
    calls = window.close()
    assert call_faults(calls, unfinished=False, test=True) == []
    assert len(interactions(calls)) == len(ids)
    assert set_values(calls, SCORE) == ["100"]
    assert window.saved["core"]["lesson_status"] == "passed"


# --- What may fail


def test_without_a_platform_it_can_be_answered_and_says_so(content: Any, platform: Start) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch("?alone")
    expect(frame.get_by_role("alert")).to_contain_text("No learning platform is connected.")
    expect(frame.get_by_role("button", name="Save and leave")).to_be_hidden()
    for name in asked(frame):
        answer(frame, name, RIGHT)
    expect(frame.locator(".quiz-panel")).to_contain_text("100 %")
    assert window.close() == []


def test_who_only_looks_changes_nothing(content: Any, platform: Start) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch("?mode=review")
    expect(frame.locator("#notice")).to_have_text(
        "You are looking at this quiz. Nothing is recorded."
    )
    answer(frame, asked(frame)[0], RIGHT)
    calls = window.close()
    assert {each.values[0] for each in calls if each.name == "LMSSetValue"} == {
        "cmi.core.session_time",
        "cmi.core.exit",
    }


REFUSED = "listen.LMSGetLastError = () => '101'"
BROKEN = [
    ("listen.LMSSetValue = () => { throw new Error('it is ill') }", "(LMSSetValue: it is ill)"),
    (f"listen.LMSSetValue = () => 'false'; {REFUSED}", "LMSSetValue cmi"),
    (f"listen.LMSCommit = () => 'false'; {REFUSED}", "(LMSCommit : error 101)"),
]


@pytest.mark.parametrize(("change", "words"), BROKEN, ids=["throws", "refuses", "keeps nothing"])
def test_a_platform_that_refuses_is_named_and_nothing_is_lost_on_the_page(
    content: Any, platform: Start, change: str, words: str
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    window.top.evaluate(f"() => {{ {change} }}")
    for name in asked(frame):
        answer(frame, name, RIGHT)
    expect(frame.locator(".quiz-panel")).to_contain_text("100 %")
    expect(frame.get_by_role("alert")).to_contain_text(words)
    frame.get_by_role("button", name="Save and leave").click()
    expect(frame.get_by_role("alert")).to_contain_text("Print this page")
    expect(frame.locator(".quiz-panel")).to_be_visible()


UNCOUNTED = """words => {
  const get = listen.LMSGetValue;
  listen.LMSGetValue = name => name.startsWith("cmi.interactions") ? words : get(name);
}"""


@pytest.mark.parametrize("words", ["", "false", "undefined"])
def test_a_platform_that_does_not_count_gets_every_answer(
    content: Any, platform: Start, words: str
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    window.top.evaluate(UNCOUNTED, words)
    ids = asked(frame)
    for name in ids:
        answer(frame, name, RIGHT)
    leave(frame)
    calls = window.close()
    assert call_faults(calls, unfinished=False) == []
    assert len(interactions(calls)) == len(ids) > 1


def test_without_a_count_later_answers_go_behind_those_of_an_earlier_session(
    content: Any, platform: Start
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    first, *rest = asked(frame)
    answer(frame, first, RIGHT)
    window.close()
    frame = window.launch()
    window.top.evaluate(UNCOUNTED, "")
    answer(frame, rest[0], RIGHT)
    told = [each.values[0] for each in window.close() if each.name == "LMSSetValue"]
    assert [name for name in told if name.endswith(".id")] == ["cmi.interactions.1.id"]


def test_a_platform_without_an_end_of_a_session_is_no_fault(content: Any, platform: Start) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    window.top.evaluate("delete listen.LMSFinish")
    for name in asked(frame):
        answer(frame, name, RIGHT)
    leave(frame)
    expect(frame.get_by_role("alert")).to_have_count(0)
    window.close()
    assert window.saved["core"]["lesson_status"] == "passed"


def test_a_platform_that_begins_at_0_is_told_a_result_of_0(content: Any, platform: Start) -> None:
    window = platform(pack(content, "some"))
    window.begin_with({"core": {"lesson_status": "not attempted", "score": {"raw": "0"}}})
    frame = window.launch()
    for name in asked(frame):
        answer(frame, name, WRONG)
    leave(frame)
    calls = window.close()
    assert set_values(calls, SCORE) == ["0"]
    assert window.saved["core"]["lesson_status"] == "failed"


DAMAGED = [
    *("", "null", "{", "[1]", '[2,"x"]', "x" * 5000),
    '[1,"EDITION","r",[0,1,99],[[0,[7],1,5],[99,1,1,1]],null,[]]',
    '[1,"EDITION","r",[0,1,2],[[0,[7],1,5]],null,[]]',
    '[1,"EDITION","r",["__proto__"],[["constructor",{"__proto__":1},"x",{}]],{},[[]]]',
]


@pytest.mark.parametrize("memory", DAMAGED, ids=range(len(DAMAGED)))
def test_a_memory_that_is_damaged_keeps_nobody_from_answering(
    content: Any, platform: Start, memory: str
) -> None:
    window = platform(pack(content, "some"))
    frame = window.launch()
    edition = frame.evaluate("document.body.dataset.edition")
    window.close()
    core = {"lesson_status": "incomplete", "entry": "resume"}
    window.begin_with({"core": core, "suspend_data": memory.replace("EDITION", edition)})
    frame = window.launch()
    for name in asked(frame):
        answer(frame, name, RIGHT)
    expect(frame.locator(".quiz-panel")).to_contain_text("100 %")
    leave(frame)
    assert call_faults(window.close(), unfinished=False) == []


# --- To look at


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_package(content: Any, platform: Start, scheme: str) -> None:
    window = platform(pack(content, "all"), color_scheme=scheme, reduced_motion="reduce")
    frame = window.launch()
    for kind in (None, "single", "multiple"):
        if kind:
            MOUSE.answer(question(frame, kind), WRONG)
        frame.evaluate(AXE)
        assert frame.evaluate(RUN) == []


def test_links_lead_to_the_handbook_in_another_window_or_nowhere(
    content: Any, platform: Start
) -> None:
    window = platform(pack(content, "all"))
    frame = window.launch()
    links = frame.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
    assert links
    assert all(each.startswith(("https://handbook.example/m/all/", "mailto:")) for each in links)
    frame.evaluate("addEventListener('click', event => event.preventDefault())")
    link = frame.locator("a[href^=https]").first
    link.evaluate("each => { each.closest('ul').hidden = false; each.click() }")
    assert link.get_attribute("target") == "_blank"
