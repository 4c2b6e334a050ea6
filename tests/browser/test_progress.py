"""Progress is visible everywhere: ticks in the navigation, and the page of the course."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe import schemes, violations, windows
from filling import ago, attempt, bare, fill, result, settle
from pages import PHONE, answer_right, library
from playwright.sync_api import Locator, Page, Route, expect

from unruffled.blocks.course.stations import Station, need, stations
from waiting import until

COURSE = "course/"
MODULE, OTHER = "connect/active-listening/", "resolve/offer-solutions/"
FIRST, SECOND = "active-listening", "offer-solutions"
BESIDE = "licence/"
"""A page without a quiz."""

LIBRARY = library()
TEST = next(quiz.id for quiz in LIBRARY.quizzes.values() if quiz.mode.value == "test")


def questions(quiz: str) -> list[str]:
    return [each.id for each in LIBRARY.quizzes[quiz].questions]


def need_of(station: Station) -> int:
    return 0 if station.test or not station.quiz else need(LIBRARY, LIBRARY.quizzes[station.file])


def answers(
    quiz: str, number: int = 999, share: float = 1, days: float = 3
) -> list[dict[str, Any]]:
    found = questions(quiz)[:number]
    return [attempt(quiz, each, share, ago(days) + place) for place, each in enumerate(found)]


@pytest.fixture
def opened(visit, address) -> Iterator[Callable[..., Page]]:
    """A page, opened with a record."""
    pages: list[Page] = []

    def open_page(path: str, entries: list[dict[str, Any]], **options: Any) -> Page:
        page = bare(visit("about:blank", **options), address)
        fill(page, address, entries)
        page.goto(path)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        settle(page)


def entry(page: Page, title: str) -> Locator:
    return page.locator(".md-nav--primary .md-nav__link:visible", has_text=title)


def test_what_is_begun_or_done_has_a_tick_with_words(opened):
    record = [*answers(FIRST), *answers(SECOND, 4)]
    page = opened(MODULE, record)
    need = len(questions(SECOND))
    done = page.get_by_role("link", name="Listen actively , done", exact=True)
    expect(done.or_(entry(page, "Listen actively")).locator(".tick.done")).to_have_text(", done")
    expect(entry(page, "Offer solutions").locator(".tick.begun")).to_have_text(
        f", 4 of {need} answered"
    )
    expect(entry(page, "Set boundaries").locator(".tick")).to_have_count(0)
    expect(page.locator(".tick")).to_have_count(3)  # twice the open page: as a link and, on a phone


def test_a_screen_reader_hears_the_words_with_the_link(opened):
    page = opened(COURSE, answers(FIRST))
    link = page.locator(".md-nav--primary").get_by_role("link", name="Listen actively")
    expect(link).to_have_accessible_name("Listen actively , done")


def test_ticks_stand_in_the_margin_and_move_no_word(opened, address):
    page = opened(MODULE, [])
    settle(page)
    words = page.locator(".md-nav--primary .md-ellipsis:visible")
    places = "all => all.map(each => JSON.stringify(each.getBoundingClientRect()))"
    before = words.evaluate_all(places)
    fill(page, address, answers(SECOND))
    tick = entry(page, "Offer solutions").locator(".tick")
    expect(tick).to_be_visible()
    assert words.evaluate_all(places) == before
    box, text = tick.bounding_box(), entry(page, "Offer solutions").locator(".md-ellipsis")
    assert box["x"] + box["width"] <= text.bounding_box()["x"]
    assert box["x"] >= page.locator(".md-sidebar--primary").bounding_box()["x"] - 12  # its margin


@schemes
def test_ticks_in_the_menu_of_a_phone(opened, scheme):
    record = [*answers(FIRST), *answers(SECOND, 4)]
    page = opened(MODULE, record, color_scheme=scheme, **PHONE)
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    done = entry(page, "Listen actively").locator(".tick.done")
    done.scroll_into_view_if_needed()
    expect(done).to_be_in_viewport()
    begun = entry(page, "Offer solutions").locator(".tick.begun")
    begun.scroll_into_view_if_needed()
    expect(begun).to_be_in_viewport()
    expect(page.locator(".md-nav--secondary .tick")).to_have_count(0)
    icon = page.locator(".md-nav__link[for=__toc] .md-icon").bounding_box()
    menu = page.locator(".md-sidebar--primary").bounding_box()
    assert icon["x"] + icon["width"] > menu["x"] + menu["width"] - 30
    assert violations(page) == []


def test_the_first_answer_brings_the_first_tick(visit):
    page = visit(MODULE)
    expect(page.locator(".tick")).to_have_count(0)
    answer_right(page.locator('unruffled-question[data-kind="single"]').first)
    need = len(questions(FIRST))
    expect(entry(page, "Listen actively").locator(".tick")).to_have_text(f", 1 of {need} answered")


def test_an_answer_in_another_tab_brings_its_tick(opened, address):
    page = opened(COURSE, answers(FIRST, 1))
    expect(page.locator(".tick")).to_have_count(1)
    other = page.context.new_page()
    other.goto(BESIDE)
    fill(other, address, answers(SECOND, 1))
    expect(entry(page, "Offer solutions").locator(".tick.begun")).to_be_visible()


def test_nothing_is_loaded_before_there_is_a_record(visit, address):
    page = visit("")
    settle(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(BESIDE)
    settle(page)
    styles = ("assets/unruffled/browser/styles/", "assets/unruffled/browser/vendor/atkinson")
    ours = {each for each in asked if each.startswith(("assets/unruffled/", "assets/course"))}
    everywhere = {
        f"assets/unruffled/browser/site/{name}.js"
        for name in ("trusted", "ticks", "offline", "keeping", "place")
    } | {"assets/unruffled/blocks/search/search-open.js"}
    assert {each for each in ours if not each.startswith(styles)} == everywhere
    assert page.evaluate("indexedDB.databases()") == []


def test_an_empty_record_asks_for_no_course(opened, address):
    page = opened(BESIDE, [])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    settle(page)
    page.reload()
    settle(page)
    assert any(each.endswith("store.js") for each in asked)
    assert [each for each in asked if each.endswith("course.json")] == []


def change_revision(page: Page, quiz: str, question: str) -> None:
    """From now on, the site has another revision of a question."""

    def answer(route: Route) -> None:
        response = route.fetch()
        data = response.json()
        data["quizzes"][quiz]["questions"][question][0] = "changed"
        route.fulfill(response=response, body=json.dumps(data))

    page.context.route("**/assets/course.json", answer)


def test_a_changed_question_takes_the_tick_back_and_is_named(opened):
    page = opened(COURSE, answers(FIRST))
    expect(entry(page, "Listen actively").locator(".tick.done")).to_be_visible()
    change_revision(page, FIRST, questions(FIRST)[0])
    settle(page)
    page.reload()
    need = len(questions(FIRST))
    expect(entry(page, "Listen actively").locator(".tick.begun")).to_have_text(
        f", {need - 1} of {need} answered"
    )
    item = page.locator(f'[data-quiz="{FIRST}"]')
    expect(item).to_contain_text("1 question has changed: answer it again")
    expect(page.locator(".course-changed")).to_contain_text("1 question has changed")


# --- The page of the course


STORAGE = {
    "off": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "throwing": "IDBFactory.prototype.open = () => { throw new DOMException('', 'Security') };",
    "silent": "IDBFactory.prototype.open = () => new EventTarget();",
}


def theme_runs(page: Page) -> None:
    """The theme's script has begun: without it, its search finds nothing."""
    until(page, "() => typeof window.document$ !== 'undefined'")


