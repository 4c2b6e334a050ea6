"""A record belongs to one address: what a site says at another one, and at one that it has left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import violations
from pages import LAPTOP, PHONE
from playwright.sync_api import Browser, BrowserContext, Page, expect
from record_helpers import answer, attempt, record

import kinds_project
from kinds_project import ALL, ASSIGNED, BESIDE, RECORD, REVIEW
from shared import once
from support import build, serve

HOME = "https://example.org/handbook/"
NEW = "https://new.example.org/care/"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that has moved to `NEW`."""

    def make(folder: Path) -> None:
        kinds_project.write(folder)
        with (folder / "organisation.yml").open("a", encoding="utf-8") as file:
            file.write(f"moved_to: {NEW.rstrip('/')}\n")
        build(folder / "site", cwd=folder)

    with serve(once(tmp_path_factory, "moved-away", make) / "site") as url:
        yield url


@pytest.fixture
def opened(chromium: Browser, moved: str) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=moved)
    context.set_default_timeout(5_000)
    yield context
    context.close()


def at(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path)
    return page


def test_at_another_address_the_pages_about_the_record_say_so(visit_kinds, kinds_address):
    page = visit_kinds(RECORD)
    here = kinds_address[: kinds_address.index("/", 8)]
    expect(page.locator(".record-here")).to_have_text(f"{here}/handbook/")
    words = f"What you answered at {HOME} is not here."
    for path in (RECORD, REVIEW, ASSIGNED):
        page.goto(path)
        expect(page.locator(".elsewhere")).to_contain_text(words)
        link = page.locator(".elsewhere a")
        expect(link).to_have_attribute("href", f"{HOME}{path}")
    answer(page, attempt(quiz="some", question="stock-0", rev="?"))
    page.goto(REVIEW)
    expect(page.locator(".review-stage")).to_be_visible()
    expect(page.locator(".elsewhere")).to_have_count(0)


def test_at_its_own_address_it_says_nothing_of_another(visit_kinds):
    page = visit_kinds(RECORD)
    page.evaluate(
        """async () => {
          const own = document.querySelector("link[rel=canonical]");
          own.href = location.href + "index.html";
          const element = document.querySelector("unruffled-record");
          document.querySelector(".elsewhere").remove();
          element.parentNode.append(element);
        }"""
    )
    expect(page.locator(".elsewhere")).to_have_count(0)


def test_a_site_that_moved_leads_to_the_same_page_where_there_is_no_record(opened):
    page = at(opened, ALL)
    expect(page.get_by_text("This handbook has moved.")).to_be_visible()
    link = page.locator(".moved-go a")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", f"{NEW}{ALL}")
    expect(page.get_by_role("button", name="Save your record")).to_be_hidden()


def test_a_site_that_moved_offers_to_save_the_record_before_it_links_away(opened):
    page = at(opened, BESIDE)
    answer(page, attempt())
    page.reload()
    expect(page.get_by_role("button", name="Save your record")).to_be_visible()
    expect(page.locator(".moved-go")).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save your record").click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [each["question"] for each in saved["entries"]] == ["q1"]
    expect(page.get_by_role("status").filter(has_text="Saved as")).to_be_visible()
    expect(page.locator(".moved-go a")).to_be_focused()
    expect(page.locator(".moved-go a")).to_have_attribute("href", f"{NEW}course/record/")
    assert len(record(page)["entries"]) == 1
    page.reload()
    page.get_by_role("button", name="Go without it").click()
    expect(page.locator(".moved-go a")).to_have_attribute("href", f"{NEW}{BESIDE}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(chromium, moved, window, scheme):
    context = chromium.new_context(base_url=moved, color_scheme=scheme, **window)
    page = at(context, BESIDE)
    answer(page, attempt())
    page.reload()
    expect(page.get_by_role("button", name="Save your record")).to_be_visible()
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert violations(page) == []
    context.close()


def test_without_scripts_it_leads_to_the_new_address(chromium, moved):
    context = chromium.new_context(base_url=moved, java_script_enabled=False)
    page = at(context, "404.html")
    expect(page.locator(".moved-go a")).to_have_attribute("href", NEW)
    context.close()
