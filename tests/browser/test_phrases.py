from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from axe import looks, violations
from pages import ALL_PHRASES, MODULE, PHONE, PHRASES, library, words
from playwright.sync_api import Page, expect

from unruffled.blocks.phrases.view import FIRST
from unruffled.model.phrases import Phrase

TABLE = library().phrases["active-listening"]
CLOSED, LINE = 6000, 60
"""How high the page of all phrases is at most while its tables are closed, and one phrase in the
list of an open table, in pixels, on a phone."""
VALUES: dict[str, Callable[[Phrase], tuple[str, ...]]] = {
    "situation": lambda phrase: phrase.situations,
    "moment": lambda phrase: (phrase.moment,),
    "channel": lambda phrase: phrase.channels,
    "tone": lambda phrase: (phrase.tone,),
}
LABELS = {
    "situation": "What is happening",
    "moment": "Moment",
    "channel": "Channel",
    "tone": "Tone",
}
REFUSING = """
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: () => Promise.reject(new Error("refused")) },
  });
  document.execCommand = () => false;
"""


def fitting(**wanted: str) -> list[str]:
    """Return the ids of the phrases that fit all filters, as they stand in the YAML file."""
    return [
        f"{TABLE.id}.{phrase.id}"
        for phrase in TABLE.phrases
        if all(value in VALUES[name](phrase) for name, value in wanted.items())
    ]


def with_blanks(phrase: Phrase) -> str:
    """Return a phrase as it is copied while nothing is filled in."""
    return re.sub(r"\{.*?\}", "___", words(phrase.say))


def shown(page: Page) -> list[str]:
    return page.locator("tbody tr:visible").evaluate_all("rows => rows.map(row => row.id)")


def choose(page: Page, **wanted: str) -> None:
    for name, value in wanted.items():
        page.get_by_role("combobox", name=LABELS[name], exact=True).select_option(value)


