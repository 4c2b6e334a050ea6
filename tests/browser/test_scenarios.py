"""Conversations that answer back, played by every hand and without scripts."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from axe import schemes, violations
from pages import LAPTOP, PHONE, library, words
from playwright.sync_api import Locator, Page, expect

from unruffled.model.game import Game, graph_of

SCENARIOS = library().scenarios
GAMES = {name: Game(graph_of(scenario)) for name, scenario in SCENARIOS.items()}
PARCEL = SCENARIOS["late-parcel"]
PAGE = "practice/late-parcel/"
BEST = GAMES["late-parcel"].best_route()
LISTEN = """window.attempts = [];
addEventListener("unruffled-answer", ({ detail }) => window.attempts.push(detail));
"""


# --- The player


def replies(page: Page) -> Locator:
    return page.locator(".scene-choices li:not([hidden]) button")


def reply(page: Page, index: int) -> Locator:
    """The button of a reply, by its place in the author's file (from 0): they are mixed."""
    return replies(page).and_(page.locator(f'[data-reply="{index + 1}"]'))


def shown(page: Page) -> list[int]:
    """The replies as they stand on the page, by their places in the author's file."""
    return [
        int(each) - 1 for each in replies(page).evaluate_all("a => a.map(b => b.dataset.reply)")
    ]


def talk(page: Page) -> Locator:
    return page.get_by_role("log", name="The conversation")


def debrief(page: Page) -> Locator:
    return page.locator(".scene-debrief")


def meter(page: Page, name: str) -> Locator:
    return page.locator(".scene-state div").filter(has_text=name)


def play(page: Page, route: list[int]) -> Page:
    for number, index in enumerate(route, 1):
        reply(page, index).click()
        expect(talk(page).locator(".scene-you")).to_have_count(number)
    return page


def test_a_conversation_is_played_by_keyboard_alone(visit):
    page = visit(PAGE)
    expect(replies(page)).to_have_count(3)
    replies(page).first.focus()
    for turn, index in enumerate(BEST):
        if turn:
            expect(page.get_by_role("heading", name="What do you say?")).to_be_focused()
            page.keyboard.press("Tab")
        for _ in range(shown(page).index(index)):
            page.keyboard.press("Tab")
        expect(reply(page, index)).to_be_focused()
        page.keyboard.press("Enter")
    expect(debrief(page).get_by_role("heading", name="Resolved with trust")).to_be_focused()


def test_what_is_said_and_answered_stands_in_a_log_and_the_state_in_words(visit):
    page = visit(PAGE)
    expect(meter(page, "Calm")).to_contain_text("angry")
    play(page, BEST[:1])
    opening = PARCEL.node_by_id["opening"]
    said = opening.replies[BEST[0]]
    expect(talk(page)).to_contain_text(words(opening.customer))
    expect(talk(page)).to_contain_text(words(said.say))
    expect(talk(page)).to_contain_text(words(PARCEL.node_by_id["heard"].customer))
    expect(meter(page, "Calm")).to_contain_text("tense")
    expect(meter(page, "Calm").locator("meter")).to_have_js_property("value", 2)
    talk(page).get_by_text("What that did").click()
    expect(talk(page)).to_contain_text(words(said.feedback))


def test_a_reply_is_taken_back_and_all_is_begun_again(visit):
    page = play(visit(PAGE), BEST[:2])
    page.get_by_role("button", name="Take the last reply back").click()
    expect(talk(page).locator(".scene-you")).to_have_count(1)
    expect(meter(page, "Calm")).to_contain_text("tense")
    page.get_by_role("button", name="Start over").click()
    expect(talk(page).locator(".scene-you")).to_have_count(0)
    expect(meter(page, "Calm")).to_contain_text("angry")
    expect(page.get_by_role("button", name="Take the last reply back")).to_be_disabled()


def test_who_closes_the_page_goes_on_where_they_were(visit):
    page = play(visit(PAGE), BEST[:2])
    settle(page)
    page.reload()
    expect(talk(page).locator(".scene-you")).to_have_count(2)
    play_rest(page, BEST[2:], 2)
    expect(debrief(page)).to_be_visible()
    page.reload()
    expect(talk(page).locator(".scene-you")).to_have_count(0)


def test_replies_are_mixed_anew_for_each_conversation_and_not_within_one(visit):
    page = visit(PAGE)
    orders = []
    for _ in range(12):
        play(page, BEST[:2])
        orders.append(tuple(shown(page)))
        page.get_by_role("button", name="Take the last reply back").click()
        play_rest(page, BEST[1:2], 1)
        assert tuple(shown(page)) == orders[-1]
        page.get_by_role("button", name="Start over").click()
    assert len(set(orders)) >= 3


