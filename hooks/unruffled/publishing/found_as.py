"""What a search calls each page: a module, a path, a conversation; and which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..blocks.made import (
    ANSWER_KEY,
    ASSIGNMENT,
    CARD,
    CONVERSATION,
    FOLLOW_UP,
    GLOSSARY,
    LETTER,
    MAP,
    MATERIAL,
    PATH,
    QUIZ_SHEET,
    ROLE_PLAY,
    SESSION,
    TABLE,
)
from ..model.library import Library
from ..model.made import MadePage
from ..model.page import Page

_BESIDE = (ROLE_PLAY, MAP, MATERIAL, FOLLOW_UP, QUIZ_SHEET, ANSWER_KEY)
"""Sheets that give a conversation, a session or an answer away: their own pages lead to them."""


def pages_to_find(library: Library) -> Iterator[tuple[Page, str]]:
    """Yield each page that a search shows, with what it is, in a word; in the menu's order."""
    aside = {path for made in _BESIDE for path in _paths(library, made)}
    kinds = dict(_kinds(library))
    other = library.words.gettext("Page")
    for path in _in_order(library):
        if path not in aside:
            page = library.pages[path]
            kind = library.words.gettext("Module") if page.is_module else kinds.get(path, other)
            yield page, kind


def _in_order(library: Library) -> list[str]:
    """Return the paths of all pages as the menu has them, others behind the nearest list."""
    place = {path: at for at, (path, _) in enumerate(library.nav)}

    def rank(path: str) -> tuple[int, str]:
        folders = [f"{each}/index.md" for each in PurePosixPath(path).parents]
        near = (place[each] for each in (path, *folders[:-1]) if each in place)
        return next(near, len(place)), path

    return sorted(library.pages, key=rank)


def part_of(library: Library, page: Page) -> str:
    """Return what a heading of a page is, in a word."""
    if page.path == library.found(GLOSSARY):
        return library.words.gettext("Term")
    return library.words.gettext("Section")


def _paths(library: Library, made: MadePage) -> Iterator[str]:
    for name in library.of(made.of) if made.of else ():
        yield library.path_of(made, name)


def _kinds(library: Library) -> Iterator[tuple[str, str]]:
    words = library.words
    called = {
        CARD: words.gettext("Card"),
        LETTER: words.gettext("Letter"),
        TABLE: words.gettext("Phrases"),
        CONVERSATION: words.gettext("Conversation"),
        PATH: words.gettext("Learning path"),
        SESSION: words.gettext("Session"),
        ASSIGNMENT: words.gettext("Assignment"),
    }
    for made, kind in called.items():
        yield from ((path, kind) for path in _paths(library, made))
