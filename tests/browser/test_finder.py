"""Cards and phrases found by a customer's words, and the names of the call in what is copied."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from axe import in_scheme, violations
from pages import ALL_PHRASES, GUIDE, HOME, library, words
from playwright.sync_api import Page, expect

RISK_LINE = "Stay with them. Ask where they are."
DATA: dict[str, Any] = {
    "cards": [
        {"id": "danger", "url": "desk/danger/", "say": [RISK_LINE], "hear": [], "hears": []},
        {
            "id": "shouting",
            "url": "desk/shouting/",
            "say": ["I'm listening, {agent_name} here."],
            "hear": ["Loud"],
            "hears": ["This is a disgrace"],
        },
    ],
    "phrases": [
        {
            "id": f"t/{name}",
            "url": "phrases/",
            "say": say,
            "avoid": "Calm down.",
            "why": "It helps.",
            "not_when": "Never.",
            "hears": [hears],
            "situation": [situation],
            "moment": "open",
            "channel": ["phone"],
            "tone": "plain",
        }
        for name, say, hears, situation in (
            ("loud", "Tell me the worst of it.", "You are a disgrace", "shouting"),
            ("other", "A disgrace, yes: two weeks late.", "Two weeks late", "long-wait"),
        )
    ],
    "situations": {"danger": "Speaks of danger", "shouting": "Shouting", "long-wait": "Waited"},
    "gaps": {"agent_name": {"label": "your name", "hint": "as you give it", "lasts": "call"}},
    "synonyms": [],
    "stop_words": ["a", "is", "so", "this"],
    "safety": {
        "line": "Somebody may be in danger",
        "card": "danger",
        "cards": [{"id": "danger", "wordings": ["so disgrace"], "weaker": [], "hints": []}],
        "ordinary": [],
        "classes": [],
        "spellings": {},
        "fillers": [],
        "slips": [],
        "no_slips": [],
    },
}
"""A small handbook for the finder, with one risk card, in place of this one's."""
SHOUTING = words(library().cards["shouting"].say[0])
LISTEN = """
  window.copied = [];
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async text => { window.copied.push(text) } },
  });
"""
FAULTY_STORAGE = """
  const refuse = (key) => { if (String(key).startsWith("unruffled")) throw new Error("refused") };
  for (const name of location.origin === "null" ? [] : ["localStorage", "sessionStorage"]) {
    const faulty = new Proxy(window[name], {
      get(kept, key) {
        refuse(key);
        return typeof kept[key] === "function" ? kept[key].bind(kept) : kept[key];
      },
      set(kept, key, value) { refuse(key); kept[key] = value; return true },
    });
    Object.defineProperty(window, name, { value: faulty });
  }
"""


def field(page: Page):
    return page.get_by_role("searchbox", name="Their words")


def lines(page: Page):
    return page.locator(".finder-list .say")


def copied(page: Page) -> list[str]:
    return page.evaluate("window.copied")


def visit_small(visit, path: str = HOME, setup: str = LISTEN) -> Page:
    """Open a page whose finder has `DATA` to search in."""
    page = visit(path, setup=setup)
    page.route("**/desk.json", lambda route: route.fulfill(body=json.dumps(DATA)))
    page.reload()  # it may have had the site's own data by then
    return page


def test_from_home_three_keys_and_the_word_copy_the_words_for_a_shouting_customer(visit):
    page = visit(HOME, setup=LISTEN)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("shouting")
    page.keyboard.press("Enter")  # at once: it waits for what was typed
    expect(page.locator("unruffled-finder .phrase-message")).to_have_text(f"Copied: {SHOUTING}")
    assert copied(page) == [SHOUTING]


@pytest.mark.parametrize("typed", ["sho", "shuoting", "shoutng", "SHOUTING!"])
def test_a_word_is_found_while_it_is_typed_and_with_a_slip(visit, typed):
    page = visit(HOME)
    field(page).press_sequentially(typed)
    expect(lines(page).first).to_be_visible()
    expect(page.get_by_role("link", name="Shouting", exact=True).first).to_be_visible()


def test_arrows_go_through_the_lines_enter_copies_one_and_escape_comes_back(visit):
    page = visit(HOME, setup=LISTEN)
    field(page).press_sequentially("manager")
    expect(page.locator(".finder-told")).to_have_text(re.compile(r"^\d+ found, the best first\."))
    page.locator(".finder-filed summary").first.click()
    field(page).focus()
    shown = lines(page).all_inner_texts()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    expect(page.locator(".finder-list .phrase-copy").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("unruffled-finder .phrase-message")).to_contain_text("Copied")
    assert copied(page) == [re.sub(r"\[.*?\]", "___", shown[1])]
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(lines(page)).to_have_count(0)
    field(page).fill("zzqqxxv & more")
    expect(page.locator(".finder-told")).to_contain_text("Nothing fits. Try another word.")