def test_who_goes_on_later_finds_the_replies_in_the_order_they_were_in(visit):
    page = visit(PAGE)
    for _ in range(4):
        play(page, BEST[:2])
        settle(page)
        before = shown(page)
        page.reload()
        expect(talk(page).locator(".scene-you")).to_have_count(2)
        assert shown(page) == before
        page.get_by_role("button", name="Start over").click()


HARD = "practice/turns-abusive/"


def test_a_hard_conversation_says_nothing_before_the_learner_begins_it(visit):
    page = visit(HARD)
    first = words(SCENARIOS["turns-abusive"].nodes[0].customer)
    note = page.locator(".scene-hard")
    expect(note.get_by_role("link", name="Leave it out: all conversations")).to_be_visible()
    expect(note.get_by_role("button", name="Begin")).to_be_visible()
    expect(replies(page).first).to_be_hidden()
    expect(page.get_by_role("button", name="Start over")).to_be_hidden()
    assert first not in page.locator("article").inner_text()
    note.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What do you say?")).to_be_focused()
    expect(talk(page)).to_contain_text(first)
    expect(note).to_be_hidden()


def test_who_had_begun_a_hard_one_goes_on_without_the_note(visit):
    page = visit(HARD)
    page.get_by_role("button", name="Begin").click()
    play(page, [0])
    settle(page)
    page.reload()
    expect(talk(page).locator(".scene-you")).to_have_count(1)
    expect(page.locator(".scene-hard")).to_be_hidden()
    page.get_by_role("button", name="Start over").click()
    settle(page)
    page.reload()
    settle(page)
    expect(page.locator(".scene-hard")).to_be_visible()
    expect(talk(page).locator("li")).to_have_count(0)


def test_without_scripts_a_hard_one_waits_for_its_link(visit):
    page = visit(HARD, java_script_enabled=False)
    passages = page.locator(".scene-book > section:visible")
    expect(passages).to_have_count(0)
    page.get_by_role("link", name="Begin", exact=True).click()
    expect(passages).to_have_count(1)


def test_a_hard_one_does_not_come_back_for_review(visit):
    page = visit(HARD)
    page.get_by_role("button", name="Begin").click()
    play(page, min(GAMES["turns-abusive"].routes(), key=len))
    expect(debrief(page)).to_be_visible()
    settle(page)
    page.clock.set_fixed_time(datetime.now() + timedelta(days=30))
    page.goto("course/review/")
    expect(page.get_by_text("Nothing is due today")).to_be_visible()
    assert SCENARIOS["turns-abusive"].title not in page.locator("article").inner_text()


def test_the_list_goes_on_with_any_conversation_but_a_hard_one(visit):
    page = play(visit(PAGE), BEST)
    expect(debrief(page)).to_be_visible()
    settle(page)

    def only_hard(route):
        answer = route.fetch()
        rest = re.sub(r"<li data-quiz=[^\s>]+>.*?</li>", "", answer.text(), flags=re.S)
        route.fulfill(response=answer, body=rest)

    next_one = page.locator(".course-go a")
    page.goto("practice/")
    expect(next_one).to_be_visible()
    page.route("**/practice/", only_hard)
    page.goto("practice/")
    expect(page.locator("[data-quiz]")).to_have_count(page.locator("[data-hard]").count())
    expect(next_one).to_be_hidden()


def test_who_starts_over_and_closes_the_page_begins_anew(visit):
    page = play(visit(PAGE), BEST[:2])
    settle(page)
    page.get_by_role("button", name="Start over").click()
    settle(page)
    page.reload()
    expect(replies(page)).to_have_count(3)
    page.wait_for_timeout(500)
    expect(talk(page).locator(".scene-you")).to_have_count(0)


SLOW_STORE = "**/core/store.js"


