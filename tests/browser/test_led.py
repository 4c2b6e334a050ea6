"""A learner is led: on a module, on the record's page, on the paths, and by a plan of days."""

from __future__ import annotations

import re
from pathlib import Path

from axe import looks, violations
from filling import ago, attempt, bare, fill, result, settle
from pages import MODULE, library
from playwright.sync_api import Page, expect

from unruffled.blocks.course.stations import need, stations
from unruffled.blocks.paths.stops import stops_of

LIBRARY = library()
FIRST = "active-listening"
TEST = next(quiz.id for quiz in LIBRARY.quizzes.values() if quiz.mode.value == "test")


def answers(quiz: str, number: int = 999, share: float = 1, days: float = 3) -> list[dict]:
    found = LIBRARY.quizzes[quiz].questions[:number]
    return [attempt(quiz, each.id, share, ago(days) + place) for place, each in enumerate(found)]


def open_with(visit, address, path: str, entries: list[dict], **options) -> Page:
    page = bare(visit("about:blank", **options), address)
    fill(page, address, entries)
    page.goto(path)
    return page


def test_behind_the_questions_come_the_conversation_and_the_next_module(visit):
    page = visit(MODULE, java_script_enabled=False)
    order = [each for each in stations(LIBRARY) if not each.test]
    here = [each.path for each in order].index("connect/active-listening.md")
    after = page.get_by_role("navigation", name="What comes next")
    expect(after).to_contain_text("Practise it in a conversation:")
    after.get_by_role("link", name=order[here + 1].title).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(order[here + 1].title)


def test_behind_the_questions_the_next_step_is_that_of_the_path_that_was_chosen(visit, address):
    path = LIBRARY.paths["chat-and-email"]
    stops = [each for each in stops_of(LIBRARY, path) if each.quiz and each.page and not each.hard]
    here, following, third = (each.page for each in stops[:3])
    page = open_with(visit, address, "course/paths/", answers(stops[1].quiz))
    page.get_by_role("link", name=path.title).first.click()
    page.get_by_role("button", name="Make this my path").click()
    page.goto(here.path.replace(".md", "/"))
    after = page.get_by_role("navigation", name="What comes next")
    # The second step is done already.
    expect(after).to_contain_text(f"Next on your path: {third.title}.")
    after.get_by_role("link", name=third.title).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(third.title)
    page.goto("lead/measure-impact/")  # no step of it
    expect(page.get_by_role("navigation", name="What comes next")).not_to_contain_text("your path")
    assert following.path != third.path


@looks
def test_the_record_tells_what_was_done_with_results_and_certificates(
    visit, address, window, scheme
):
    tests = [result(TEST, False, ago(4)), result(TEST, True, ago(1))]
    record = [*answers(FIRST), *answers("empathy", 2, share=0, days=1), *tests]
    page = open_with(visit, address, "course/record/", record, color_scheme=scheme, **window)
    done = page.get_by_role("region", name="What you have done")
    rows = done.locator(".record-done > li")
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="Listen actively")).to_contain_text("done: 100 % of the points")
    asked = need(LIBRARY, LIBRARY.quizzes["empathy"])
    expect(rows.filter(has_text="Show empathy")).to_contain_text(f"2 of {asked} answered: 0 %")
    test = rows.filter(has_text=LIBRARY.quizzes[TEST].title)
    expect(test.locator("li")).to_have_count(2)
    expect(test).to_contain_text("not passed")
    assert violations(page) == []
    test.get_by_role("button", name=re.compile("^Certificate of")).click()
    expect(page.get_by_role("dialog", name="Certificate")).to_be_visible()


def test_the_list_of_paths_says_what_is_done_what_is_left_and_what_comes_next(visit, address):
    path = LIBRARY.paths["chat-and-email"]
    stops = [each for each in stops_of(LIBRARY, path) if each.quiz]
    page = open_with(visit, address, "course/paths/", answers(stops[0].quiz))
    item = page.locator(f"[data-path={path.id}]")
    expect(item).to_contain_text(f"1 of {len(stops)} done,")
    expect(item).to_contain_text("left")
    next_step = next(each for each in stops[1:] if not each.hard and each.page)
    expect(item.get_by_role("link", name=next_step.page.title)).to_be_visible()
    other = page.locator("[data-path=trainer]")
    expect(other.locator(".course-next")).to_be_empty()


@looks
def test_a_plan_of_days_becomes_a_file_for_a_calendar(
    visit, address, tmp_path: Path, window, scheme
):
    record = answers(FIRST, 3, share=0, days=2)
    page = open_with(visit, address, "course/review/", record, color_scheme=scheme, **window)
    go = page.get_by_role("button", name="Save a calendar file")
    go.click()
    expect(page.get_by_text("Choose a day first.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Monday")).to_be_focused()
    for day in ("Tuesday", "Friday"):
        page.get_by_role("checkbox", name=day).check()
    assert violations(page) == []
    with page.expect_download() as saving:
        go.click()
    file = tmp_path / "plan.ics"
    saving.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 8  # two days a week for four weeks
    assert "SUMMARY:Review: 3 things are due" in text
    assert "/course/review/" in text.replace("\r\n ", "")
    expect(page.get_by_text("8 days saved as unruffled-reviews.ics.")).to_be_visible()
    settle(page)
    page.reload()
    expect(page.get_by_role("checkbox", name="Friday")).to_be_checked()