@pytest.mark.parametrize("storage", STORAGE)
def test_storage_that_fails_keeps_neither_the_course_nor_the_theme(visit, storage):
    page = visit(COURSE, setup=STORAGE[storage])
    theme_runs(page)
    expect(page.locator(".course-go a")).to_be_visible()


def test_the_theme_waits_for_no_ticks_where_there_is_no_record(visit):
    page = visit(COURSE)
    theme_runs(page)
    expect(page.locator(".course-go a")).to_have_text(re.compile("Begin"))


def test_ticks_are_there_before_the_theme_runs(opened):
    page = opened(BESIDE, answers(FIRST))
    settle(page)
    page.add_init_script("""
      addEventListener("unruffled-ticks", () => {
        window.first ??= typeof window.document$ === "undefined" ? "ticks" : "theme";
      });
    """)
    page.goto(COURSE)
    theme_runs(page)
    assert page.evaluate("first") == "ticks"


def test_an_older_database_is_read_early_without_an_error(opened, address):
    page = opened(BESIDE, [])
    settle(page)
    page.goto(f"{address}assets/images/logo.svg")
    page.evaluate(
        """async (name) => {
      const end = (request) => new Promise((go) => {
        request.onsuccess = request.onblocked = go;
        request.onupgradeneeded = () => request.result.createObjectStore("log", { keyPath: "id" });
      });
      await end(indexedDB.deleteDatabase(name));
      const request = indexedDB.open(name);
      await end(request);
      request.result.close();
    }""",
        f"unruffled {address[address.index('/', 8) :]}",
    )
    page.goto(COURSE)
    theme_runs(page)
    expect(page.locator(".course-go a")).to_be_visible()


