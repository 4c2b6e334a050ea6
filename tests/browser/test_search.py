"""One search on every page: cards first, each thing says what it is, and nothing loads before."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe import in_scheme, schemes, violations
from pages import ALL_PHRASES, CARD, GUIDE, HOME, KINDS, MODULE, PHONE, library
from playwright.sync_api import Page, Route, expect

from support import build, run, serve
from unruffled.text.inline import inline
from waiting import until

DATA = ("desk.json", "search.json", "search-words.json")
OWN_FINDER = (HOME, GUIDE, ALL_PHRASES)
"""Pages that have the finder in their text: the way into the search leads there."""
SENTENCES = ("I will kill myself", "she says she has a knife", "there is smoke in the kitchen")


def asked(page: Page) -> list[str]:
    names = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return [each for each in DATA if any(name.endswith(f"/{each}") for name in names)]


def field(page: Page):
    return page.get_by_role("searchbox", name="Their words")


def opener(page: Page):
    return page.get_by_role("banner").get_by_role("button", name="Search")


def results(page: Page):
    return page.locator(".finder-list > li")


def told(page: Page):
    return page.locator(".finder-told")


def search(page: Page, words: str) -> None:
    opener(page).click()
    field(page).fill(words)
    expect(told(page)).to_contain_text(re.compile("found|Nothing fits"))


@pytest.mark.parametrize("path", [MODULE, CARD, "hosting/"])
def test_the_data_comes_when_somebody_goes_to_the_field_and_not_before(visit, path):
    page = visit(path)
    page.wait_for_load_state("networkidle")
    assert asked(page) == []
    search(page, "voucher")
    names = "performance.getEntriesByType('resource').map(({ name }) => name)"
    until(page, f"() => {names}.some((name) => name.endsWith('/search-words.json'))")
    assert asked(page) == list(DATA)


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_kind_of_page_has_it(visit, path):
    page = visit(path)
    if "?call" not in path:  # there is no header in call mode
        expect(opener(page)).to_be_visible()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(page.locator("dialog[open]")).to_have_count(int(path not in OWN_FINDER))
    page.keyboard.type("apologise")
    expect(results(page).filter(has_text="Acknowledge and apologise").first).to_be_visible()


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_it_and_nothing_is_typed(visit, key):
    page = visit(MODULE)
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")


def test_what_is_typed_before_the_field_is_there_stands_in_it(visit):
    """The theme's keys wait, too: "n" would go to the next page."""
    page = visit(MODULE, service_workers="block")
    held: list[Route] = []
    page.route("**/search-dialog.js", lambda route: held.append(route))
    # A browser drops keys before it has drawn the page.
    page.evaluate("new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")
    with page.expect_request("**/search-dialog.js"):
        page.keyboard.press("/")
    page.keyboard.type("noboddy", delay=5)
    for _ in "dy":
        page.keyboard.press("Backspace")
    page.keyboard.type("y")
    held[0].continue_()
    expect(page.locator("dialog #finder-words")).to_have_value("nobody")
    assert page.url.endswith(MODULE)


def test_single_keys_that_are_switched_off_open_nothing(visit):
    page = visit(GUIDE)
    page.get_by_role("checkbox", name="Keys:").uncheck()
    page.goto(MODULE)
    page.keyboard.press("/")
    opener(page).click()
    expect(field(page)).to_be_focused()
    assert page.locator("dialog").count() == 1
    expect(page.get_by_role("checkbox", name="Keys:")).not_to_be_checked()


def test_by_keyboard_alone_down_to_a_result_and_back(visit):
    page = visit("hosting/")
    button = opener(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("glossary")
    expect(told(page)).to_contain_text("Enter opens: Glossary")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".finder-open").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("glossary")
    expect(told(page)).to_contain_text("Enter opens: Glossary")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("reference/glossary/$"))


