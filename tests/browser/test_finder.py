"""Cards and phrases found by a customer's words, and the names of the call in what is copied."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from axe import in_scheme, violations
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import ALL_PHRASES, HOME, library, words
from playwright.sync_api import Page, expect

COMPLAINTS = yaml.safe_load(Path(__file__).with_name("complaints.yml").read_text(encoding="utf-8"))
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
examples = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def field(page: Page):
    return page.get_by_role("searchbox", name="Their words")


def lines(page: Page):
    return page.locator(".finder-list .say")


def copied(page: Page) -> list[str]:
    return page.evaluate("window.copied")


def load_finder(page: Page) -> None:
    """Put the finder's parts into the page as `finder`, `fill` and `data`."""
    page.evaluate("""async () => {
      const assets = document.querySelector("script[src*='assets/js/']").src.replace(/js\\/.*/, "");
      const [{ Finder }, { fill }] = await Promise.all(
        ["find", "kept"].map(name => import(`${assets}js/core/${name}.js`)));
      const data = await (await fetch(`${assets}desk.json`)).json();
      Object.assign(window, { fill, data, finder: await new Finder(data).ready() });
    }""")


def test_nine_of_ten_complaints_lead_to_what_fits(visit):
    page = visit(HOME)
    load_finder(page)
    missed = page.evaluate(
        """complaints => complaints.filter(({ says, fits }) =>
          !finder.find(says).slice(0, 3).some(({ kind, id, situation }) =>
            (kind === "card" ? [id] : situation).some(each => fits.includes(each))))""",
        COMPLAINTS,
    )
    assert len(COMPLAINTS) > 100
    assert len(missed) <= len(COMPLAINTS) // 10, missed


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
    expect(page.locator(".finder-told")).to_have_text(re.compile(r"^\d+ found, the best first\.$"))
    shown = lines(page).all_inner_texts()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    expect(page.locator(".finder-list .phrase-copy").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("unruffled-finder .phrase-message")).to_contain_text("Copied")
    assert copied(page) == [shown[1]]
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(lines(page)).to_have_count(0)
    field(page).fill("zzqqxxv")
    expect(page.locator(".finder-told")).to_have_text("Nothing fits. Try another word.")


def test_single_keys_can_be_switched_off_and_stay_off(visit):
    page = visit(ALL_PHRASES)
    box = page.get_by_role("checkbox", name="Keys")
    box.uncheck()
    page.reload()
    expect(page.get_by_role("checkbox", name="Keys")).not_to_be_checked()
    page.locator("h1").click()
    for key in "/fs":  # nor do the theme's own
        page.keyboard.press(key)
    expect(page.get_by_role("textbox", name="Search")).not_to_be_focused()
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
    line = page.locator("tbody .say").first
    copy = page.locator("tbody .phrase-copy").first
    message = page.locator("unruffled-phrases .phrase-message")
    copy.click()
    expect(message).to_have_text("Copied: Yes, …: … Fill in by hand: customer name, reference.")
    field(page).focus()
    page.get_by_text("Names for this call").click()
    page.get_by_label("Customer name").fill("Ana <b>Sy</b>")
    copy.click()
    expect(message).to_contain_text("Fill in by hand: reference.")
    assert copied(page) == ["Yes, …: …", "Yes, Ana <b>Sy</b>: …"]
    assert "Ana" not in page.evaluate("JSON.stringify({ ...localStorage })")
    page.reload()
    assert "Ana" in page.evaluate("JSON.stringify({ ...sessionStorage })")
    field(page).focus()
    page.get_by_text("Names for this call").wait_for()
    page.locator("h1").click()
    page.keyboard.press("x")
    assert "Ana" not in page.evaluate("JSON.stringify({ ...sessionStorage })")
    expect(line).not_to_contain_text("Ana")


def test_the_phrasebook_searches_with_its_filters_and_shows_a_few_at_a_time(visit):
    page = visit(f"{ALL_PHRASES}?moment=close")
    field(page).fill("i want my money back now")
    expect(page.locator("unruffled-phrases")).to_be_hidden()
    expect(lines(page).first).to_be_visible()
    found = page.locator(".finder-phrase .say").evaluate_all("all => all.map(e => e.dataset.id)")
    moments = {
        f"{table.id}/{phrase.id}": phrase.moment
        for table in library().phrases.values()
        for phrase in table.phrases
    }
    assert {moments[each].value for each in found} <= {"close"}
    page.locator(".filters [type=reset]").click()
    expect(lines(page)).to_have_count(6)
    page.get_by_role("button", name="Show more").click()
    assert lines(page).count() > 6
    field(page).fill("")
    expect(page.locator("unruffled-phrases")).to_be_visible()


