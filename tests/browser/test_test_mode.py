"""A quiz as a test: drawn, timed, kept while it is open, handed in, and shown with its result."""

from __future__ import annotations

import json
import re
from typing import Any

import kinds
import pytest
import record_helpers
from kinds import COUNTED, RIGHT, WRONG, Mouse
from playwright.sync_api import Locator, Page, expect

from kinds_project import OWN_TEST, POOL_TEST, POOLED, STOCK, examples

MOUSE = Mouse()
MINUTE = 60_000
WITHOUT_STORAGE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"
MOST = sum(each.get("points", 1) for kind, each in examples().items() if kind != "rewrite")


def start(page: Page, time: str | None = None) -> Page:
    """Begin a test and wait until it can be answered."""
    if time:
        page.get_by_label("Time").select_option(label=time)
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    return kinds.ready(page)


def asked(page: Page) -> list[Locator]:
    return page.locator(".quiz-panel unruffled-question").all()


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Hand in", exact=True).click()


def outcome(page: Page) -> Locator:
    return page.locator(".quiz-outcome")


def pass_it(page: Page) -> None:
    for each in asked(page):
        MOUSE.give(each, RIGHT)
    hand_in(page)
    expect(outcome(page)).to_contain_text("You have passed")


def refs(page: Page) -> list[str]:
    return [each.get_attribute("id").removeprefix("q.").replace(".", "/") for each in asked(page)]


def entries(page: Page, type_: str) -> list[dict[str, Any]]:
    return [each for each in record_helpers.record(page)["entries"] if each["type"] == type_]


def shown(page: Page) -> list[list[Any]]:
    """Return order and answer of every question."""
    return page.locator(".quiz-panel unruffled-question").evaluate_all(
        """all => all.map(each => [
          each.id, JSON.stringify(each.kind.response(each)),
          [...each.fields.querySelectorAll("input[value], option, [data-slot], li[data-value]")]
            .map(part => part.dataset.slot ?? part.dataset.value ?? part.value).join(),
        ])"""
    )


# Before


def test_nothing_is_shown_before_the_start_but_the_choice_of_time(visit_kinds):
    page = visit_kinds(POOL_TEST)
    options = page.get_by_label("Time").locator("option")
    expect(options).to_have_text(
        ["10 minutes", "15 minutes: half as much again", "20 minutes: twice as much", "No limit"]
    )
    expect(page.locator("unruffled-question")).to_have_count(0)
    expect(page.locator(".quiz-pool")).to_be_hidden()
    page.goto(OWN_TEST)
    expect(page.get_by_role("button", name="Start the test")).to_be_visible()
    expect(page.locator("unruffled-question:visible")).to_have_count(0)


def test_a_pool_is_drawn_from_as_often_as_the_author_says(visit_kinds):
    page = start(visit_kinds(POOL_TEST))
    assert len({*refs(page)}) == POOLED
    first = [each.locator("legend > span:first-child").first.inner_text() for each in asked(page)]
    assert first == [f"Question {number} of {POOLED}" for number in range(1, POOLED + 1)]
    assert page.evaluate("document.activeElement.closest('unruffled-question')?.id") == asked(page)[
        0
    ].get_attribute("id")


def test_a_pool_leaves_out_what_learners_judge_themselves(visit_kinds):
    page = visit_kinds(POOL_TEST)
    page.locator("unruffled-quiz").evaluate("""quiz => {
      quiz.dataset.draw = 999;
      quiz.parentNode.append(quiz);
    }""")
    start(page)
    assert len(asked(page)) == len(COUNTED) + STOCK
    assert page.locator('[data-kind="rewrite"]').count() == 0


def test_a_second_draw_begins_with_what_has_not_been_asked(visit_kinds):
    page = start(visit_kinds(POOL_TEST))
    first = refs(page)
    pass_it(page)
    page.get_by_role("button", name="Take another test").click()
    assert not {*first} & {*refs(start(page))}


# While it runs


def test_nothing_is_told_before_it_is_handed_in(visit_kinds):
    page = start(visit_kinds(OWN_TEST, kinds.LISTEN))
    for each in asked(page):
        MOUSE.give(each, WRONG)
    each = kinds.question(page, "fill_in").locator("input")
    each.press("Enter")
    expect(page.locator("unruffled-question .quiz-button:visible")).to_have_count(0)
    expect(page.locator(".quiz-answer:visible")).to_have_count(0)
    expect(page.locator(".quiz-reason")).to_have_count(0)
    assert kinds.attempts(page) == []