def test_without_scripts_the_course_is_a_complete_list(visit):
    page = visit(COURSE, java_script_enabled=False)
    listed = page.locator("unruffled-course li").all()
    expected = stations(LIBRARY)
    assert len(listed) == len(expected) >= 4
    for item, station in zip(listed, expected, strict=True):
        expect(item.get_by_role("link", name=station.title)).to_be_visible()
        expect(item).to_contain_text(f"{station.reading or station.checking} minute")
    assert expected[-1].test
    expect(page.get_by_role("link", name=f"Begin with: {expected[0].title}")).to_be_visible()
    expect(page.get_by_text("Review today:")).to_have_count(0)
    settle(page)


def test_each_module_says_how_far_it_is(opened):
    record = [*answers(FIRST), *answers(SECOND, 4), result(TEST, False, ago(1))]
    page = opened(COURSE, record)
    state = {name: page.locator(f'[data-quiz="{name}"]') for name in (FIRST, SECOND, TEST)}
    expect(state[FIRST].locator(".course-state")).to_have_text("done")
    expect(state[FIRST]).to_have_attribute("data-state", "done")
    need = len(questions(SECOND))
    expect(state[SECOND].locator(".course-state")).to_have_text(f"4 of {need} answered")
    expect(state[TEST].locator(".course-state")).to_have_text("not passed yet")
    asked = sum(need_of(each) for each in stations(LIBRARY))
    expect(page.locator(".course-done")).to_have_text(
        f"1 of {len(stations(LIBRARY))} done. "
        f"{len(questions(FIRST)) + 4} of {asked} questions answered."
    )


def test_what_comes_next_is_what_was_begun_last(opened):
    first, second, begun = stations(LIBRARY)[:3]
    record = [*answers(first.quiz, 2, days=4), *answers(begun.quiz, 2, days=1)]
    page = opened(COURSE, [*answers(second.quiz, days=2), *record])
    link = page.get_by_role("link", name=f"Go on with: {begun.title}")
    expect(link).to_be_visible()
    expect(page.locator(".course-begun")).to_have_text(f"Begun, too: {first.title}")
    settle(page)
    link.click()
    expect(page).to_have_title(f"{begun.title} - Unruffled")


def test_answered_and_not_good_enough_is_not_done(opened):
    first = stations(LIBRARY)[0]
    page = opened(COURSE, answers(first.quiz, share=0))
    item = page.locator(f'[data-quiz="{first.quiz}"]')
    expect(item.locator(".course-state")).to_have_text("all answered, not passed yet")
    expect(page.get_by_role("link", name=f"Go on with: {first.title}")).to_be_visible()


def test_a_path_shows_its_own_progress_and_what_comes_next_in_its_order(opened):
    path = LIBRARY.paths["chat-and-email"]
    pages = [step.page for stage in path.stages for step in stage.steps if step.page]
    quizzes = {each.path: each for each in stations(LIBRARY)}
    first, second, *_ = [quizzes[page] for page in pages if page in quizzes]
    page = opened(f"course/paths/{path.id}/", answers(first.quiz))
    total = page.locator("[data-quiz]").count()
    expect(page.locator(".course-done")).to_contain_text(f"1 of {total} done.")
    expect(page.locator(".course-done")).to_contain_text(re.compile(r"\d h( \d+ min)? left\.$"))
    expect(page.get_by_role("link", name=f"Go on with: {second.title}")).to_be_visible()
    assert violations(page) == []


def test_the_path_that_was_chosen_is_followed_from_the_course_and_from_home(opened):
    path = LIBRARY.paths["chat-and-email"]
    quizzes = {each.path: each for each in stations(LIBRARY)}
    steps = [step.page for stage in path.stages for step in stage.steps]
    first, second, *_ = [quizzes[page] for page in steps if page in quizzes]
    page = opened(f"course/paths/{path.id}/", answers(first.quiz))
    page.get_by_role("button", name="Make this my path").click()
    expect(page.get_by_role("button", name="This is your path. Leave it")).to_be_focused()
    for place in (COURSE, ""):
        page.goto(place)
        told = page.locator(".course-path")
        expect(told).to_contain_text(f"Next on your path {path.title}: {second.title}.")
        expect(told.get_by_role("link", name=path.title)).to_be_visible()
    page.goto(f"course/paths/{path.id}/")
    page.get_by_role("button", name="This is your path. Leave it").click()
    page.goto(COURSE)
    expect(page.locator(".course-go")).to_be_visible()
    expect(page.locator(".course-path")).to_be_empty()