@pytest.mark.parametrize("storage", ["sound", "faulty"])
def test_favourites_and_what_was_used_last_come_back(visit, storage):
    page = visit(ALL_PHRASES, setup=LISTEN + (FAULTY_STORAGE if storage == "faulty" else ""))
    field(page).fill("sorry")
    expect(page.locator(".finder-star").first).to_be_visible()
    star = page.locator(".finder-star").first
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    chosen = page.locator(".finder-phrase .say").first.inner_text()
    if storage == "sound":
        page.reload()
        field(page).focus()
    else:
        field(page).fill("")
    expect(page.locator(".finder-told")).to_have_text("Your favourites, and what you used last:")
    assert lines(page).all_inner_texts() == [chosen]


def test_without_data_the_links_stay_and_the_reader_is_told(visit):
    page = visit(HOME)
    page.route("**/desk.json", lambda route: route.fulfill(body="no data", status=200))
    field(page).fill("shouting")
    expect(page.locator(".finder-told")).to_have_text(re.compile("could not be loaded"))
    expect(page.get_by_role("link", name="All situations")).to_be_visible()


def test_without_scripts_there_are_links_and_no_dead_field(visit):
    page = visit(HOME, java_script_enabled=False)
    expect(page.locator("unruffled-finder a")).to_have_count(3)
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


@pytest.fixture(scope="module")
def parts(chromium, address):
    context = chromium.new_context(base_url=address, service_workers="block")
    page = context.new_page()
    page.goto(HOME)
    load_finder(page)
    yield page
    context.close()


@examples
@given(st.text(max_size=80), st.sampled_from(["", "refund ", "__proto__ ", "constructor ~3 "]))
def test_any_question_has_an_answer_and_each_thing_stands_in_it_once(parts, text, start):
    once = """asked => {
      const [ids, again] = [1, 2].map(() => finder.find(asked).map(({ id }) => id).join(" "));
      const each = ids.split(" ");
      return ids === again && each.length === new Set(each).size;
    }"""
    assert parts.evaluate(once, start + text) is True


@examples
@given(
    st.lists(st.sampled_from(["{a}", "{b}", "{constructor}", "{", "}", "x ", "$&"]), max_size=8),
    st.dictionaries(st.sampled_from(["a", "b"]), st.sampled_from(["", " ", "N", "{b}", "$1"])),
)
def test_no_placeholder_is_left_and_names_are_put_in_as_they_are(parts, pieces, names):
    text = "".join(pieces)
    done = parts.evaluate("([text, names]) => fill(text, names)", [text, names])
    want, missing = text, []

    def put(match):
        name = names.get(match[1], "").strip()
        if not name and match[1] not in missing:
            missing.append(match[1])
        return name or "…"

    want = re.sub(r"\{([^{}]+)\}", put, text)
    assert done == {"text": want, "missing": missing}


def test_a_card_copies_its_lines_and_is_noted_as_used(visit):
    page = visit("desk/shouting/", setup=LISTEN)
    page.locator(".phrase-copy").first.click()
    expect(page.locator(".phrase-message")).to_have_text(f"Copied: {SHOUTING}")
    assert copied(page) == [SHOUTING]
    page.goto(ALL_PHRASES)
    expect(page.locator(".finder-told")).to_have_text("Your favourites, and what you used last:")
    expect(page.locator(".finder-open")).to_have_text(["Shouting"])


def test_a_refused_clipboard_selects_the_words_without_braces(visit):
    refuse = """
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    """
    page = visit("desk/third-contact/", setup=refuse)
    with_name = "all => all.findIndex(each => each.textContent.includes('{agent_name}'))"
    number = page.locator(".say").evaluate_all(with_name)
    line = page.locator(".say").nth(number)
    page.locator(".phrase-copy").nth(number).click()
    expect(page.locator(".phrase-message")).to_contain_text("The words are selected")
    assert "I'm …." in page.evaluate("getSelection().toString()")
    page.get_by_text("Names for this call").click()
    page.get_by_label("Agent name").fill("Ana")
    expect(line).to_contain_text("Ana")


def test_a_card_has_the_switch_for_its_key_and_caps_lock_does_not_matter(visit):
    page = visit("desk/third-contact/")
    page.get_by_text("Names for this call").click()
    name = page.get_by_label("Agent name")
    name.fill("Ana")
    switch = page.get_by_role("checkbox", name="Keys")
    switch.uncheck()
    page.keyboard.press("x")
    expect(name).to_have_value("Ana")
    switch.check()
    page.keyboard.press("Shift+X")
    expect(name).to_have_value("")
    assert violations(page) == []