def test_cards_stand_first_with_their_phrases_and_what_enter_does_is_said(visit):
    page = visit_small(visit)
    field(page).fill("this is a disgrace")
    items = page.locator(".finder-list > li")
    expect(items).to_have_count(2)
    expect(items.nth(0)).to_contain_text("Card")
    expect(items.nth(0).get_by_role("link")).to_have_text("Shouting")
    expect(items.nth(0).locator("summary")).to_have_text("Phrases for it (1)")
    expect(items.nth(1)).to_have_class("finder-phrase")
    expect(page.locator(".finder-told")).to_contain_text("2 found, the best first.")
    said = "Enter copies: I'm listening, [your name] here."
    expect(field(page)).to_have_accessible_description(said)
    page.keyboard.press("Enter")
    expect(page.locator("unruffled-finder .phrase-message")).to_contain_text("Copied")
    assert copied(page) == ["I'm listening, ___ here."]


def test_a_risk_card_is_first_and_enter_opens_it_and_copies_nothing(visit):
    page = visit_small(visit)
    field(page).press_sequentially("this is so disgrace")
    first = page.locator(".finder-list > li").first
    expect(first).to_contain_text("Risk")
    expect(first.get_by_role("link")).to_have_text("Speaks of danger")
    expect(first.get_by_role("button")).to_have_count(0)
    expect(field(page)).to_have_accessible_description("Enter opens: Speaks of danger")
    assert violations(page) == []
    for keys in (["Enter"], ["ArrowDown", "Enter"], ["ArrowDown", "ArrowDown", "Enter"]):
        field(page).focus()
        with page.expect_navigation(url="**/desk/danger/", wait_until="commit"):
            for key in keys:
                page.keyboard.press(key)
        page.wait_for_load_state()
        page.go_back()
        field(page).fill("this is so disgrace")
        expect(first).to_contain_text("Risk")
        assert copied(page) == []
    # By hand it is the reader's own decision, and said.
    page.get_by_role("button", name="Copy").first.click()
    assert len(copied(page)) == 1


@pytest.mark.parametrize("asked", ["", "zzqqxxv", "this is a disgrace"])
def test_the_line_for_somebody_in_danger_stands_below_every_list(visit, asked):
    page = visit_small(visit, GUIDE)
    page.evaluate("""() => {
      const old = document.querySelector("unruffled-finder");
      const line = Object.assign(document.createElement("p"), { className: "finder-safety" });
      const link = Object.assign(document.createElement("a"), { href: "#", textContent: "Risk?" });
      line.append(link);
      const made = document.createElement("unruffled-finder");
      made.append(line);
      old.replaceWith(made);
    }""")
    field(page).fill(asked)
    if asked:
        expect(page.locator(".finder-told")).to_contain_text(re.compile("found|Nothing"))
    expect(page.get_by_role("link", name="Risk?")).to_be_visible()
    assert page.evaluate("""() => {
      const line = document.querySelector(".finder-safety");
      const list = document.querySelector(".finder-list");
      return Boolean(list.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
    }""")


@pytest.mark.parametrize("key", ["Enter", "Escape", "ArrowDown"])
@pytest.mark.parametrize("composing", [True, False])
def test_keys_of_an_input_method_do_nothing_here(visit, key, composing):
    page = visit_small(visit)
    field(page).fill("this is a disgrace")
    expect(lines(page).first).to_be_visible()
    # Safari ends a word with a key that has only the number 229.
    handled = page.evaluate(
        """([key, isComposing]) => {
          const field = document.querySelector("#finder-words");
          field.focus();
          const init = { key, keyCode: 229, isComposing, bubbles: true, cancelable: true };
          return !field.dispatchEvent(new KeyboardEvent("keydown", init));
        }""",
        [key, composing],
    )
    assert not handled
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("this is a disgrace")
    assert copied(page) == []


def test_an_input_method_of_the_browser_keeps_its_keys(visit):
    page = visit_small(visit)
    field(page).fill("this is a disgrace ")
    expect(lines(page).first).to_be_visible()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "に", "selectionStart": 1, "selectionEnd": 1})
    key = {"key": "Enter", "windowsVirtualKeyCode": 229, "code": "Enter"}
    client.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    client.send("Input.insertText", {"text": "に"})
    expect(field(page)).to_have_value("this is a disgrace に")
    expect(field(page)).to_be_focused()
    assert copied(page) == []