def test_on_a_phone_it_opens_finds_and_closes_and_all_fits(visit):
    narrow = PHONE | {"viewport": {"width": 320, "height": 640}}
    page = visit(MODULE, **narrow)
    opener(page).tap()
    field(page).fill("apologise")
    expect(results(page).first).to_be_visible()
    wide = "document.querySelector('dialog').scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    small = """all => all.map(each => each.getBoundingClientRect())
      .filter(({ width, height }) => width && Math.min(width, height) < 24).length"""
    assert (
        page.locator("dialog :is(a, button, input[type=search], summary)").evaluate_all(small) == 0
    )
    page.get_by_role("button", name="Close").tap()
    expect(page.locator("dialog")).to_be_hidden()


def test_a_search_in_the_address_finds_at_once(visit):
    page = visit("?q=empathy")
    expect(results(page).first).to_be_visible()
    expect(field(page)).to_have_value("empathy")
    page.goto(f"{MODULE}?q=empathy")
    expect(page.locator("dialog .finder-list > li").first).to_be_visible()


def test_a_card_comes_first_and_each_says_what_it_is(visit):
    page = visit(MODULE)
    search(page, "shouting")
    expect(results(page).first).to_contain_text("Shouting")
    expect(results(page).first.locator(".finder-kind")).to_have_text("Card")
    search_again = {
        "Acknowledge and apologise": "Module",
        "four days late": "Conversation",
        "glossary": "Page",
        "de-escalation": "Term",
        "An apology that costs money": "Letter",
        "empathy is not agreement": "Section",
        "show empathy: phrases": "Phrases",
        "Yes, you can speak to my team lead": "Card",
        "session: show empathy": "Session",
    }
    for words, kind in search_again.items():
        field(page).fill(words)
        one = results(page).filter(has=page.locator(".finder-kind", has_text=kind))
        expect(one.filter(has_text=re.compile(re.escape(words), re.I)).first).to_be_visible()


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_about_danger_shows_what_the_desk_shows_and_first(visit, words):
    shown = []
    for path in (GUIDE, "hosting/"):
        page = visit(path)
        opener(page).click()
        field(page).fill(words)
        expect(told(page)).to_contain_text("Enter opens:")
        expect(results(page).first).to_have_class(re.compile("finder-risk"))
        shown.append(results(page).all_inner_texts())
    assert shown[0] == shown[1]


def test_a_line_to_avoid_stands_behind_instead_of_and_nowhere_else(visit):
    page = visit(MODULE)
    phrases = [each for table in library().phrases.values() for each in table.phrases]
    phrase = next(each for each in phrases if each.for_customers and len(each.avoid) > 30)
    search(page, phrase.avoid)
    avoid = inline(phrase.avoid).striptags()
    assert avoid not in page.locator(".finder-list").inner_text()
    field(page).fill(phrase.customer_says[0])
    for each in page.locator(".finder-why summary").all():
        each.click()
    for part in page.locator(".finder-list p").all_inner_texts():
        assert avoid not in part or part.startswith("Instead of: ")


def test_common_words_do_not_hide_what_is_meant(visit):
    page = visit(MODULE)
    search(page, "what is in the glossary")
    expect(results(page).filter(has_text="Glossary").first).to_be_visible()


def test_a_word_of_a_text_finds_its_page_and_shows_no_line_of_it(visit):
    page = visit(MODULE)
    search(page, "proxy")
    hit = page.locator(".finder-page").filter(has_text="Host it").first
    expect(hit).to_be_visible()
    assert len(hit.inner_text().splitlines()) <= 3


def test_nothing_is_looked_for_in_the_middle_of_a_word_of_an_input_method(visit):
    page = visit(MODULE)
    search(page, "glossary")
    page.wait_for_load_state("networkidle")
    expect(results(page).nth(1)).to_be_visible()  # the words of texts are there, too
    before = results(page).all_inner_texts()
    compose = """(field, [value, isComposing]) => {
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { isComposing, bubbles: true }));
    }"""
    field(page).evaluate(compose, ["empa", True])
    assert results(page).all_inner_texts() == before
    field(page).dispatch_event("compositionend")
    expect(results(page).filter(has_text="Show empathy").first).to_be_visible()
    field(page).evaluate(compose, ["listen", True])
    field(page).evaluate(compose, ["empathy", False])
    expect(results(page).filter(has_text="Show empathy").first).to_be_visible()


def test_the_results_stay_where_somebody_has_gone_on_to_one(visit):
    page = visit(MODULE)
    held = []
    page.route("**/search-words.json", lambda route: held.append(route))
    opener(page).click()
    field(page).fill("show empathy")
    expect(told(page)).to_contain_text("Enter opens:")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".finder-open").first).to_be_focused()
    with page.expect_response("**/search-words.json"):
        held[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".finder-open").first).to_be_focused()


def test_names_are_shown_before_cards_are_known_and_enter_waits_for_these(visit):
    page = visit(MODULE)
    held = []
    page.route("**/desk.json", lambda route: held.append(route))
    opener(page).click()
    field(page).fill("shouting")
    first = results(page).first
    expect(first.locator(".finder-kind")).to_have_text("Card")
    expect(told(page)).not_to_contain_text("Enter")
    field(page).fill("I will kill myself")
    expect(told(page)).to_have_text("Still looking.")
    expect(results(page)).to_have_count(0)
    page.keyboard.press("Enter")
    held[0].continue_()
    expect(page).to_have_url(re.compile("/desk/[^/]+/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Self-harm")


@pytest.mark.parametrize("missing", ["search.json", "search-words.json"])
def test_without_the_pages_the_cards_are_found_all_the_same(chromium, address, missing):
    context = chromium.new_context(base_url=address, service_workers="block")
    page = context.new_page()
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(MODULE)
    search(page, "shouting")
    expect(results(page).first).to_contain_text("Shouting")
    context.close()


def test_a_way_to_a_place_on_the_same_page_closes_it(visit):
    page = visit(MODULE)
    search(page, "venting where the guides disagree")
    page.locator(".finder-open", has_text="Venting").first.click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page).to_have_url(re.compile(f"{MODULE}#"))


def test_without_scripts_a_link_to_all_phrases_stands_there(visit):
    page = visit(MODULE, java_script_enabled=False)
    link = page.locator("header").get_by_role("link", name="All phrases")
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(re.compile("/phrases/$"))


@pytest.mark.parametrize("path", ["hosting/", HOME])
@schemes
def test_axe_finds_nothing_in_it(visit, path, scheme):
    page = in_scheme(visit(path, color_scheme=scheme), scheme)
    search(page, "apologise")
    assert violations(page) == []
    field(page).fill("I will kill myself")
    expect(results(page).first).to_have_class(re.compile("finder-risk"))
    assert violations(page) == []


@pytest.fixture(scope="module")
def bare_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a course that has no card, no letter and no phrase."""
    project = tmp_path_factory.mktemp("bare") / "course"
    done = run("unruffled", "init", "--kind", "course", str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(build(project / "site", cwd=project)) as url:
        yield url


def test_a_handbook_without_cards_has_the_same_field_for_its_pages(visit_at, bare_address):
    page = visit_at(bare_address)("lessons/use-this-handbook/")
    page.keyboard.press("/")
    asked_for = page.get_by_role("searchbox", name="What are you looking for?")
    expect(asked_for).to_be_focused()
    page.keyboard.type("answer")
    expect(results(page).filter(has_text="Where your answers are").first).to_be_visible()
    expect(told(page)).to_contain_text("Enter opens:")
    page.wait_for_load_state("networkidle")
    assert asked(page) == ["search.json", "search-words.json"]
    assert page.locator(".finder-safety").count() == 0


def test_folds_in_the_dialog_look_as_everywhere_else(visit):
    page = visit("desk/")
    page.locator("#finder-words").fill("refund")
    expect(page.locator(".finder-why summary").first).to_be_visible()
    looks = "(each) => ((s) => [s.backgroundColor, s.paddingInlineStart])(getComputedStyle(each))"
    there = page.locator(".finder-why summary").first.evaluate(looks)
    page = visit("course/")
    page.get_by_role("button", name="Search").click()
    page.locator("dialog #finder-words").fill("refund")
    here = page.locator("dialog .finder-why summary").first
    ground, room = there
    expect(here).to_have_css("background-color", ground)
    expect(here).to_have_css("padding-inline-start", room)
