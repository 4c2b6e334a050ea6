"""Days are those of a calendar: where the reader is, or in the zone that an assignment names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from record_helpers import call, entry

import result_files
from kinds_project import ASSIGNED, BESIDE

DAYS = "days zones log"
Place = Callable[[str], Page]


@pytest.fixture(scope="module")
def places(chromium, kinds_address) -> Iterator[Place]:
    """Return a page of the site, with the clock of a place: one for each place."""
    pages: dict[str, Page] = {}

    def place(zone: str) -> Page:
        if zone not in pages:
            context = chromium.new_context(base_url=kinds_address, timezone_id=zone)
            pages[zone] = context.new_page()
            pages[zone].goto(BESIDE)
        return pages[zone]

    yield place
    for page in pages.values():
        page.context.close()


def at(text: str, zone: str) -> int:
    """Return the milliseconds of a local time."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def due_today(page: Page, answered: int, now: int) -> bool:
    """Whether a question that was answered wrong is asked again."""
    body = """const [t, now] = argument;
    const answer = { type: "attempt", quiz: "z", question: "q", rev: "r", share: 0, t };
    const view = fold(undefined, answer);
    const data = { quizzes: { z: { questions: { q: ["r", "o", 1] } } } };
    return dueToday(data, new Map([["z/q", view]]), now).length === 1"""
    return call(page, body, [answered, now], "log schedule")


CHANGES = [
    # Clocks put forward: the day has 23 hours; put back: 25.
    ("Europe/Berlin", "2027-03-27 23:30", "2027-03-28 00:10"),
    ("Europe/Berlin", "2027-03-28 00:30", "2027-03-29 00:10"),
    ("Europe/Berlin", "2027-10-30 23:50", "2027-10-31 00:05"),
    ("Europe/Berlin", "2027-10-31 00:10", "2027-11-01 00:05"),
    ("America/Los_Angeles", "2027-03-13 23:59", "2027-03-14 00:01"),
    ("America/Los_Angeles", "2027-11-07 00:01", "2027-11-08 00:00"),
    ("Australia/Lord_Howe", "2027-04-03 23:50", "2027-04-04 00:10"),
    ("Africa/Cairo", "2027-04-29 23:59", "2027-04-30 01:01"),  # there, midnight is left out
    ("Pacific/Kiritimati", "2027-03-31 23:59", "2027-04-01 00:00"),
]


@pytest.mark.parametrize(("zone", "answered", "later"), CHANGES)
def test_what_was_wrong_is_due_on_the_next_calendar_day(places, zone, answered, later):
    page = places(zone)
    day = answered[:10]
    assert not due_today(page, at(answered, zone), at(f"{day} 23:59:59", zone))
    assert due_today(page, at(answered, zone), at(later, zone))


def test_the_first_answer_of_a_day_counts_on_a_day_of_25_hours(places):
    page = places("Europe/Berlin")
    body = "return argument.reduce((view, each) => fold(view, each), undefined).reviews.length"
    times = [at(f"2027-10-{day} {hour}", "Europe/Berlin") for day, hour in
             ((31, "00:05"), (31, "23:55"), (30, "23:59"))]  # fmt: skip
    assert call(page, body, [entry("a", t=each) for each in times[:2]], DAYS) == 1
    assert call(page, body, [entry("a", t=each) for each in (times[2], times[0])], DAYS) == 2


def test_an_interval_is_counted_in_days_of_the_calendar(places):
    """From before a change of clocks to after it, no day is lost and none is added."""
    zone = "Europe/Berlin"
    page = places(zone)
    body = "return [daysBetween(...argument), daysLater(argument[0], 2), daysBetween(0, 1e300) > 0]"
    days, later, _ = call(
        page, body, [at("2027-03-27 23:30", zone), at("2027-03-29 00:10", zone)], DAYS
    )
    assert days == 2
    assert later == at("2027-03-29 23:30", zone)