def in_address(page: Page) -> dict[str, str]:
    return {name: value[0] for name, value in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("name", VALUES)
def test_each_value_of_a_filter_leaves_the_phrases_that_have_it(visit, name):
    page = visit(PHRASES)
    used = sorted({str(value) for phrase in TABLE.phrases for value in VALUES[name](phrase)})
    offered = (
        page.get_by_role("combobox", name=LABELS[name], exact=True)
        .locator("option")
        .evaluate_all("o => o.map(e => e.value)")
    )
    assert sorted(offered) == ["", *used]
    for value in used:
        choose(page, **{name: value})
        assert shown(page) == fitting(**{name: value})
        assert in_address(page) == {name: value}
        expect(page.locator(".phrase-count")).to_have_text(
            f"{len(fitting(**{name: value}))} of {len(TABLE.phrases)} phrases"
        )


def test_filters_work_together_and_clear_shows_all_again(visit):
    wanted = {"moment": "open", "tone": "warm", "channel": "phone"}
    page = visit(PHRASES)
    choose(page, **wanted)
    assert 0 < len(fitting(**wanted)) < len(fitting(moment="open"))
    assert shown(page) == fitting(**wanted)
    assert in_address(page) == wanted
    page.get_by_role("main").get_by_role("button", name="Clear").click()
    expect(page.locator("tbody tr:visible")).to_have_count(len(TABLE.phrases))
    assert in_address(page) == {}


def test_filters_that_nothing_fits_say_so(visit):
    none = next(
        {"situation": situation, "tone": tone, "moment": moment}
        for situation in sorted({each for phrase in TABLE.phrases for each in phrase.situations})
        for tone in ("warm", "plain", "firm")
        for moment in ("open", "middle", "close")
        if not fitting(situation=situation, tone=tone, moment=moment)
        and fitting(tone=tone)
        and fitting(moment=moment)
    )
    page = visit(PHRASES)
    choose(page, **none)
    assert shown(page) == []
    expect(page.locator(".phrase-count")).to_contain_text("No phrase fits")


def test_the_address_brings_the_filter_back_and_keeps_what_else_it_carries(visit):
    page = visit(f"{PHRASES}?from=mail&moment=close&tone=warm#top")
    expect(page.get_by_role("combobox", name="Moment", exact=True)).to_have_value("close")
    assert shown(page) == fitting(moment="close", tone="warm")
    choose(page, moment="")
    assert in_address(page) == {"from": "mail", "tone": "warm"}
    assert page.url.endswith("#top")


def test_values_in_the_address_that_are_not_known_are_ignored(visit):
    page = visit(f"{PHRASES}?moment=never&tone=%22%5D&channel=__proto__&situation=&moment=open")
    assert len(shown(page)) == len(TABLE.phrases)
    expect(page.get_by_role("combobox", name="Moment", exact=True)).to_have_value("")
    expect(page.locator(".filter-unknown")).to_contain_text("“moment=never”, “channel=__proto__”")


def test_copy_puts_exactly_the_phrase_on_the_clipboard_and_tells(visit):
    page = visit(PHRASES, permissions=["clipboard-read", "clipboard-write"])
    for index, phrase in enumerate(TABLE.phrases[:3]):
        page.locator(".phrase-copy").nth(index).click()
        said = with_blanks(phrase)
        expect(page.locator(".phrase-message")).to_contain_text(f"Copied: {said}")
        assert page.evaluate("navigator.clipboard.readText()") == said
        expect(page.get_by_text("Copied", exact=True)).to_have_count(1)


def test_a_copy_button_is_named_after_its_phrase(visit):
    page = visit(PHRASES)
    number = next(index for index, each in enumerate(TABLE.phrases) if "{" not in each.say)
    say = words(TABLE.phrases[number].say)
    expect(page.locator(".phrase-copy").nth(number)).to_have_accessible_name(f"Copy {say}")


def test_where_copying_is_refused_the_phrase_is_selected_and_the_reader_told(visit):
    page = visit(PHRASES, setup=REFUSING)
    page.locator(".phrase-copy").nth(1).click()
    expect(page.locator(".phrase-message")).to_have_text(re.compile("not allowed.*Ctrl.C"))
    assert page.evaluate("getSelection().toString()").strip() == with_blanks(TABLE.phrases[1])
    expect(page.get_by_text("Copied", exact=True)).to_have_count(0)


def test_the_message_is_in_sight_wherever_the_phrase_stands(visit):
    page = visit(PHRASES, setup=REFUSING)
    page.locator(".phrase-copy").first.click()
    expect(page.locator(".phrase-message")).to_be_in_viewport(ratio=1)


def test_on_plain_http_copying_falls_back_to_the_old_way(visit):
    without = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
    page = visit(PHRASES, setup=f"{without} document.execCommand = () => (window.asked = true);")
    page.locator(".phrase-copy").first.click()
    expect(page.locator(".phrase-message")).to_contain_text("Copied")
    assert page.evaluate("window.asked") is True


# --- Long tables


def heights(page: Page) -> list[float]:
    boxes = "rows => rows.map(row => row.getBoundingClientRect().height)"
    return page.locator("tr[id]:visible").evaluate_all(boxes)


@looks
def test_all_phrases_are_a_list_of_tables_that_open(visit, window, scheme):
    page = visit(ALL_PHRASES, color_scheme=scheme, **window)
    folds = page.locator(".phrase-fold")
    expect(folds).to_have_count(len(library().phrases))
    expect(page.locator("tr[id]:visible")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollHeight") <= CLOSED
    fold = page.get_by_role("button", name=re.compile(f"^{TABLE.title} "))
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(page.locator("tr[id]:visible")).to_have_count(len(TABLE.phrases))
    assert violations(page) == []
    fold.click()
    expect(page.locator("tr[id]:visible")).to_have_count(0)


def test_on_a_phone_a_phrase_is_a_line_that_opens_and_can_be_copied_at_once(visit):
    page = visit(ALL_PHRASES, **PHONE)
    page.get_by_role("button", name=re.compile(f"^{TABLE.title} ")).click()
    assert max(heights(page)) <= LINE
    row = page.locator("tr[id]:visible").first
    expect(row.get_by_role("button", name=re.compile("^Copy"))).to_be_visible()
    expect(row.get_by_text("Not when")).to_have_count(0)
    more = row.get_by_role("button", name=re.compile("^More"))
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(row.locator("td").nth(2)).to_contain_text(words(TABLE.phrases[0].not_when))
    more.click()
    assert max(heights(page)) <= LINE


def test_a_filter_opens_what_fits_and_hides_tables_of_which_nothing_does(visit):
    page = visit(f"{ALL_PHRASES}?situation=shouting")
    fitting = [
        f"{table.id}.{phrase.id}"
        for table in library().phrases.values()
        for phrase in table.phrases
        if "shouting" in phrase.situations
    ]
    expect(page.locator("tr[id]:visible")).to_have_count(len(fitting))
    assert page.locator(".phrase-fold:visible").count() < len(library().phrases)


def test_an_address_that_names_a_phrase_opens_it(visit):
    phrase = TABLE.phrases[-1]
    page = visit(f"{ALL_PHRASES}#{TABLE.id}.{phrase.id}")
    expect(page.locator(f'[id="{TABLE.id}.{phrase.id}"]')).to_be_in_viewport()


def test_a_module_shows_the_first_phrases_until_all_are_asked_for(visit):
    page = visit(MODULE)
    expect(page.locator("tr[id]:visible")).to_have_count(FIRST)
    button = page.get_by_role("button", name=f"Show all {len(TABLE.phrases)} phrases")
    button.click()
    expect(page.locator("tr[id]:visible")).to_have_count(len(TABLE.phrases))
    expect(page.locator("tr[id] .phrase-copy").nth(FIRST)).to_be_focused()
    expect(button).to_have_count(0)


@pytest.mark.parametrize("path", [ALL_PHRASES, MODULE])
def test_on_paper_and_without_scripts_every_phrase_is_open(visit, path):
    tables = library().phrases.values() if path == ALL_PHRASES else [TABLE]
    number = sum(len(table.phrases) for table in tables)
    bare = visit(path, java_script_enabled=False)
    expect(bare.locator("tr[id]:visible")).to_have_count(number)
    page = visit(path)
    expect(page.locator(".phrase-count")).to_contain_text("phrases")
    page.emulate_media(media="print")
    expect(page.locator("tr[id]:visible")).to_have_count(number)