def test_the_map_says_in_words_what_is_answered(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    links = page.locator(".quiz-map a")
    summary = page.locator(".quiz-map summary")
    expect(summary).to_have_text("0 of 9 answered")
    expect(links).to_have_text([f"{number}, open" for number in range(1, 10)])
    for number, each in enumerate(asked(page), 1):
        MOUSE.give(each, WRONG)
        expect(links.nth(number - 1)).to_have_text(f"{number}, answered")
        expect(summary).to_have_text(f"{number} of 9 answered")


def test_half_an_answer_is_none_in_the_map(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    each = kinds.question(page, "choose_in_text")
    MOUSE.give(each, RIGHT)
    expect(page.locator(".quiz-map summary")).to_have_text("1 of 9 answered")
    each.locator("select").first.select_option("")
    expect(page.locator(".quiz-map summary")).to_have_text("0 of 9 answered")


def test_open_questions_are_named_and_all_the_same_it_can_be_handed_in(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    left = ("single", "spot")
    for each in asked(page):
        if each.get_attribute("data-kind") not in left:
            MOUSE.give(each, RIGHT)
    hand_in(page)
    warning = page.get_by_role("alert")
    expect(warning).to_contain_text("Not answered yet:")
    ids = [each.get_attribute("id") for each in asked(page)]
    want = [f"#{kinds.question(page, kind).get_attribute('id')}" for kind in left]
    links = warning.get_by_role("link")
    found = [(each.inner_text(), each.get_attribute("href")) for each in links.all()]
    assert sorted(found) == sorted((str(ids.index(to[1:]) + 1), to) for to in want)
    links.first.click()
    expect(page.locator(found[0][1].replace(".", r"\."))).to_be_in_viewport()
    page.get_by_role("button", name="Hand in all the same").click()
    expect(outcome(page)).to_be_visible()
    for kind in left:
        expect(kinds.question(page, kind).locator(".quiz-verdict")).to_have_text(
            re.compile("^Not answered. Read why")
        )
    assert not {*left} & {each["kind"] for each in entries(page, "attempt")}
    lost = sum(examples()[kind].get("points", 1) for kind in left)
    assert entries(page, "result")[0]["points"] == MOST - lost


def test_answering_takes_the_warning_away(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    hand_in(page)
    expect(page.get_by_role("button", name="Hand in all the same")).to_be_visible()
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    expect(page.get_by_role("alert")).to_be_empty()
    expect(page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", [OWN_TEST, POOL_TEST])
def test_a_reload_in_the_middle_brings_everything_back(visit_kinds, path):
    page = start(visit_kinds(path), "No limit")
    answered = asked(page)[: len(asked(page)) - 2]
    for each in answered:
        MOUSE.give(each, RIGHT)
    before = shown(page)
    page.reload()
    page.get_by_role("button", name="Go on with the test you began").click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    kinds.ready(page)
    assert shown(page) == before
    total = len(asked(page))
    expect(page.locator(".quiz-map summary")).to_have_text(f"{total - 2} of {total} answered")
    expect(page.get_by_role("timer")).to_have_count(0)


def test_opened_hints_are_remembered_over_a_reload(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    kinds.question(page, "multiple").locator(".quiz-hint summary").click()
    page.wait_for_timeout(200)  # what a browser tells of an opened hint comes a little later
    page.reload()
    page.get_by_role("button", name="Go on with the test you began").click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    kinds.ready(page)
    for each in asked(page):
        MOUSE.give(each, RIGHT)
    hand_in(page)
    expect(outcome(page)).to_contain_text(f"{MOST - 1} of {MOST} points")


def test_a_new_test_can_be_begun_in_place_of_an_old_one(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    page.reload()
    page.get_by_role("button", name="Begin a new test instead").click()
    expect(page.locator(".quiz-map summary")).to_have_text("0 of 9 answered")
    expect(kinds.question(page, "single").locator("input:checked")).to_have_count(0)


# The clock


AHEAD = """const now = Date.now;
Date.now = () => now() + Number(sessionStorage.ahead ?? 0);
"""
"""A clock that a test can set forward, over a reload, too; timers run as they do."""


def timed(visit_kinds: Any, path: str = OWN_TEST) -> Page:
    return start(visit_kinds(path, AHEAD))


def later(page: Page, time: int) -> None:
    page.evaluate("time => (sessionStorage.ahead = Number(sessionStorage.ahead ?? 0) + time)", time)


def test_the_time_that_is_left_is_shown_and_announced(visit_kinds):
    page = timed(visit_kinds)
    timer, told = page.get_by_role("timer"), page.locator(".quiz-clock [role=status]")
    expect(timer).to_have_text(re.compile(r"Time left: (2:00|1:5\d)"))
    later(page, MINUTE + 1_000)
    expect(told).to_have_text("1 minute left. You can take more time.")


def test_time_that_is_up_takes_nothing_away(visit_kinds):
    page = timed(visit_kinds)
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    later(page, 3 * MINUTE)
    expect(page.get_by_role("timer")).to_have_text("Time is up.")
    expect(page.locator(".quiz-clock [role=status]")).to_contain_text("The time is up.")
    for each in asked(page):
        MOUSE.give(each, RIGHT)
    hand_in(page)
    expect(outcome(page)).to_contain_text(f"{MOST} of {MOST} points: 100 %.")


def test_more_time_can_be_taken_and_the_result_says_so(visit_kinds):
    page = timed(visit_kinds)
    page.get_by_role("button", name="5 more minutes").click()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"Time left: (7:00|6:5\d)"))
    later(page, 10 * MINUTE)
    expect(page.get_by_role("timer")).to_have_text("Time is up.")
    page.get_by_role("button", name="5 more minutes").click()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"Time left: (5:00|4:5\d)"))
    for each in asked(page):
        MOUSE.give(each, RIGHT)
    hand_in(page)
    expect(outcome(page)).to_contain_text("10 minutes were added.")
    [result] = entries(page, "result")
    assert (result["limit"], result["extra"]) == (2, 10)


def test_the_time_goes_on_over_a_reload_and_what_was_added_stays(visit_kinds):
    page = timed(visit_kinds)
    page.get_by_role("button", name="5 more minutes").click()
    later(page, 3 * MINUTE)
    page.reload()
    page.get_by_role("button", name="Go on with the test you began").click()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"Time left: (4:00|3:5\d)"))


@pytest.mark.parametrize(
    ("time", "limit"),
    [("2 minutes", 2), ("3 minutes: half as much again", 3), ("4 minutes: twice as much", 4)],
)
def test_the_chosen_time_is_the_time(visit_kinds, time, limit):
    page = start(visit_kinds(OWN_TEST), time)
    expect(page.get_by_role("timer")).to_have_text(
        re.compile(rf"Time left: ({limit}:00|{limit - 1}:5\d)")
    )


def test_without_a_limit_there_is_no_clock(visit_kinds):
    page = start(visit_kinds(OWN_TEST), "No limit")
    expect(page.get_by_role("timer")).to_have_count(0)
    pass_it(page)
    assert entries(page, "result")[0]["limit"] == 0


# After


def test_the_result_stands_above_all_answers_with_their_reasons(visit_kinds):
    page = start(visit_kinds(OWN_TEST))
    for each in asked(page):
        how = WRONG if each.get_attribute("data-kind") in ("single", "matching") else RIGHT
        MOUSE.give(each, how)
    hand_in(page)
    title = page.get_by_role("heading", name="You have passed")
    expect(title).to_be_focused()
    single, matching = (examples()[kind].get("points", 1) for kind in ("single", "matching"))
    expect(outcome(page)).to_contain_text(f"{MOST - single - matching} of {MOST} points")
    expect(page.locator(".quiz-answer[open]")).to_have_count(len(COUNTED))
    wrong = kinds.question(page, "matching")
    expect(wrong.locator(".quiz-verdict")).to_contain_text("Not right. Read why.")
    told = " ".join(kinds.reasons(wrong))
    assert [each for each in kinds.feedback(kinds.data(wrong))[:3] if each not in told] == []
    expect(page.locator("unruffled-question fieldset:not(.quiz-checklist)[disabled]").first)
    for each in asked(page):
        assert each.evaluate("each => each.fields.disabled")


def test_the_result_goes_by_objective_of_the_quizzes_of_the_pool(visit_kinds, kinds_address):
    page = start(visit_kinds(POOL_TEST))
    for each in asked(page):
        MOUSE.give(each, WRONG)
    hand_in(page)
    expect(page.get_by_role("heading", name="Not passed yet")).to_be_focused()
    expect(outcome(page)).to_contain_text("To pass: 60 %.")
    links = outcome(page).get_by_role("link", name=re.compile("^Read this again: "))
    targets = [each.evaluate("each => each.href") for each in links.all()]
    assert targets
    wanted = [f"{kinds_address}m/{name}/#" for name in ("all", "some")]
    assert [to for to in targets if not to.startswith(tuple(wanted))] == []
    assert {to.partition("#")[2] for to in targets} <= {"how-to-do-it", "what-to-say"}


def test_the_record_holds_every_answer_and_the_result(visit_kinds):
    page = start(visit_kinds(POOL_TEST), "15 minutes: half as much again")
    drawn = refs(page)
    pass_it(page)
    attempts, [result] = entries(page, "attempt"), entries(page, "result")
    assert [f"{each['quiz']}/{each['question']}" for each in attempts] == drawn
    assert {each["mode"] for each in attempts} == {"test"}
    assert {each["run"] for each in attempts} == {result["run"]}
    assert {each["tries"] for each in attempts} == {1}
    fields = "v id type at t quiz question kind rev response share points max tries hints seed mode"
    assert all(set(each) == {*fields.split(), "run"} for each in attempts)
    course = page.evaluate("fetch('../assets/course.json').then(answer => answer.json())")
    most = sum(each["max"] for each in attempts)
    changing = {"id", "at", "t", "run", "seed", "began"}
    assert {name: value for name, value in result.items() if name not in changing} == {
        "v": 1,
        "type": "result",
        "quiz": "pool-test",
        "mode": "test",
        "drawn": drawn,
        "points": most,
        "max": most,
        "percent": 100,
        "passed": True,
        "limit": 15,
        "extra": 0,
        "late": 0,
        "edition": course["edition"],
    }
    assert changing <= set(result)
    assert result["seed"] == attempts[0]["seed"] and 0 <= result["t"] - result["began"] < MINUTE


def test_a_test_that_was_handed_in_is_not_offered_again(visit_kinds):
    page = start(visit_kinds(POOL_TEST))
    pass_it(page)
    page.get_by_role("button", name="Take another test").click()
    expect(page.get_by_role("button", name="Start the test")).to_be_visible()
    expect(page.get_by_role("button", name="Go on")).to_have_count(0)


# The certificate


@pytest.fixture
def passed(visit_kinds) -> Page:
    page = start(visit_kinds(POOL_TEST))
    pass_it(page)
    page.get_by_role("button", name="Certificate").click()
    return page


def test_a_certificate_says_what_was_passed_when_and_with_what(passed):
    paper = passed.locator(".certificate-paper")
    [result] = entries(passed, "result")
    day = passed.evaluate(
        "time => new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long' })", result["t"]
    )
    for words in (
        "The great test",
        f"on {day} with 100 % ({result['max']} of {result['max']} points).",
        "The <i>kinds</i> handbook, Example & Co",
        f"Course version {result['edition']}",
        f"{POOLED} questions",
        "checked in the browser",
    ):
        expect(paper).to_contain_text(words)


def test_the_name_on_a_certificate_is_text_and_is_kept_nowhere(passed):
    name = "Ada <b>Lovelace</b> ١٢٣"
    passed.get_by_label("Name on the certificate").fill(name)
    expect(passed.locator(".certificate-name")).to_have_text(name)
    passed.get_by_role("button", name="Close").click()
    expect(passed.locator("dialog")).to_be_hidden()
    passed.wait_for_timeout(400)
    kept = json.dumps(passed.context.storage_state(indexed_db=True), ensure_ascii=False)
    assert "pool-test" in kept
    assert "Lovelace" not in kept and "Lovelace" not in passed.url
    passed.reload()
    assert "Lovelace" not in passed.content()


def test_a_printed_certificate_is_nothing_but_the_certificate(passed):
    passed.get_by_label("Name on the certificate").fill("Ada Lovelace")
    passed.evaluate("window.print = () => (window.printed = true)")
    passed.get_by_role("button", name="Print").click()
    assert passed.evaluate("window.printed")
    passed.emulate_media(media="print")
    outside = passed.evaluate("""() => [...document.body.querySelectorAll("*")]
      .filter(each => each.checkVisibility({ visibilityProperty: true }) && each.innerText?.trim())
      .filter(each => !each.closest(".certificate")).map(each => each.outerHTML.slice(0, 90))""")
    assert outside == []
    expect(passed.locator(".certificate-paper")).to_contain_text("Ada Lovelace")
    for paper in ("A4", "Letter"):
        printed = passed.pdf(format=paper, prefer_css_page_size=True)
        (sheet,) = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
        wide, high = map(float, sheet)
        assert wide > high
    expect(passed.locator(".certificate form")).to_be_hidden()
    pdf = passed.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_who_has_not_passed_gets_no_certificate(visit_kinds):
    page = start(visit_kinds(POOL_TEST))
    for each in asked(page):
        MOUSE.give(each, WRONG)
    hand_in(page)
    expect(outcome(page)).to_contain_text("Not passed yet")
    expect(page.get_by_role("button", name="Certificate")).to_have_count(0)


# Where nothing can be kept, or nothing can be loaded


@pytest.mark.parametrize("path", [OWN_TEST, POOL_TEST])
def test_without_storage_the_test_works_and_says_that_it_keeps_nothing(visit_kinds, path):
    page = start(visit_kinds(path, WITHOUT_STORAGE))
    pass_it(page)
    expect(outcome(page)).to_contain_text("The result is not stored.")
    expect(page.get_by_role("button", name="Certificate")).to_be_visible()