@pytest.mark.parametrize(
    ("day", "zone"),
    [("2027-03-31", "America/Los_Angeles"), ("2027-03-27", "Europe/Berlin"),
     ("2027-03-28", "Europe/Berlin"), ("2027-10-31", "Europe/Berlin"),
     ("2027-04-03", "Australia/Lord_Howe"), ("2027-12-31", "Pacific/Kiritimati"),
     ("2027-06-30", "Asia/Kathmandu")],
)  # fmt: skip
def test_the_end_of_a_day_in_a_zone_is_the_last_moment_of_that_day(places, day, zone):
    page = places("UTC")
    body = """const [day, zone] = argument, end = endIn(day, zone);
    return [dayIn(end - 1, zone), dayIn(end, zone) > day]"""
    assert call(page, body, [day, zone], DAYS) == [day, True]


# --- A due day -----------------------------------------------------------------------------------


def assignment(zone: str) -> str:
    given = {"title": "T", "steps": [["some", "0"]], "due": "2027-03-31"}
    return result_files.link_text(given | ({"zone": zone} if zone else {}))


HAND_IN = """const [text, made] = argument;
return asFile(makeResult({ assignment: text, name: "A", entries: [], site: "S", edition: "e",
  made: new Date(made) }))"""
CODE = """const [text, made] = argument;
return asCode({ id: text.split(".")[2], title: "T", name: "A", made: new Date(made), steps: [] })"""
READ = """const [texts, isFile] = argument;
const handed = texts.map(each => ({ file: "f", ...(isFile ? readResult(each) : readCode(each)) }));
const [group] = byAssignment(handed).values();
const { people } = gather(handed);
const { days, late } = standingsOf({ text: assignment, ...group }, people, { quizzes: {} });
return [days[0], late[0]]"""

HANDED = [
    ("", "America/Los_Angeles", "2027-03-31 23:58", ["2027-03-31", False]),
    ("", "Pacific/Kiritimati", "2027-04-01 00:02", ["2027-04-01", True]),
    ("Europe/Berlin", "America/Los_Angeles", "2027-03-31 14:59", ["2027-03-31", False]),
    ("Europe/Berlin", "America/Los_Angeles", "2027-03-31 15:01", ["2027-04-01", True]),
    ("America/Los_Angeles", "Pacific/Kiritimati", "2027-04-01 20:59", ["2027-03-31", False]),
]


@pytest.mark.parametrize(("named", "learner", "when", "expected"), HANDED)
def test_learner_and_trainer_judge_a_due_day_alike_wherever_they_are(
    places, named, learner, when, expected
):
    text = assignment(named)
    made = at(when, learner)
    file = call(places(learner), HAND_IN, [text, made], "result")
    for trainer in ("Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"):
        found = call(
            places(trainer),
            f"const assignment = undefined;{READ}",
            [[file], True],
            "result cohort people",
        )
        assert found == expected, trainer


@pytest.mark.parametrize(
    ("learner", "day"),
    [("America/Los_Angeles", "2027-03-31"), ("Pacific/Kiritimati", "2027-04-01")],
)
def test_a_short_code_tells_the_day_of_who_made_it(places, learner, day):
    when = at("2027-03-31 23:58" if "Los" in learner else "2027-04-01 00:02", learner)
    code = call(places(learner), CODE, [assignment(""), when], "result")
    read = call(places("Europe/Berlin"), "return readCode(argument).summary.day", code, "result")
    assert read == day


def test_a_file_of_an_earlier_version_is_read_by_the_readers_own_day(places):
    made = {"made": "2027-03-31T22:30:00.000Z"}
    assert call(places("Europe/Berlin"), "return dayMade(argument)", made, "result") == "2027-04-01"


def test_the_page_of_an_assignment_says_until_when_and_where(chromium, kinds_address):
    context = chromium.new_context(base_url=kinds_address, timezone_id="Europe/Berlin")
    page = context.new_page()
    page.clock.set_fixed_time("2099-03-31T14:30:00Z")
    page.goto(ASSIGNED)
    facts = page.locator(".assigned-facts")
    expect(facts).to_contain_text("Due on 31 March 2099. The day ends at midnight in Asia/Tokyo.")
    expect(facts).to_contain_text("Where you are, that is 31 March 2099 at 17:00")
    page.clock.set_fixed_time("2099-03-31T15:00:00Z")
    page.reload()
    expect(facts).to_contain_text("It was due on 31 March 2099. The day ends at midnight in")
    context.close()
