"""What a search calls each page: a card, a module, a letter; and that cards come first."""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks.made import CARD, CONVERSATION, LETTER, PATH, SESSION, TABLE
from ..model.library import Library

BOOST = 4
"""How much more a card counts than another page with the same words: somebody is waiting."""


def kinds_of(library: Library) -> dict[str, str]:
    """Return what each page is, in a word, by its path; most other pages have none."""
    return dict(_kinds(library))


def _kinds(library: Library) -> Iterator[tuple[str, str]]:
    words = library.words
    yield from ((p, words.gettext("Module")) for p, page in library.pages.items() if page.is_module)
    for name in library.phrases:
        yield library.path_of(TABLE, name), words.gettext("Phrases")
    for name in library.letters:
        yield library.path_of(LETTER, name), words.gettext("Letter")
    for name in library.scenarios:
        yield library.path_of(CONVERSATION, name), words.gettext("Conversation")
    for name in library.paths:
        yield library.path_of(PATH, name), words.gettext("Learning path")
    for name in library.sessions:
        yield library.path_of(SESSION, name), words.gettext("Session")
    for name in library.cards:
        yield library.path_of(CARD, name), words.gettext("Card")


def in_search(library: Library) -> dict[str, dict[str, object]]:
    """Return what the theme's search is told of a page in its front matter, by the page's path."""
    cards = {library.path_of(CARD, name) for name in library.cards}
    return {
        path: {"tags": [kind]} | ({"search": {"boost": BOOST}} if path in cards else {})
        for path, kind in kinds_of(library).items()
    }
