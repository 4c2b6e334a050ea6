"""When a question comes back: the numbers of FSRS, and what a record may hold that is not sound."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

DAY = 86_400_000
NOW = 1_800_000_000_000

# Days since the review before and grade (1 again, 2 hard, 3 good) of each review; then the
# stability and the days to the next one. Made with version 6.3.2 of the package `fsrs` for Python:
# Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False).
VECTORS = [
    ("0:3", 2.3065, 2),
    ("0:2", 1.2931, 1),
    ("0:1", 0.212, 1),
    ("0:3 2:3 8:3 30:3", 122.541348, 123),
    ("0:1 1:1 1:2 1:3 4:3", 3.731309, 4),
    ("0:3 2:3 11:3 47:1", 2.939745, 3),
    ("0:3 2:3 11:3 47:1 1:3 3:3", 10.03947, 10),
    ("0:2 1:2 3:2 9:2", 12.894029, 13),
    ("0:3 0.25:1", 0.775084, 1),
    ("0:3 0.25:3 3:3", 13.83584, 14),
    ("0:3 400:3", 65.60482, 66),
    ("0:3 400:1 1:2", 2.488121, 2),
    ("0:3 1.1:3 2.1:3 5.1:3", 35.165327, 35),
    ("0:3 1:3 5:1 2:3 21:3 8:2", 27.959373, 28),
    ("0:1 5:3 3:3 13:3 40:3 3:3 5:3 1:3 8:3", 109.35071, 109),
    ("0:2 13:3 21:3 3:3 5:1 1:3 3:3 8:3 3:3 40:3 1:3 3:3 5:2", 54.489044, 54),
    (
        "0:1 1:3 40:1 5:2 3:2 3:1 3:3 40:1 2:1 8:3 5:2 40:2 2:3 21:1 13:3 13:1 21:2 1:3 "
        "21:3 13:3 40:3",
        20.487938,
        20,
    ),
    (
        "0:2 13:3 3:3 5:3 2:1 40:1 8:1 40:3 40:2 13:3 13:3 5:3 21:3 13:3 21:2 2:3 13:3 "
        "5:2 13:3 2:3 5:3 21:3 2:1 1:3 8:2 21:3 1:3 2:3 1:3 40:3 21:2",
        27.091561,
        27,
    ),
]

CALL = """async ([name, ...args]) => {
  const schedule = await import(
    new URL("assets/unruffled/browser/core/schedule.js", location.href));
  return schedule[name](...args);
}"""


@pytest.fixture
def page(visit) -> Page:
    return visit("", timezone_id="UTC")


def due(page: Page, reviews: Any, now: float = NOW, **more: Any) -> dict[str, float]:
    return page.evaluate(CALL, ["due", {"reviews": reviews, **more}, now])


def reviews_of(steps: str) -> list[list[float]]:
    """Return the reviews of a vector; the last one is now."""
    pairs = [
        (float(days), int(grade)) for days, _, grade in (s.partition(":") for s in steps.split())
    ]
    at = NOW - sum(days for days, _ in pairs) * DAY
    found = []
    for days, grade in pairs:
        at += days * DAY
        found.append([at, grade])
    return found


def test_stability_and_date_are_those_of_another_implementation(page):
    assert len(VECTORS) == 18
    for steps, stability, days in VECTORS:
        found = due(page, reviews_of(steps))
        assert round(found["stability"], 4) == round(stability, 4), steps
        if not steps.endswith(":1"):
            assert round((found["due"] - NOW) / DAY, 4) == days, steps


def test_what_was_wrong_last_is_due_the_next_day(page):
    """Where FSRS would let it wait for three days, too."""
    wrong = [(steps, days) for steps, _, days in VECTORS if steps.endswith(":1")]
    assert max(days for _, days in wrong) == 3
    for steps, _ in wrong:
        assert due(page, reviews_of(steps))["due"] == NOW + DAY


def test_what_was_right_first_and_wrong_later_the_same_day_is_due_the_next_day(page):
    reviews = reviews_of("0:3 2:3 11:3")
    assert due(page, reviews, last=1)["due"] > NOW + 30 * DAY
    assert due(page, reviews, last=0.5)["due"] == NOW + DAY


def test_a_review_dated_in_the_future_is_due_now(page):
    assert due(page, [[NOW + 400 * DAY, 3]])["due"] == NOW


def test_a_review_of_later_today_is_not_taken_for_a_wrong_clock(page):
    """Two devices differ by a minute or two."""
    assert due(page, [[NOW + 60_000, 3]])["due"] > NOW + DAY


def test_a_clock_moved_back_counts_as_no_time(page):
    moved = due(page, [[NOW - 5 * DAY, 3], [NOW - 9 * DAY, 3]])
    at_once = due(page, [[NOW - 9 * DAY, 3], [NOW - 9 * DAY, 3]])
    assert moved == at_once


def test_nights_count_and_not_hours(page):
    """Who comes at 20:00 and at 8:00 the morning after has slept."""
    half = due(page, [[NOW - DAY / 2, 3], [NOW, 3]])
    whole = due(page, [[NOW - DAY, 3], [NOW, 3]])
    assert half == whole


def test_a_view_without_a_readable_review_is_never_due(page):
    for reviews in (
        None,
        "3",
        7,
        {},
        [],
        [None],
        [[]],
        [["x", 3]],
        [[NOW]],
        [[NOW, 4]],
        [[NOW, "3"]],
    ):
        assert due(page, reviews)["due"] == float("inf"), reviews


def test_junk_between_reviews_is_passed_over(page):
    junk = [[NOW - DAY, 3], None, [], ["x", 3], [NOW, 9], [NOW, 3]]
    assert due(page, junk) == due(page, [[NOW - DAY, 3], [NOW, 3]])


def test_no_view_makes_it_throw_or_answer_without_a_number(page):
    odd = page.evaluate(
        """async (now) => {
          const { due } = await import(
    new URL("assets/unruffled/browser/core/schedule.js", location.href));
          const values = [0, 1, 2, 3, -1, 0.5, 1e300, -1e300, 1e308, -1e308, now, NaN, Infinity,
            null, undefined, "", "1", [], {}, true, 5e-324];
          let seed = 7;
          const pick = () => values[(seed = (seed * 48271) % 2147483647) % values.length];
          const found = [];
          for (let number = 0; number < 20000; number += 1) {
            const reviews = Array.from({ length: number % 6 }, () => [pick(), pick()]);
            const view = number % 50 ? { reviews, last: pick(), t: pick() } : pick();
            try {
              const answer = due(view, now);
              if (!Object.values(answer).every((each) => each >= 0 || each < 0))
                found.push(JSON.stringify([view, answer]));
            } catch (error) {
              found.push(JSON.stringify([view, String(error)]));
            }
          }
          return found.slice(0, 3);
        }""",
        NOW,
    )
    assert odd == []


def listed(page: Page, name: str, views: dict[str, Any]) -> list[str]:
    questions = {name: ["r1", "o", 1] for name in "abcd"}
    data = {"quizzes": {"quiz": {"questions": questions}}}
    script = """async ([name, data, views, now]) => {
      const schedule = await import(
    new URL("assets/unruffled/browser/core/schedule.js", location.href));
      return schedule[name](data, new Map(Object.entries(views)), now).map(({ key }) => key);
    }"""
    return page.evaluate(script, [name, data, views, NOW])


def view(days_ago: float, grade: int, rev: str = "r1") -> dict[str, Any]:
    return {"rev": rev, "last": int(grade > 1), "reviews": [[NOW - days_ago * DAY, grade]]}


def test_due_today_are_those_that_were_wrong_or_whose_time_has_come_the_oldest_first(page):
    views = {
        "quiz/a": view(1, 1),
        "quiz/b": view(9, 3),  # was due after 2 days
        "quiz/c": view(1, 3),
        "quiz/d": view(0, 1),  # wrong today: tomorrow
    }
    assert listed(page, "dueToday", views) == ["quiz/b", "quiz/a"]
    assert listed(page, "upcoming", views) == ["quiz/b", "quiz/a", "quiz/c", "quiz/d"]


def test_a_changed_question_is_due_and_one_that_is_gone_is_not(page):
    views = {
        "quiz/a": view(0, 3, rev="r0"),
        "quiz/gone": view(9, 1),
        "gone/a": view(9, 1),
        "constructor/name": view(9, 1),
        "": view(9, 1),
    }
    assert listed(page, "dueToday", views) == ["quiz/a"]


def test_what_is_due_later_today_is_asked_today(page):
    """A learner who comes an hour earlier than yesterday is not sent away."""
    hour = 1 / 24
    assert listed(page, "dueToday", {"quiz/a": view(1 - hour, 1)}) == ["quiz/a"]


def test_the_scheduler_asks_for_no_other_file(visit, address):
    page = visit("")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    due(page, [[NOW, 3]])
    asked = [each for each in asked if "favicon" not in each]
    scripts = ["assets/unruffled/browser/core/days.js", "assets/unruffled/browser/core/schedule.js"]
    assert sorted(asked) == [*scripts, "assets/unruffled/browser/vendor/ts-fsrs/index.js"]
