"""The parts of a module: steps that open on a narrow window, and a plain page everywhere else."""

from __future__ import annotations

import pytest
from axe import violations_in_light_and_dark
from pages import LAPTOP, MODULE, PHONE, PHRASES, unfolded
from playwright.sync_api import Locator, Page, expect

from real import LIBRARY

MOST = 2400
"""Pixels that a module has on a phone until a part is opened: its top, and a line for each part."""
TITLES = [
    each.text for each in LIBRARY.pages["connect/active-listening.md"].headings if each.level == 2
]
HEIGHT = "document.documentElement.scrollHeight"


def fold(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=title, exact=True)


def part(page: Page, title: str) -> Locator:
    """What stands below a heading."""
    return page.locator(f"h2:has-text('{title}') + .module-part")


def is_open(page: Page) -> list[str]:
    return [each for each in TITLES if fold(page, each).get_attribute("aria-expanded") == "true"]


def test_a_phone_shows_the_parts_as_steps_each_with_the_next_one_and_the_way_back(visit) -> None:
    page = visit(MODULE, color_scheme="light", **PHONE)
    assert page.evaluate(HEIGHT) <= MOST
    assert is_open(page) == []
    fold(page, TITLES[1]).click()
    expect(part(page, TITLES[1]).locator("p").first).to_be_visible()
    page.get_by_role("button", name=f"Next: {TITLES[2]}").click()
    expect(fold(page, TITLES[2])).to_be_focused()
    expect(page.get_by_role("heading", name=TITLES[2])).to_be_in_viewport()
    assert is_open(page) == [TITLES[2]]
    assert violations_in_light_and_dark(page) == []
    part(page, TITLES[2]).get_by_role("button", name="Back to the parts").click()
    expect(fold(page, TITLES[2])).to_be_focused()
    assert is_open(page) == []
    for title in (TITLES[1], TITLES[3]):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_in_viewport()
    assert unfolded(page).get_by_role("button", name="Next: ").count() == len(TITLES) - 1


def test_a_link_into_a_part_opens_it_and_a_search_of_the_browser_finds_it(visit) -> None:
    page = visit(MODULE, **PHONE)
    page.get_by_role("link", name="Go to the").click()
    expect(page.locator("unruffled-question").first).to_be_in_viewport()
    assert is_open(page) == ["Check yourself"]
    row = LIBRARY.phrases["active-listening"].phrases[-1]
    page.evaluate("(id) => { location.hash = id }", f"active-listening.{row.id}")
    expect(page.locator(f"[id='active-listening.{row.id}']")).to_be_in_viewport()
    found = part(page, TITLES[0])
    expect(found).to_have_attribute("hidden", "until-found")
    assert found.evaluate("(each) => getComputedStyle(each).contentVisibility") == "hidden"
    found.dispatch_event("beforematch")
    assert TITLES[0] in is_open(page)


def test_who_comes_back_finds_the_part_open_that_was_open(visit) -> None:
    page = visit(MODULE, **PHONE)
    fold(page, TITLES[3]).click()
    page.reload()
    assert is_open(page) == [TITLES[3]]
    fold(page, TITLES[3]).click()
    page.reload()
    assert is_open(page) == []


def test_all_is_open_on_a_wide_window_on_paper_and_without_scripts(visit) -> None:
    page = visit(MODULE, **LAPTOP)
    expect(page.locator(".part-fold:visible, .module-part[hidden]")).to_have_count(0)
    page.set_viewport_size({"width": 360, "height": 740})
    assert is_open(page) == []
    page.emulate_media(media="print")
    for title in TITLES:
        assert part(page, title).bounding_box()["height"] > 40, title
    plain = visit(MODULE, java_script_enabled=False, **PHONE)
    expect(plain.get_by_role("heading", name="Sources")).to_be_visible()
    for title in TITLES:
        assert part(plain, title).bounding_box()["height"] > 40, title


def test_a_part_opens_by_itself_where_its_script_does_not_come(visit) -> None:
    page = visit(MODULE, **PHONE)
    first = page.locator(".module-part").first
    first.evaluate("(each) => { each.removeAttribute('id'); each.removeAttribute('hidden'); }")
    assert first.bounding_box()["height"] == 0
    # As after the seconds that it waits.
    first.evaluate(
        "(each) => { for (const animation of each.getAnimations()) animation.finish(); }"
    )
    assert first.bounding_box()["height"] > 40


@pytest.mark.parametrize("path", [PHRASES, "contributing/pages/"])
def test_a_page_that_is_no_module_has_no_parts(visit, path) -> None:
    assert visit(path, **PHONE).locator(".module-part, .part-fold").count() == 0