def test_single_keys_can_be_switched_off_and_stay_off(visit):
    page = visit(ALL_PHRASES)
    box = page.get_by_role("checkbox", name="Keys")
    box.uncheck()
    page.reload()
    expect(page.get_by_role("checkbox", name="Keys")).not_to_be_checked()
    page.locator("h1").click()
    for key in "/fs":
        page.keyboard.press(key)
    expect(page.locator("dialog")).to_have_count(0)
    expect(field(page)).not_to_be_focused()
    page.get_by_role("checkbox", name="Keys").check()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_names_of_the_call_are_put_in_cleared_by_a_key_and_gone_with_the_tab(visit):
    page = visit(ALL_PHRASES, setup=LISTEN)
    page.evaluate("""() => {
      const line = document.querySelector("tbody .say");
      line.dataset.words = line.textContent = "Yes, {customer_name}: {reference}";
    }""")
    page.locator(".phrase-fold").first.click()
    line = page.locator("tbody .say").first
    copy = page.locator("tbody .phrase-copy").first
    message = page.locator("unruffled-phrases .phrase-message")
    copy.click()
    expect(message).to_have_text(
        "Copied: Yes, ___: ___ Still to fill in: customer's name, reference."
    )
    field(page).focus()
    page.get_by_text("Names for this call").click()
    page.get_by_role("textbox", name="Customer's name").fill("Ana <b>Sy</b>")
    copy.click()
    expect(message).to_contain_text("Still to fill in: reference.")
    assert copied(page) == ["Yes, ___: ___", "Yes, Ana <b>Sy</b>: ___"]
    assert "Ana" not in page.evaluate("JSON.stringify({ ...localStorage })")
    page.reload()
    assert "Ana" in page.evaluate("JSON.stringify({ ...sessionStorage })")
    field(page).focus()
    page.get_by_text("Names for this call").wait_for()
    page.locator("h1").click()
    page.keyboard.press("x")
    assert "Ana" not in page.evaluate("JSON.stringify({ ...sessionStorage })")
    expect(line).not_to_contain_text("Ana")


def test_the_phrasebook_searches_with_its_filters(visit):
    page = visit_small(visit, f"{ALL_PHRASES}?moment=open")
    expect(page.locator("unruffled-finder .filters")).to_be_visible()
    field(page).fill("disgrace")
    expect(page.locator("unruffled-phrases")).to_be_hidden()
    # The card has no moment; its phrases stand by themselves then.
    expect(page.locator(".finder-list > .finder-phrase")).to_have_count(2)
    expect(page.locator(".finder-card")).to_have_count(0)
    page.locator(".filters [type=reset]").click()
    expect(page.locator(".finder-list > .finder-card")).to_have_count(1)
    page.locator(".filters [name=moment]").select_option("close")
    expect(page.locator(".finder-told")).to_contain_text("Nothing fits.")
    field(page).fill("")
    expect(page.locator("unruffled-phrases")).to_be_visible()


def test_the_fields_of_a_found_line_copy_that_line(visit):
    page = visit(HOME, setup=LISTEN)
    day = {"label": "day", "hint": "a sure one: Thursday", "lasts": "line"}
    lines_of = ("Two weeks late: it's there by {day}.", "Weeks late, and two of them.")
    example = "Two weeks late: it's there by Friday."
    phrases = [
        {**DATA["phrases"][1], "id": f"t/{number}", "say": say, "example": example}
        for number, say in enumerate(lines_of)
    ]
    data = {**DATA, "phrases": phrases, "gaps": {**DATA["gaps"], "day": day}}
    page.route("**/desk.json", lambda route: route.fulfill(body=json.dumps(data)))
    field(page).fill("two weeks late")
    found = page.locator("li.finder-phrase").filter(has_text="Two weeks late: ")
    found.get_by_text("Fill in: day").click()
    found.get_by_role("textbox", name="Day").fill("Monday")
    expect(found.locator(".say")).to_have_text("Two weeks late: it's there by Monday.")
    page.keyboard.press("Enter")
    expect(page.locator("unruffled-finder .phrase-message")).to_contain_text("Copied")
    assert copied(page) == ["Two weeks late: it's there by Monday."]
    found.get_by_text("Why, and when not").click()
    expect(found).to_contain_text(f"For example: {example}")


