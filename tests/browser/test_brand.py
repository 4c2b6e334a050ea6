"""Any colour of an organisation can be read: axe finds nothing on pages in colours by chance.

The sites are built once. Their styles and drawings reach the browser as a build publishes them
for an organisation with these colours: see hooks/unruffled/branded.py.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from urllib.parse import urlsplit

import kinds
import pytest
from axe import in_scheme, schemes, violations
from pages import CARD, MODULE, PHONE, unfolded
from playwright.sync_api import Page, Route, expect

from support import BASE
from unruffled.branded import branded
from unruffled.shades import Shades

RANDOM = Random(16)
FIXED = [("#ffff00", ""), ("#ffffff", "#000000"), ("#ff0000", "#00ff00")]
"""What is hardest: the lightest colour, none at all, and two that some people cannot tell apart."""
CONTRASTS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that a colour can break."""


def by_chance() -> str:
    return f"#{RANDOM.randrange(1 << 24):06x}"


BRANDS = [*FIXED, *((by_chance(), by_chance() if each % 2 else "") for each in range(3))]


def in_colours(shades: Shades) -> Callable[[Route], None]:
    """Return what answers a request for a file of the package."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix(BASE)
        response = route.fetch()
        body = branded(path, response.text(), shades)
        assert isinstance(body, str)
        route.fulfill(response=response, body=body)

    return answer


def bar(page: Page) -> str:
    return page.locator(".md-header").evaluate("each => getComputedStyle(each).backgroundColor")


def open_in(visit: Callable[..., Page], path: str, scheme: str, shades: Shades) -> Page:
    """Open a page in these colours; its bar, which had ours, shows that they have come."""
    page = visit("404.html", color_scheme=scheme, **PHONE)
    ours = bar(page)
    page.route("**/assets/unruffled/**/*.{css,svg}", in_colours(shades))
    page.goto(path)
    assert bar(page) != ours
    return in_scheme(page, scheme)


@schemes
@pytest.mark.parametrize(("colour", "second"), BRANDS)
def test_everything_can_be_read_in_an_organisations_colours(
    visit, visit_kinds, colour, second, scheme
):
    shades = Shades(colour, second)
    page = open_in(visit, CARD, scheme, shades)
    assert violations(page, CONTRASTS) == []
    page.goto(f"{CARD}?call")
    assert violations(page, CONTRASTS) == []
    page.goto(MODULE)
    unfolded(page)
    expect(page.locator("unruffled-question .quiz-button").first).to_be_visible()
    assert violations(page, CONTRASTS) == []
    asked = open_in(visit_kinds, kinds.ALL, scheme, shades)
    assert violations(kinds.bring_about(asked, "partly right"), CONTRASTS) == []