def test_a_play_is_kept_even_if_it_ends_before_the_record_is_there(visit):
    page = visit("practice/")
    page.wait_for_load_state("networkidle")
    page.route(SLOW_STORE, lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto(PAGE)
    play(page, BEST)
    expect(debrief(page)).to_be_visible()
    page.wait_for_timeout(2000)
    page.wait_for_load_state("networkidle")
    page.unroute(SLOW_STORE)
    page.goto("practice/")
    expect(page.locator('[data-quiz="scenario:late-parcel"]')).to_have_attribute(
        "data-state", "done"
    )


def test_help_is_counted_and_a_new_conversation_begins_without(visit):
    page = play(visit(PAGE, setup=LISTEN), BEST)
    settle(page)
    page.get_by_role("button", name="Take the last reply back").click()
    play_rest(page, BEST[-1:], len(BEST) - 1)
    page.get_by_role("button", name="Start over").click()
    play(page, BEST)
    expect(debrief(page)).to_be_visible()
    settle(page)
    hints = page.evaluate("window.attempts.map(each => each.hints)")
    assert hints == [0, 1, 0]
    assert page.evaluate("window.attempts.map(each => each.route)") == [BEST, BEST, BEST]


def play_rest(page: Page, route: list[int], before: int) -> None:
    for number, index in enumerate(route, before + 1):
        reply(page, index).click()
        expect(talk(page).locator(".scene-you")).to_have_count(number)


def settle(page: Page) -> None:
    """Wait for what is done behind the next frame."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))")


def poor_route() -> list[int]:
    """A route to the worst ending, with the most breaks on the way."""
    game = GAMES["late-parcel"]
    routes = [each for each in game.routes() if game.states(each)[-1].at == "hung-up"]
    return max(routes, key=lambda each: (len(each), each))


def test_the_debrief_shows_what_was_said_beside_what_was_best(visit):
    page = play(visit(PAGE, setup=LISTEN), poor_route())
    expect(debrief(page).get_by_role("heading", name="Walked away")).to_be_focused()
    expect(debrief(page)).to_contain_text(words(PARCEL.ending_by_id["hung-up"].debrief))
    expect(debrief(page)).to_contain_text("Better here:")
    expect(debrief(page)).to_contain_text("would have said")
    debrief(page).get_by_text("The best way, from the start").click()
    for turn, state in zip(BEST, GAMES["late-parcel"].states(BEST), strict=False):
        best = PARCEL.node_by_id[state.at].replies[turn]
        expect(debrief(page).locator("details")).to_contain_text(words(best.say))
    practised = debrief(page).locator(".scene-practised li")
    assert practised.count() >= 2
    expect(practised.first.get_by_role("link")).to_have_count(2)
    detail = page.evaluate("window.attempts")[0]
    assert detail["route"] == poor_route()
    assert (detail["ending"], detail["share"], detail["hints"]) == ("hung-up", 0, 0)


def test_a_second_try_begins_at_the_turning_point(visit):
    route = poor_route()
    page = play(visit(PAGE), route)
    turns = debrief(page).get_by_text("The turning point was turn")
    number = int(turns.inner_text().split("turn ")[1].split(".")[0])
    debrief(page).get_by_role("button", name="Try again from there").click()
    expect(talk(page).locator(".scene-you")).to_have_count(number - 1)
    expect(debrief(page)).to_have_count(0)
    game = GAMES["late-parcel"]
    state = game.states(route[: number - 1])[-1]
    rest = []
    while state.at in game.nodes:
        rest.append(game.best(state))
        state = game.after(state, rest[-1])
    play_rest(page, rest, number - 1)
    expect(debrief(page).get_by_role("heading", name="Resolved with trust")).to_be_visible()


def test_it_counts_for_progress_and_comes_back_for_review(visit):
    page = play(visit(PAGE), poor_route())
    expect(debrief(page)).to_be_visible()
    settle(page)
    page.goto("practice/")
    item = page.locator('[data-quiz="scenario:late-parcel"]')
    expect(item).to_contain_text("played, not resolved yet")
    page.clock.set_fixed_time(datetime.now() + timedelta(days=2))
    page.goto("course/review/")
    expect(page.get_by_text("Conversations to play again")).to_be_visible()
    page.get_by_role("link", name=PARCEL.title).click()
    play(page, BEST)
    expect(debrief(page)).to_be_visible()
    settle(page)
    page.goto("practice/")
    expect(item).to_have_attribute("data-state", "done")


RING = """const real = setInterval;
window.setInterval = (work, wait) => (wait === 30000 && (window.ring = work), real(work, wait));
"""
"""Lets a test make the time pass that the learner has asked for."""


def test_nothing_is_timed_unless_the_learner_asks_for_it(visit):
    page = visit(PAGE, setup=RING)
    expect(replies(page)).to_have_count(3)
    assert page.evaluate("window.ring") is None
    page.get_by_label("Live").check()
    page.evaluate("window.ring()")
    expect(meter(page, "Calm")).to_contain_text("furious")
    expect(page.locator(".scene-told")).to_contain_text("still waiting")
    page.get_by_label("Live").uncheck()
    expect(page.locator(".scene-told")).to_be_empty()
    reply(page, BEST[0]).click()
    expect(meter(page, "Calm")).to_contain_text("angry")


def test_a_browser_that_keeps_nothing_plays_all_the_same(visit):
    broken = "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('off'); } });"
    page = play(visit(PAGE, setup=broken), BEST)
    expect(debrief(page).get_by_role("heading", name="Resolved with trust")).to_be_visible()


# --- Without scripts, on paper, and for everybody


def test_without_scripts_it_is_a_book_of_passages_played_by_links_alone(visit):
    page = visit(PAGE, java_script_enabled=False)
    passages = page.locator(".scene-book > section:visible")
    expect(passages).to_have_count(1)
    # Neither would show anything.
    expect(page.locator(".scene-state")).to_be_hidden()
    expect(page.locator(".scene-techniques")).to_be_hidden()
    for index in BEST:
        passages.locator(f'ol a[href$=".{index + 1}"]').click()
        expect(passages).to_have_count(1)
        expect(passages).to_contain_text("Note:")
        links = passages.locator("ul a")
        links.first.click()
        expect(passages).to_have_count(1)
    expect(passages).to_contain_text("The crane stands on the table")


def test_a_passage_says_what_a_jump_asks_for(visit):
    page = visit("practice/late-parcel/#reply.agree.1", java_script_enabled=False)
    expect(page.locator(".scene-book > section:visible")).to_contain_text("If trust is 3 or more")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_sheet_has_a_page_for_each_part_and_gives_no_part_away(visit, name):
    page = visit(f"practice/sheets/{name}/")
    parts = page.locator(".scene-sheet section")
    expect(parts).to_have_count(4)
    agent = parts.nth(1).inner_text()
    assert words(SCENARIOS[name].customer.brief)[:40] not in agent
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= 4


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_map_hides_until_it_is_asked_for_and_shows_every_place(visit, name):
    page = visit(f"practice/maps/{name}/", **PHONE)
    drawing = page.locator(".scene-drawing svg")
    expect(drawing).to_be_hidden()
    page.get_by_text("Show the map").click()
    expect(drawing).to_be_visible()
    places = len(SCENARIOS[name].nodes) + len(SCENARIOS[name].endings)
    expect(drawing.locator(".map-box")).to_have_count(places)
    expect(page.locator(".map-list > li")).to_have_count(places)
    scale = drawing.evaluate(
        "each => each.getBoundingClientRect().width / each.viewBox.baseVal.width"
    )
    assert scale == pytest.approx(1)
    boxes = drawing.locator(".map-box").evaluate_all("""all => all.map(box => {
      const [frame, ...texts] = [...box.children].map(each => each.getBBox());
      return texts.every(text => text.x >= frame.x && text.x + text.width <= frame.x + frame.width);
    })""")
    assert all(boxes)


def test_the_search_gives_no_conversation_away(visit):
    page = visit("")
    index = page.evaluate("fetch('assets/search.json').then(answer => answer.text())")
    assert PARCEL.title in index
    sheet = f"Role-play sheet: {PARCEL.title}"
    for text in (PARCEL.endings[0].title, PARCEL.nodes[0].replies[0].feedback, sheet):
        assert words(text) not in index


@schemes
@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_at_the_start_in_the_middle_and_at_the_end(visit, scheme, window):
    page = visit(PAGE, color_scheme=scheme, **window)
    expect(replies(page)).to_have_count(3)
    assert violations(page) == []
    route = poor_route()
    play(page, route[:2])
    talk(page).get_by_text("What that did").first.click()
    assert violations(page) == []
    play_rest(page, route[2:], 2)
    expect(debrief(page)).to_be_visible()
    debrief(page).get_by_text("The best way, from the start").click()
    assert violations(page) == []


@schemes
@pytest.mark.parametrize(
    "path",
    [
        *("practice/", "practice/maps/in-tears/", "practice/sheets/in-tears/"),
        *("practice/turns-abusive/", "practice/sheets/turns-abusive/"),
    ],
)
def test_axe_finds_nothing_on_the_pages_around_it(visit, scheme, path):
    page = visit(path, color_scheme=scheme, **PHONE)
    page.locator("article details").evaluate_all("all => all.forEach(each => each.open = true)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "name", ["late-parcel", "failed-first-day", "half-right", "loyal-customer"]
)
def test_nothing_is_wider_than_320_pixels(visit, name):
    page = visit(f"practice/{name}/", viewport={"width": 320, "height": 640})
    play(page, GAMES[name].best_route())
    expect(debrief(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_forced_colours_leave_the_state_and_the_replies_readable(visit):
    page = visit(PAGE, forced_colors="active")
    expect(meter(page, "Calm")).to_contain_text("angry")
    border = replies(page).first.evaluate("each => getComputedStyle(each).borderTopWidth")
    assert float(border.removesuffix("px")) >= 1