def test_a_few_are_shown_at_a_time(visit):
    page = visit(HOME)
    many = [{**DATA["phrases"][1], "id": f"t/p{number}"} for number in range(9)]
    data = json.dumps({**DATA, "phrases": many})
    page.route("**/desk.json", lambda route: route.fulfill(body=data))
    pages = json.dumps({"pages": [], "stop_words": [], "words": "", "places": ""})
    page.route(re.compile("search(-words)?.json"), lambda route: route.fulfill(body=pages))
    field(page).fill("weeks late")
    expect(lines(page)).to_have_count(8)
    page.get_by_role("button", name="Show more").click()
    expect(lines(page)).to_have_count(9)


@pytest.mark.parametrize("storage", ["sound", "faulty"])
def test_favourites_and_what_was_used_last_come_back(visit, storage):
    page = visit(ALL_PHRASES, setup=LISTEN + (FAULTY_STORAGE if storage == "faulty" else ""))
    field(page).fill("sorry")
    star = page.locator(".finder-star:visible").first
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    chosen = page.locator(".finder-phrase:visible .say").first.inner_text()
    if storage == "sound":
        page.reload()
        field(page).focus()
    else:
        field(page).fill("")
    expect(page.locator(".finder-told")).to_contain_text("Your favourites, and what you used last:")
    assert lines(page).all_inner_texts() == [chosen]


def test_without_data_the_links_stay_and_the_reader_is_told(visit):
    page = visit(HOME)
    page.route("**/desk.json", lambda route: route.fulfill(body="no data", status=200))
    field(page).fill("shouting")
    expect(page.locator(".finder-told")).to_have_text(re.compile("could not be loaded"))
    expect(page.get_by_role("link", name="All situations")).to_be_visible()


def test_without_scripts_there_are_links_and_no_dead_field(visit):
    page = visit(HOME, java_script_enabled=False)
    expect(page.locator("unruffled-finder p:not(.finder-safety, .finder-says) a")).to_have_count(3)
    safety = library().safety
    assert safety
    expect(page.get_by_role("link", name=safety.line, exact=True)).to_be_visible()
    expect(page.locator("unruffled-finder input")).to_have_count(0)


def test_markup_in_the_data_is_shown_as_text(visit):
    page = visit(HOME)
    bad = "<img src=x onerror=alert(1)> {customer_name}"

    def poison(route):
        data = json.loads(route.fetch().text())
        next(each for each in data["cards"] if each["id"] == "shouting")["say"] = [bad]
        data["situations"]["shouting"] = data["phrases"][0]["why"] = bad
        route.fulfill(body=json.dumps(data))

    page.route("**/desk.json", poison)
    field(page).fill("shouting")
    expect(lines(page).first).to_contain_text("<img")
    assert page.locator("unruffled-finder img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [HOME, ALL_PHRASES])
def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(visit, path, scheme):
    page = in_scheme(visit(path, color_scheme=scheme), scheme)
    field(page).fill("manager refund")
    expect(lines(page).first).to_be_visible()
    page.locator(".finder-why summary").first.click()
    page.get_by_text("Names for this call").click()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_a_card_copies_its_lines_and_is_noted_as_used(visit):
    page = visit("desk/shouting/", setup=LISTEN)
    page.locator(".phrase-copy").first.click()
    expect(page.locator(".phrase-message")).to_have_text(f"Copied: {SHOUTING}")
    assert copied(page) == [SHOUTING]
    page.goto(ALL_PHRASES)
    expect(page.locator(".finder-told")).to_contain_text("Your favourites, and what you used last:")
    expect(page.locator(".finder-open")).to_have_text(["Shouting"])


def test_a_refused_clipboard_selects_the_words_with_blanks(visit):
    refuse = """
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    """
    page = visit("desk/third-contact/", setup=refuse)
    with_name = "all => all.findIndex(each => each.textContent.includes('[your name]'))"
    number = page.locator(".say").evaluate_all(with_name)
    line = page.locator(".say").nth(number)
    page.locator(".phrase-copy").nth(number).click()
    expect(page.locator(".phrase-message")).to_contain_text("The words are selected")
    assert "I'm ___." in page.evaluate("getSelection().toString()")
    page.get_by_text("Names for this call").click()
    page.get_by_role("textbox", name="Your name").fill("Ana")
    expect(line).to_contain_text("Ana")


def test_a_card_has_the_switch_for_its_key_and_caps_lock_does_not_matter(visit):
    page = visit("desk/third-contact/")
    page.get_by_text("Names for this call").click()
    name = page.get_by_role("textbox", name="Your name")
    name.fill("Ana")
    switch = page.get_by_role("checkbox", name="Keys")
    switch.uncheck()
    page.keyboard.press("x")
    expect(name).to_have_value("Ana")
    switch.check()
    page.keyboard.press("Shift+X")
    expect(name).to_have_value("")
    assert violations(page) == []
