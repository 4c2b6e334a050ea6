from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from real import LIBRARY
from unruffled.blocks.gaps import spoken
from unruffled.model.library import Library
from unruffled.text.inline import inline

LONG = 24
"""Shorter texts ("Yes", "Tell her the price") may well stand on a page by themselves."""


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def index(site: Path) -> list[dict[str, str]]:
    data = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    return [
        {"location": row["location"], "title": words(row["title"]), "text": words(row["text"])}
        for row in data["docs"]
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


def test_a_search_never_shows_an_answer(library: Library, index: list[dict[str, str]]) -> None:
    everything = "\n".join(f"{row['title']} {row['text']}" for row in index)
    long = [text for text in answers(library) if len(text) >= LONG]
    assert len(long) > 100
    assert [text for text in long if text in everything] == []


def test_a_customers_words_find_the_card_of_the_situation(
    library: Library, index: list[dict[str, str]]
) -> None:
    for name, card in library.cards.items():
        page = " ".join(row["text"] for row in index if row["location"].startswith(f"desk/{name}/"))
        assert [each for each in card.customer_says if words(each) not in page] == []


def test_every_answer_is_on_its_page(library: Library, site: Path) -> None:
    """The search test above reads the texts in a form in which a page has them."""
    pages = "\n".join(words(file.read_text(encoding="utf-8")) for file in site.rglob("*.html"))
    assert [text for text in answers(library) if text not in pages] == []


ASIDE = (
    *("practice/sheets/", "practice/maps/"),  # they would give a conversation away …
    *("train/sessions/", "train/sheets/", "train/keys/"),  # … and these a part, or an answer
    *("train/material/", "train/follow-ups/", "voice/for-two"),
)


def test_every_heading_can_be_found(library: Library, index: list[dict[str, str]]) -> None:
    titles = {row["title"] for row in index}
    headings = [
        shown(heading.text)
        for page in library.pages.values()
        if not page.path.startswith(ASIDE)
        for heading in page.headings
        if heading.level <= 3
    ]
    assert len(headings) > 50
    assert [heading for heading in headings if heading not in titles] == []


def test_every_phrase_can_be_found(library: Library, index: list[dict[str, str]]) -> None:
    for name, table in library.phrases.items():
        found = " ".join(
            row["text"] for row in index if row["location"].startswith(f"phrases/{name}/")
        )
        said = {
            each.id: words(str(spoken(inline(each.say), library.gaps))) for each in table.phrases
        }
        assert [name for name, text in said.items() if text not in found] == []


def test_a_search_never_shows_what_is_not_to_be_said(
    library: Library, index: list[dict[str, str]]
) -> None:
    """An excerpt has no columns: the line to avoid would stand in it as if it were advice."""
    tables = [row for row in index if row["location"].startswith("phrases/")]
    everything = "\n".join(f"{row['title']} {row['text']}" for row in tables)
    phrases = [each for table in library.phrases.values() for each in table.phrases]
    said = [shown(each.avoid) for each in phrases if len(each.avoid) >= LONG]
    assert len(said) > 100
    assert [text for text in said if text in everything] == []
    cards = "\n".join(row["text"] for row in index if row["location"].startswith("desk/"))
    nevers = [shown(line) for card in library.cards.values() for line in card.never]
    assert [text for text in nevers if len(text) >= LONG and text in cards] == []