def test_when_everything_is_done_nothing_is_next(opened):
    quizzes = [each.quiz for each in stations(LIBRARY)]
    record = [row for quiz in quizzes for row in answers(quiz)]
    page = opened(COURSE, [*record, result(TEST, True, ago(2))])
    total = len(quizzes)
    expect(page.locator(".course-done")).to_contain_text(f"{total} of {total} done.")
    expect(page.locator(".course-go")).to_be_hidden()


def test_what_is_due_is_counted(opened):
    wrong = answers(FIRST, 2, share=0, days=1)
    page = opened(COURSE, [*wrong, *answers(SECOND, 3, days=0)])
    link = page.get_by_role("link", name="Review today: 2 questions")
    expect(link).to_be_visible()
    settle(page)
    link.click()
    expect(page.locator("h1")).to_contain_text("Review today")


def test_with_nothing_due_no_review_is_offered(opened):
    page = opened(COURSE, answers(FIRST, 3, days=0))
    expect(page.locator(".course-done")).to_be_visible()
    settle(page)
    expect(page.locator(".course-due")).to_be_hidden()


@schemes
@windows
def test_the_course_in_all_its_states(opened, scheme, window):
    record = [*answers(FIRST), *answers(SECOND, 4, share=0)]
    page = opened(COURSE, record, color_scheme=scheme, **window)
    change_revision(page, SECOND, questions(SECOND)[0])
    settle(page)
    page.reload()
    expect(page.get_by_role("link", name="Review today:")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("path", [COURSE, MODULE])
def test_nothing_is_wider_than_a_narrow_window(opened, path):
    page = opened(
        path, [*answers(FIRST), *answers(SECOND, 4)], viewport={"width": 320, "height": 640}
    )
    expect(page.locator(".tick").first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# --- What the page before kept


KEPT = "Object.keys(localStorage).find(name => name.endsWith(' ticks'))"
SILENT = "if (location.hash === '#silent') IDBFactory.prototype.open = () => ({});"
"""A database that never answers, on a page of this address."""


def test_the_course_page_shows_what_was_kept_while_the_database_is_silent(opened):
    page = opened(COURSE, answers(FIRST), setup=SILENT)
    expect(entry(page, "Listen actively").locator(".tick")).to_have_text(", done")
    page.evaluate("location.hash = 'silent'")
    page.reload()
    expect(entry(page, "Listen actively").locator(".tick")).to_have_text(", done")
    expect(page.locator(f'[data-quiz="{FIRST}"]')).to_have_attribute("data-state", "done")


@pytest.mark.parametrize(
    "text", ["", "{", "null", "5", '"x"', "[]", '{"quizzes": 1, "pages": [2]}', "STALE"]
)
def test_what_is_kept_may_be_wrong_or_damaged_and_is_put_right(opened, text):
    page = opened(COURSE, answers(FIRST))
    expect(entry(page, "Listen actively").locator(".tick")).to_have_text(", done")
    stale = """text => {
      const name = KEPT;
      const far = { state: "begun", words: "1 of 14 answered", changed: 0 };
      const found = JSON.parse(localStorage[name]);
      for (const part of Object.values(found)) for (const key in part) part[key] = far;
      localStorage[name] = text === "STALE" ? JSON.stringify(found) : text;
    }"""
    page.evaluate(stale.replace("KEPT", KEPT), text)
    page.reload()
    expect(entry(page, "Listen actively").locator(".tick")).to_have_text(", done")
    expect(page.locator(f'[data-quiz="{FIRST}"]')).to_have_attribute("data-state", "done")
    expect(entry(page, "Offer solutions").locator(".tick")).to_have_count(0)
    expect(page.locator(f'[data-quiz="{SECOND}"]')).to_have_attribute("data-state", "new")


def test_whoever_adds_to_the_record_takes_away_what_was_kept_first(opened, address):
    page = opened(BESIDE, answers(FIRST, 2))
    until(page, f"() => {KEPT}")
    gone = f"""async () => {{
      const {{ append }} = await import("{address}assets/unruffled/browser/core/store.js");
      const done = append([]);
      const before = {KEPT};
      await done;
      return before === undefined;
    }}"""
    assert page.evaluate(gone)
