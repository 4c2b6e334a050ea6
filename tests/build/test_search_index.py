"""What the search of the built site can show: names of pages and headings, and no answer."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from real import LIBRARY
from unruffled.model.library import Library
from unruffled.text.inline import inline

LONG = 24
"""Shorter texts ("Yes", "Tell her the price") may well stand on a page by themselves."""


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def shown_names(site: Path) -> list[str]:
    """Return all that the search can show of pages: titles, summaries and headings."""
    pages = json.loads((site / "assets" / "search.json").read_text(encoding="utf-8"))["pages"]
    return [
        words(text)
        for _, title, _, _, about, _, headings in pages
        for text in (title, about, *(heading for _, heading in headings))
        if text
    ]


def words(text: str) -> str:
    """Reduce HTML to its words, so that marks and line ends do not hide what is the same."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def shown(text: str) -> str:
    return words(str(inline(text)))


def answers(library: Library) -> list[str]:
    texts = []
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            texts += [question.explanation, *(hint.text for hint in question.hints)]
            texts += [reason for _, reason in question.reasons]
            texts += [text for _, text, _ in question.judged]
            texts += [each.text for each in getattr(question, "models", ())]
    return [shown(text) for text in texts]


def test_a_search_never_shows_an_answer(library: Library, shown_names: list[str]) -> None:
    everything = "\n".join(shown_names)
    long = [text for text in answers(library) if len(text) >= LONG]
    assert len(long) > 100
    assert [text for text in long if text in everything] == []


def test_every_answer_is_on_its_page(library: Library, site: Path) -> None:
    """The search test above reads the texts in a form in which a page has them."""
    pages = "\n".join(words(file.read_text(encoding="utf-8")) for file in site.rglob("*.html"))
    assert [text for text in answers(library) if text not in pages] == []


ASIDE = (
    *("practice/sheets/", "practice/maps/"),  # they would give a conversation away …
    *("train/sheets/", "train/keys/"),  # … and these a part, or an answer
    *("train/material/", "train/follow-ups/"),
)


def test_every_page_and_heading_can_be_found(library: Library, shown_names: list[str]) -> None:
    names = set(shown_names)
    pages = [page for page in library.pages.values() if not page.path.startswith(ASIDE)]
    headings = [
        shown(heading.text)
        for page in pages
        for heading in page.headings
        if heading.level in (2, 3)
    ]
    assert len(headings) > 50
    assert [each for each in headings if each not in names] == []
    assert [page.title for page in pages if words(page.title) not in names] == []


def test_a_search_never_shows_what_is_not_to_be_said(
    library: Library, shown_names: list[str]
) -> None:
    everything = "\n".join(shown_names)
    phrases = [each for table in library.phrases.values() for each in table.phrases]
    said = [shown(each.avoid) for each in phrases if len(each.avoid) >= LONG]
    said += [shown(line) for card in library.cards.values() for line in card.never]
    assert len(said) > 100
    assert [text for text in said if len(text) >= LONG and text in everything] == []


def test_the_theme_has_no_search_of_its_own(site: Path) -> None:
    assert not (site / "search").exists()
    page = (site / "connect" / "empathy" / "index.html").read_text(encoding="utf-8")
    assert 'name="search"' not in page and "md-search" not in page
    assert page.count("search-open") >= 2 and page.count('class="search-box"') == 1
