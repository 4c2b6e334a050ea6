"""Pages that lead to others say nothing by hand that the content knows: it would not stay true."""

from __future__ import annotations

import re

import pytest

from real import LIBRARY
from support import ROOT
from unruffled.blocks.made import CARD, CONVERSATION, LETTER, SESSION
from unruffled.model.page import Page
from unruffled.publishing.theme_words import theme_words
from unruffled.text.urls import resolve, split
from unruffled.words import Words

LEADING = {
    path: page
    for path, page in LIBRARY.pages.items()
    if path.rpartition("/")[2] == "index.md" and not page.generated
}
"""The front page, and the first pages of folders."""

THINGS = "modules|cards|phrases|questions|letters|conversations|sessions|paths|assignments|sources"
NUMBERS = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:-[a-z]+)?|[3-9]|[0-9]{2,}"
)
COUNTED = re.compile(rf"\b(?:{NUMBERS})(?: [a-z-]+)? (?:{THINGS})\b", re.IGNORECASE)
FEW = 2
"""How many things of a kind a text may name without being a list of them."""


def text_of(path: str) -> str:
    return (ROOT / "docs" / path).read_text(encoding="utf-8")


def things() -> set[str]:
    """Return the pages of single things, of which the content has lists."""
    made = {CARD: LIBRARY.cards, CONVERSATION: LIBRARY.scenarios}
    more = {LETTER: LIBRARY.letters, SESSION: LIBRARY.sessions}
    found = [*made.items(), *more.items()]
    pages = {LIBRARY.path_of(page, name) for page, names in found for name in names}
    return pages | {path for path, page in LIBRARY.pages.items() if page.is_module}


def named_by_hand(page: Page) -> list[str]:
    linked = {resolve(split(link.target)[0], page.path) for link in page.links}
    return sorted(linked & things())


def test_there_are_such_pages() -> None:
    assert {"index.md", "course/index.md", "train/index.md", "authors/index.md"} <= LEADING.keys()
    assert COUNTED.search("Twenty-nine cards for what is happening")
    assert COUNTED.search("It has 23 modules") and COUNTED.search("eight whole letters")


@pytest.mark.parametrize("path", sorted(LEADING))
def test_a_page_that_leads_to_others_counts_nothing_by_hand(path: str) -> None:
    assert COUNTED.findall(text_of(path)) == []


def test_the_page_for_a_wrong_address_counts_nothing_by_hand() -> None:
    assert COUNTED.findall(" ".join(theme_words(Words()).values())) == []


@pytest.mark.parametrize("path", sorted(LEADING))
def test_a_page_that_leads_to_others_lists_no_things_by_hand(path: str) -> None:
    found = named_by_hand(LEADING[path])
    assert len(found) <= FEW, found
