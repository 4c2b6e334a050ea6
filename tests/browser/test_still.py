"""Nothing moves under a finger: what is drawn first stands where it stays when scripts come."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}

HALF_A_LINE = 16
"""What may be off, in pixels, where the height depends on how words break."""

PLACES = """() => {
  const seen = "h1, .card-now, .card-line, .card-rest, .card-hears, .card-ways a, .gap-list";
  return [...document.querySelectorAll(seen)].map((each) => {
    const { x, y } = each.getBoundingClientRect();
    return [each.className || each.localName, Math.round(x), Math.round(y)];
  });
}"""
DRAWN = "document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => true)"


def places(page: Page) -> list[tuple[str, int, int]]:
    page.evaluate(DRAWN)
    return [tuple(each) for each in page.evaluate(PLACES)]


@pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize(
    "card",
    ["shouting", "from-the-bot", "danger"],
    ids=["gaps of a line", "gaps of the call", "danger"],
)
def test_a_card_keeps_its_places_when_its_script_comes(
    chromium: Browser, address: str, window: dict[str, Any], card: str
) -> None:
    held: list[Route] = []
    with chromium.new_context(**window, service_workers="block") as context:
        page = context.new_page()
        for script in ("desk/card.js", "voice/aloud.js"):
            page.route(f"**/{script}", lambda route: held.append(route))
        page.goto(f"{address}desk/{card}/", wait_until="commit")
        page.locator(".gap-list, .card-looked").first.wait_for(state="attached")
        page.locator("footer").first.wait_for(state="attached")
        before = places(page)
        assert page.locator(".phrase-copy").count() == 0
        for route in held:
            route.continue_()
        page.locator(".voice-offer").wait_for()
        page.locator(".phrase-copy").first.wait_for()
        after = places(page)
    moved = [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if abs(one[1] - other[1]) > 1 or abs(one[2] - other[2]) > 1
    ]
    assert len(before) > 6
    assert moved == []


@pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize(("path", "first"), [("desk/", ".guide"), ("phrases/", ".phrase-table")])
def test_what_is_below_a_finder_stays_where_it_is(
    chromium: Browser, address: str, window: dict[str, Any], path: str, first: str
) -> None:
    held: list[Route] | None = []

    def hold(route: Route) -> None:
        if held is None:
            route.continue_()
        else:
            held.append(route)

    with chromium.new_context(**window, service_workers="block") as context:
        page = context.new_page()
        for scripts in ("blocks/**/*.js", "call-mode.js"):
            page.route(f"**/{scripts}", hold)
        page.goto(f"{address}{path}", wait_until="commit")
        page.locator("footer").first.wait_for(state="attached")
        page.evaluate(DRAWN)
        top = "(first) => document.querySelector(first).getBoundingClientRect().y + scrollY"
        before = page.evaluate(top, first)
        assert page.locator("#finder-words").count() == 0
        earlier, held = held, None
        for route in earlier:
            route.continue_()
        page.locator(".call-names").wait_for()
        page.locator(".call-offer").wait_for()
        if path == "phrases/":
            page.locator(".voice-offer").wait_for()
        assert abs(page.evaluate(top, first) - before) <= HALF_A_LINE
