"""What the search finds besides cards, letters and phrases: pages, their headings, their words.

A result shows what its author called it, and no words around a match: torn out of a page, a line
not to be said looks like advice. So the words are there for finding, and are shown nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..blocks.registry import BLOCKS
from ..model.library import Library
from ..model.page import Heading, Page
from ..text.compared import compared
from ..text.inline import as_read
from ..text.packed import distances
from ..text.urls import page_url
from .found_as import pages_to_find, part_of

PAGES_DATA = "assets/search.json"
"""What can be found, by name."""

WORDS_DATA = "assets/search-words.json"
"""Where each word stands: it comes behind the names, so that those are found at once."""

_LEVELS = (2, 3)
"""Headings of other levels are the page's own name, or no places that somebody looks for: their
words are those of the heading above."""


def search_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``PAGES_DATA``; ``directories`` as in ``urls.page_url``."""
    pages = [
        _page(library, page, kind, page_url(page.path, directories=directories))
        for page, kind in pages_to_find(library)
    ]
    return _json({"pages": pages, "stop_words": library.vocabulary.stop_words})


def words_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``WORDS_DATA``: words in their order, each with the numbers of its parts.

    A page is a part, and each of its headings; they are counted as they stand in ``PAGES_DATA``.
    """
    places: dict[str, list[int]] = {}
    parts = (words for page, _ in pages_to_find(library) for words in _parts(library, page))
    for number, words in enumerate(parts):
        for word in words:
            places.setdefault(word, []).append(number)
    known = sorted(places)
    packed = " ".join("".join(distances(places[word])) for word in known)
    return _json({"words": " ".join(known), "places": packed})


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _page(library: Library, page: Page, kind: str, url: str) -> list[Any]:
    section = library.sections.get(page.path, "")
    return [
        url,
        page.title,
        kind,
        section if section != page.title else "",
        as_read(page.meta.summary or ""),
        part_of(library, page),
        [[heading.slug, heading.text] for _, heading in _places(page)],
    ]


def _places(page: Page) -> Iterator[tuple[int, Heading]]:
    """Yield each heading that can be found, with its number on the page."""
    for number, heading in enumerate(page.headings, 1):
        if heading.text and heading.level in _LEVELS:
            yield number, heading


def _parts(library: Library, page: Page) -> Iterator[frozenset[str]]:
    """Yield the words of a page above its first place, then those of each place."""
    said = [[text] for text in library.said_on(page)]
    said[0] += [each.text for each in page.meta.objectives]
    for fence, place in page.fences:
        above = sum(heading.place.line < place.line for heading in page.headings)
        said[above] += BLOCKS[fence.kind].said(library, page, fence)
    starts = [0, *(number for number, _ in _places(page)), len(said)]
    for start, end in pairwise(starts):
        yield _words(" ".join(text for texts in said[start:end] for text in texts))


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    """Return the words of a part; a live preview asks for the same ones at each save."""
    return frozenset(compared(text))
