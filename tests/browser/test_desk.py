"""The desk: the first screen of a card, the way to it, call mode, and the page on paper."""

from __future__ import annotations

import re

from pages import GUIDE, library, words
from playwright.sync_api import Page, expect

CARDS = library().cards
TABLES = library().phrases
SMALL = {"viewport": {"width": 360, "height": 640}}

FIRST_SCREEN = """() => {
  const boxes = [...document.querySelectorAll("h1, .card-now, .card-now *")]
    .map((each) => each.getBoundingClientRect());
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  return {
    above: Math.min(...boxes.map(({ top }) => top)) - header,
    end: Math.max(...boxes.map(({ bottom }) => bottom)),
    wide: document.documentElement.scrollWidth,
  };
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "article :is(a, button, summary, input, select)")]
  .filter((each) => each.checkVisibility() && !each.closest("td, p:not(.card-ways, .call-offer)"))
  .filter((each) => !each.matches(".headerlink, .u-hidden, [type=checkbox]"))
  .filter((each) => each.getBoundingClientRect().height < 43.5)
  .map((each) => each.outerHTML.slice(0, 90))"""


def go(page: Page, path: str) -> None:
    """Open a page and let it finish: what is given up on the way would count as a fault."""
    page.goto(path, wait_until="networkidle")


def fits(page: Page) -> bool:
    found = page.evaluate(FIRST_SCREEN)
    return found["above"] >= 0 and found["end"] <= 640 and found["wide"] <= 360


def sheets(page: Page) -> list[int]:
    """Return how many pages it is on A4 and on Letter."""
    papers = (page.pdf(format=paper) for paper in ("A4", "Letter"))
    return [len(re.findall(rb"/Type\s*/Page\b", paper)) for paper in papers]


def test_every_card_has_its_words_on_the_first_screen_and_is_one_page_on_paper(visit):
    page = visit("desk/", **SMALL)
    page.wait_for_load_state("networkidle")
    assert sheets(page) == [1, 1]
    found = {}
    for name, card in CARDS.items():
        go(page, f"desk/{name}/")
        expect(page.locator(".card-now .phrase-copy")).to_have_count(len(card.say))
        usual = fits(page)
        page.evaluate("document.documentElement.toggleAttribute('data-call', true)")
        found[name] = (usual, fits(page), sheets(page))
    assert {name: each for name, each in found.items() if each != (True, True, [1, 1])} == {}


def test_without_scripts_every_card_has_its_words_on_the_first_screen(visit):
    page = visit("desk/", **SMALL, java_script_enabled=False)
    found = {}
    for name in CARDS:
        page.goto(f"desk/{name}/")
        found[name] = fits(page)
    assert [name for name, each in found.items() if not each] == []


def test_every_phrase_table_is_one_page_on_paper(visit):
    page = visit("phrases/")
    page.wait_for_load_state("networkidle")
    for name in TABLES:
        go(page, f"phrases/{name}/")
        assert sheets(page) == [1, 1], name


def test_three_presses_from_home_copy_the_words_for_a_shouting_customer(visit):
    page = visit("", permissions=["clipboard-read", "clipboard-write"])
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="I am on a call", exact=True).click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Shouting", exact=True).click()
    page.locator(".card-now .phrase-copy").first.click()
    expect(page.locator(".card-now .phrase-copy").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == words(CARDS["shouting"].say[0])


def test_the_guide_leads_to_every_card_and_every_card_leads_back(visit):
    page = visit("desk/")
    page.wait_for_load_state("networkidle")
    shown = page.locator(".guide a").evaluate_all("all => all.map(a => a.href.split('/').at(-2))")
    assert set(CARDS) <= set(shown)
    for name in ("shouting", "danger"):
        go(page, f"desk/{name}/")
        page.get_by_role("link", name="Something else is happening").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("happening right now?")
        page.wait_for_load_state("networkidle")


def test_without_a_procedure_a_card_says_whom_to_call_right_below_the_first_words(visit):
    page = visit("desk/danger/", **SMALL)
    expect(page.locator(".card-call li")).to_have_count(len(CARDS["danger"].call.who))
    expect(page.locator(".card-general")).to_contain_text("has not filled in its own procedure")
    below = page.locator(".card-now").bounding_box()
    assert page.locator(".card-call").bounding_box()["y"] > below["y"] + below["height"]
    expect(page.locator(".card-slot--empty")).to_contain_text("ask your team lead")  # hand over


def test_call_mode_is_turned_on_kept_for_the_tab_and_left_again(visit):
    page = visit("desk/shouting/", **SMALL, color_scheme="dark")
    bar = page.get_by_role("navigation", name="Call mode")
    expect(bar).to_be_hidden()
    page.get_by_role("button", name="Call mode", exact=True).click()
    for path in ("desk/shouting/", "desk/", "phrases/"):
        go(page, path)
        expect(bar).to_be_visible()
        expect(page.locator(".md-header")).to_be_hidden()
        expect(page.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.evaluate(SMALL_TARGETS) == []
    page.get_by_role("button", name="Leave call mode").click()
    page.reload(wait_until="networkidle")
    expect(bar).to_be_hidden()
    expect(page.locator(".md-header")).to_be_visible()


def test_call_mode_opens_by_its_address_in_a_small_window_and_follows_the_system(visit):
    page = visit("desk/", color_scheme="light")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Open in a small window").click()
    small = opened.value
    small.wait_for_load_state("networkidle")
    expect(small.get_by_role("navigation", name="Call mode")).to_be_visible()
    expect(small.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    small.emulate_media(color_scheme="dark")
    expect(small.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")
    expect(page.get_by_role("navigation", name="Call mode")).to_be_hidden()


def test_call_mode_belongs_to_one_site_where_several_share_a_host(visit):
    page = visit("desk/shouting/?call", **SMALL)
    keys = page.evaluate("Object.keys(sessionStorage)")
    assert [each for each in keys if "call" in each] == ["unruffled call-mode /handbook/"]
    page.goto("desk/shouting/")
    page.evaluate("window.open = (address, name) => (window.named = name)")
    page.get_by_role("navigation", name="Call mode").get_by_role("button").click()
    page.get_by_role("button", name="Open in a small window").click()
    assert page.evaluate("named").endswith("/handbook/")


def test_the_names_of_the_call_stand_above_both_columns_and_nothing_moves_when_they_come(visit):
    page = visit(GUIDE)
    bar = page.locator(".call-names")
    expect(bar).to_be_visible()
    top, wide = bar.bounding_box()["y"], bar.bounding_box()["width"]
    parts = [page.locator(each) for each in (".guide", "unruffled-finder")]
    before = [each.bounding_box() for each in parts]
    assert all(top < each["y"] and each["width"] < wide / 2 for each in before)
    bar.evaluate("(each) => each.remove()")
    assert [each.bounding_box() for each in parts] == before


def test_where_there_is_one_column_the_field_comes_before_the_names(visit):
    page = visit(GUIDE, viewport={"width": 360, "height": 740})
    bar = page.locator(".call-names")
    expect(bar).to_be_visible()
    field = page.locator("#finder-words").bounding_box()
    assert field["y"] < bar.bounding_box()["y"] < page.locator(".guide").bounding_box()["y"]
