""" "Review today": what was wrong or is due comes back, one question at a time."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe import schemes, violations, windows
from filling import ago, attempt, bare, fill, settle
from pages import PHONE, answer_right, answer_wrong, library
from playwright.sync_api import Locator, Page, Route, expect

from unruffled.blocks.course.stations import stations

REVIEW = "course/review/"
QUIZ, OTHER = "active-listening", "offer-solutions"
LIBRARY = library()


def single(quiz: str) -> list[str]:
    """Return the ids of the questions with one right choice."""
    return [each.id for each in LIBRARY.quizzes[quiz].questions if each.kind == "single"]


FIRST, SECOND, THIRD = single(QUIZ)[:3]


def wrong(question: str, days: float = 1, quiz: str = QUIZ, **more: Any) -> dict[str, Any]:
    return attempt(quiz, question, 0, ago(days), **more)


def right(question: str, days: float = 1, quiz: str = QUIZ, **more: Any) -> dict[str, Any]:
    return attempt(quiz, question, 1, ago(days), **more)


@pytest.fixture
def review(visit, address) -> Iterator[Callable[..., Page]]:
    """The page, opened with a record."""
    pages: list[Page] = []

    def open_page(entries: list[dict[str, Any]], **options: Any) -> Page:
        page = bare(visit("about:blank", **options), address)
        fill(page, address, entries)
        page.goto(REVIEW)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        settle(page)


def asked(page: Page) -> Locator:
    return page.locator(".review-stage unruffled-question")


def is_asked(page: Page, question: str, quiz: str = QUIZ) -> None:
    expect(asked(page)).to_have_id(f"q.{quiz}.{question}")
    expect(asked(page).get_by_role("button", name="Check answer")).to_be_visible()


def go_on(page: Page) -> None:
    page.locator(".review-bar").get_by_role("button").click()


def recorded(page: Page) -> list[dict[str, Any]]:
    return page.evaluate("""async () => {
      const core = new URL("../../assets/unruffled/browser/core/", location.href);
      const { everything } = await import(`${core}everything.js`);
      return (await everything()).entries;
    }""")


def test_what_was_wrong_comes_back_and_what_is_known_does_not(review):
    page = review([wrong(FIRST), right(SECOND), wrong(THIRD, days=0)])
    is_asked(page, FIRST)
    expect(asked(page).locator("legend > span:first-child").first).to_have_text("Question 1 of 1")
    answer_right(asked(page))
    go_on(page)
    expect(page.get_by_role("heading", name="Review done")).to_be_focused()
    expect(page.locator(".review-stage")).to_contain_text("1 of 1 right at the first answer.")
    expect(page.locator(".review-stage")).to_contain_text("Next: ")


def test_what_is_known_comes_back_when_its_time_has_come(review):
    page = review([right(FIRST, days=3), right(SECOND, days=1)])
    is_asked(page, FIRST)
    expect(asked(page).locator("legend > span:first-child").first).to_have_text("Question 1 of 1")


def test_the_most_overdue_comes_first(review):
    page = review([wrong(FIRST, days=2), wrong(SECOND, days=9), wrong(THIRD, days=4)])
    for question in (SECOND, THIRD, FIRST):
        is_asked(page, question)
        answer_right(asked(page))
        go_on(page)
    expect(page.get_by_role("heading", name="Review done")).to_be_visible()


def test_a_question_names_its_module(review, address):
    page = review([wrong(single(OTHER)[0], quiz=OTHER)])
    link = page.locator(".review-where").get_by_role("link", name="Offer solutions")
    expect(link).to_have_attribute("href", f"{address}resolve/offer-solutions/")


def test_links_and_styles_of_a_question_are_those_of_its_page(review, address):
    page = review([])
    expect(page.get_by_role("heading", name="Nothing to review yet")).to_be_visible()
    module = f"{address}connect/active-listening/"
    links = ("../../phrases/#one", "#here", "https://example.org/")
    body = "".join(f'<a href="{each}"></a>' for each in links)
    style = "../../assets/unruffled/blocks/quiz/quiz.css"
    html = f"""<div class="unruffled"><link rel="stylesheet" href="{style}">
      <unruffled-question id="q.{QUIZ}.{FIRST}">{body}</unruffled-question></div>"""
    page.context.route(module, lambda route: route.fulfill(body=html, content_type="text/html"))
    script = """async ([site, refs]) => {
      const { load } = await import(`${site}assets/unruffled/browser/core/questions.js`);
      const found = await load(refs);
      return found.map((each) => each && [...each.querySelectorAll("a")].map(({ href }) => href));
    }"""
    refs = [f"{QUIZ}/gone", f"{QUIZ}/{FIRST}", "gone/gone"]
    targets = [f"{address}phrases/#one", f"{module}#here", "https://example.org/"]
    assert page.evaluate(script, [address, refs]) == [None, targets, None]
    quiz = f"{address}assets/unruffled/blocks/quiz/quiz.css"
    styles = page.locator("link[rel=stylesheet]").evaluate_all("all => all.map(each => each.href)")
    assert styles.count(quiz) == 1


def test_answers_go_into_the_record_and_the_first_counts(review):
    page = review([wrong(FIRST)])
    is_asked(page, FIRST)
    answer_wrong(asked(page))
    expect(page.get_by_role("button", name="Finish")).to_be_visible()
    answer_right(asked(page))
    expect(page.get_by_role("button", name="Finish")).to_have_count(1)
    go_on(page)
    expect(page.locator(".review-stage")).to_contain_text("0 of 1 right at the first answer.")
    expect(page.locator(".review-stage")).to_contain_text("Next: 1 tomorrow.")
    _, first, second = recorded(page)
    assert (first["mode"], first["share"], first["tries"]) == ("review", 0, 1)
    assert (second["mode"], second["share"], second["tries"]) == ("review", 1, 2)
    assert first["run"] == second["run"]


def test_what_was_reviewed_is_not_asked_again_today_and_comes_back_another_day(review, address):
    page = review([wrong(FIRST, days=2), wrong(SECOND)])
    for question in (FIRST, SECOND):
        is_asked(page, question)
        answer_wrong(asked(page))
        go_on(page)
    settle(page)
    page.reload()
    expect(page.get_by_role("heading", name="Nothing is due today")).to_be_visible()
    expect(page.locator(".review-stage")).to_contain_text("Next: 2 tomorrow.")
    settle(page)
    bare(page, address)  # no script may have timers of the clock before
    page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(days=1))
    page.goto(REVIEW)
    expect(asked(page).locator("legend > span:first-child").first).to_have_text("Question 1 of 2")


def test_a_far_date_is_named(review):
    page = review([right(FIRST, days=40), right(FIRST, days=20), right(FIRST, days=0)])
    expect(page.get_by_role("heading", name="Nothing is due today")).to_be_visible()
    expect(page.locator(".review-stage")).to_contain_text(" 20")  # the year


def test_after_a_clock_that_ran_ahead_nothing_is_lost(review):
    """An answer of next year would keep its question away for years."""
    page = review([right(FIRST, days=-400), right(SECOND, days=1)])
    is_asked(page, FIRST)
    answer_right(asked(page))
    go_on(page)
    settle(page)
    page.reload()
    expect(page.get_by_role("heading", name="Nothing is due today")).to_be_visible()
    assert len(recorded(page)) == 3


def test_a_question_that_is_gone_is_passed_over(review):
    page = review(
        [wrong("was-here-once", days=9), wrong(FIRST, days=9, quiz="gone"), wrong(SECOND)]
    )
    is_asked(page, SECOND)
    expect(asked(page).locator("legend > span:first-child").first).to_have_text("Question 1 of 1")


def test_a_question_that_is_on_its_page_no_more_is_passed_over(review):
    """The page is newer than the list of the course that the browser has."""
    page = review([])
    expect(page.get_by_role("heading", name="Nothing to review yet")).to_be_visible()
    page.context.route("**/assets/course.json", more_questions)
    fill(page, page.url.removesuffix(REVIEW), [wrong("not-on-the-page", days=9), wrong(SECOND)])
    settle(page)
    page.reload()
    is_asked(page, SECOND)


def more_questions(route: Route) -> None:
    response = route.fetch()
    data = response.json()
    data["quizzes"][QUIZ]["questions"]["not-on-the-page"] = ["r", "o", 1]
    route.fulfill(response=response, body=json.dumps(data))


def test_a_changed_question_is_asked_again(review):
    page = review([right(FIRST, days=0, rev="another")])
    is_asked(page, FIRST)
    answer_right(asked(page))
    go_on(page)
    settle(page)
    page.reload()
    expect(page.get_by_role("heading", name="Nothing is due today")).to_be_visible()


def test_an_empty_record_is_told_how_it_fills(visit):
    page = visit(REVIEW)
    expect(page.get_by_role("heading", name="Nothing to review yet")).to_be_visible()
    first = stations(library())[0].title
    expect(page.get_by_role("link", name=f"Begin with: {first}")).to_be_visible()
    expect(page.get_by_text("Scripts are turned off")).to_have_count(0)


def test_a_browser_that_keeps_nothing_is_told_so(visit):
    page = visit(REVIEW, "delete IDBFactory.prototype.open")
    expect(page.get_by_role("heading", name="Nothing to review", exact=True)).to_be_visible()
    expect(page.locator(".review-stage")).to_contain_text("keep no record")


@pytest.mark.parametrize("lost", ["connect/", "course.json"])
def test_without_a_connection_it_says_so(visit, address, lost):
    page = bare(visit("about:blank"), address)
    fill(page, address, [wrong(FIRST)])
    page.add_init_script(f"""const real = fetch;
      window.fetch = async (each) => {{
        if (String(each).includes("{lost}")) throw new TypeError("offline");
        return real(each);
      }};""")
    page.goto(REVIEW)
    expect(page.get_by_role("heading", name="The questions could not be loaded")).to_be_visible()


def test_no_more_than_twenty_at_a_time(review):
    many = [
        wrong(question.id, quiz=quiz.id)
        for quiz in LIBRARY.quizzes.values()
        for question in quiz.questions
        if question.counted
    ]
    assert len(many) > 21
    page = review(many)
    expect(asked(page).locator("legend > span:first-child").first).to_have_text("Question 1 of 20")


def test_after_twenty_the_rest_can_be_asked(review):
    page = review([wrong(FIRST)])
    is_asked(page, FIRST)
    fill(page, page.url.removesuffix(REVIEW), [wrong(SECOND), wrong(THIRD)])  # as in another tab
    answer_right(asked(page))
    go_on(page)
    expect(page.locator(".review-stage")).to_contain_text("2 more are due today.")
    page.get_by_role("button", name="Go on").click()
    expect(asked(page).locator("legend > span:first-child").first).to_have_text("Question 1 of 2")


def test_it_works_by_keyboard_alone(review):
    page = review([wrong(FIRST, days=2), wrong(SECOND)])
    is_asked(page, FIRST)
    asked(page).locator("input").first.focus()
    for question in (FIRST, SECOND):
        is_asked(page, question)
        if question == SECOND:
            expect(asked(page).locator("legend")).to_be_focused()
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(asked(page).locator(".quiz-verdict")).not_to_be_empty()
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.review-bar button')"):
                break
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Review done")).to_be_focused()


def test_a_new_question_begins_below_the_header(review):
    page = review([wrong(FIRST, days=2), wrong(SECOND)], **PHONE)
    is_asked(page, FIRST)
    answer_wrong(asked(page))
    page.mouse.wheel(0, 900)
    go_on(page)
    is_asked(page, SECOND)
    header = page.locator(".md-header").bounding_box()
    where = page.locator(".review-where").bounding_box()
    assert 0 <= where["y"] - header["height"] < 40


def test_one_hand_is_enough_on_a_phone(review):
    """What is to be pressed next is in the window's lower part, and large."""
    page = review([wrong(FIRST)], **PHONE)
    is_asked(page, FIRST)
    for name in ("Check answer", "Finish"):
        button = page.get_by_role("button", name=name)
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 290
        assert box["y"] > 740 / 2
        if name == "Check answer":
            answer_wrong(asked(page))


def test_without_scripts_it_says_so_and_links_to_the_modules(visit):
    page = visit(REVIEW, java_script_enabled=False)
    expect(page.get_by_text("Scripts are turned off here").first).to_be_visible()
    for title in ("Listen actively", "Offer solutions", "Set boundaries with abuse"):
        expect(page.locator("unruffled-review").get_by_role("link", name=title)).to_be_visible()


@schemes
@windows
def test_a_question_answered_wrong_and_the_end(review, scheme, window):
    page = review([wrong(FIRST)], color_scheme=scheme, **window)
    is_asked(page, FIRST)
    assert violations(page) == []
    answer_wrong(asked(page))
    expect(page.get_by_role("button", name="Finish")).to_be_visible()
    assert violations(page) == []
    go_on(page)
    expect(page.get_by_role("heading", name="Review done")).to_be_visible()
    page.mouse.move(0, 0)  # not over a link, which the theme makes pale
    assert violations(page) == []


def test_nothing_is_wider_than_a_narrow_window(review):
    page = review([wrong(FIRST)], viewport={"width": 320, "height": 640})
    is_asked(page, FIRST)
    answer_wrong(asked(page))
    expect(page.get_by_role("button", name="Finish")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
