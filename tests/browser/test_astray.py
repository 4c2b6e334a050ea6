"""Links that a mail or chat program has changed, opened in a browser: each leads to where it was
meant to, or says what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from result_files import link_text
from watching import watch

TEXT = link_text({"title": "Calm first", "note": "Größe", "steps": [["stay-calm", "abc123"]]})
OPENED = "course/assignment/"
CHOOSE = """each => {
  each.value = "shouting";
  each.dispatchEvent(new Event("change", { bubbles: true }));
}"""


@pytest.fixture(scope="module")
def page(chromium: Any, address: str) -> Iterator[Page]:
    """One window for all: a page that is not there is no fault of these links."""
    context = chromium.new_context(base_url=address, service_workers="block")
    context.set_default_timeout(5_000)
    trouble = watch(context, address)
    yield context.new_page()
    context.close()
    assert [each for each in trouble if "404" not in each] == []


@pytest.mark.parametrize(
    "link",
    [
        f"{OPENED}%23a={TEXT}",
        f"{OPENED}%2523a%253D{TEXT}.",
        f"course/assignment%23a={TEXT}&amp;utm_source=mail",
        f"{OPENED}?a={TEXT}",
        f"{OPENED}#a%3D{TEXT}",
        f"{OPENED}#a={TEXT[:50]}%0D%0A{TEXT[50:]})",
    ],
)
def test_a_changed_link_opens_its_assignment(page: Page, address: str, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("heading", name="Calm first")).to_be_visible()
    assert page.url == f"{address}{OPENED}#a={TEXT}"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (f"{OPENED}%23a={TEXT[:40]}", "its end was lost"),
        (f"{OPENED}#a={TEXT[:-2]}", "its end was lost"),
        (f"{OPENED}%23a={TEXT.replace('1.eyJ0a', '1.eyJ0b')}", "changed signs in it"),
        (f"{OPENED}#a={TEXT.lower()}", "small letters of its capitals"),
    ],
)
def test_a_link_that_cannot_be_read_says_what_became_of_it(
    page: Page, link: str, said: str
) -> None:
    page.goto(link)
    expect(page.locator("unruffled-assigned")).to_contain_text(said)


@pytest.mark.parametrize(
    ("link", "end"),
    [
        ("phrases/empathy/%23whole-day", "phrases/empathy/#empathy.whole-day"),
        ("phrases/empathy/#empathy.whole-day.", "phrases/empathy/#empathy.whole-day"),
        ("phrases/%3Fsituation=shouting", "phrases/?situation=shouting"),
        ("desk/shouting/,", "desk/shouting/"),
        ("desk/Shouting/%23first%20", "desk/shouting/#first"),
        ("connect/empathy/%23q.empathy.which-gate)", "connect/empathy/#q.empathy.which-gate"),
    ],
)
def test_a_changed_link_to_a_place_leads_there(
    page: Page, address: str, link: str, end: str
) -> None:
    page.goto(link)
    page.wait_for_url(f"{address}{end}")
    assert page.title() != "Page not found"


def test_a_place_that_is_not_there_is_named_and_a_page_without_one_says_nothing(page: Page) -> None:
    page.goto("phrases/empathy/#no-such-line")
    expect(page.locator(".lost-place")).to_contain_text("“no-such-line”")
    page.goto("phrases/empathy/#empathy.whole-day")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".lost-place")).to_have_count(0)


def test_a_filter_that_is_none_is_named_until_another_is_chosen(page: Page) -> None:
    page.goto("phrases/?situation=shouting&amp;moment=open.")
    expect(page.locator(".phrase-count")).to_contain_text("20 of ")
    expect(page.locator(".filter-unknown")).to_have_count(0)
    assert page.url.endswith("phrases/?situation=shouting&moment=open")
    page.goto("phrases/?situation=shoutin&moment=open")
    expect(page.locator(".filter-unknown")).to_contain_text("“situation=shoutin”")
    page.locator("select[name=situation]").evaluate(CHOOSE)
    expect(page.locator(".filter-unknown")).to_have_count(0)


def test_a_plain_mistake_says_so_and_asks_the_site_for_nothing(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("desk/no-such-card/")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    expect(page.get_by_text("Did you come from a message?")).to_be_visible()
    assert [each for each in asked if each.endswith(("course.json", "/"))] == asked[:1]
