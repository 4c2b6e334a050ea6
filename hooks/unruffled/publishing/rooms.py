"""What each page is for: beside a call, for learning, for trainers.

It is told by the blocks that a page shows, and never by its name: every handbook has its own.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from ..blocks.base import Room
from ..blocks.registry import BLOCKS
from ..model.library import Library
from ..model.page import Page
from ..model.quiz import Mode
from ..text.urls import output_file

KEEPING = "assets/keeping.json"
"""Where a site says which of its pages browsers keep first, and which only when they are opened."""


@dataclass(frozen=True)
class Rooms:
    """Paths of pages relative to docs/, by what they are for."""

    calls: frozenset[str]
    """To have beside the call software: they have a call mode."""
    learning: frozenset[str]
    """On these, the record is read before the theme's script runs."""
    drawn: frozenset[str]
    """Of those for learning, the ones that are drawn from the record as a whole."""
    desk: frozenset[str]
    """Kept by browsers first, and where a reader asks for less data, alone."""
    training: frozenset[str]
    """For trainers: kept when somebody opens them."""

    def marks_of(self, path: str) -> dict[str, str]:
        """Return what the templates have to know of a page."""
        marks = {"call_mode": "yes"} if path in self.calls else {}
        if path in self.learning:
            marks["early_record"] = "course" if path in self.drawn else "yes"
        return marks


def rooms_of(library: Library) -> Rooms:
    """Sort the pages of a Library."""
    pages = library.pages.values()
    desk = {*_within(pages, _folders(_made(pages, Room.CALLS))), *_showing(pages, Room.CALLS)}
    calls = desk | _within(pages, _folders(_made(pages, Room.WORDS)))
    tests = (path for path, page in library.pages.items() if _has_test(page, library))
    return Rooms(
        calls=frozenset(calls),
        learning=frozenset({*_showing(pages, Room.LEARNING, Room.COURSE), *tests}),
        drawn=frozenset(_showing(pages, Room.COURSE)),
        # Without cards, the phrases are what helps beside a call.
        desk=frozenset({*(desk or calls), "index.md", *_showing(pages, Room.OFFLINE)}),
        training=frozenset(_training(library)),
    )


def keeping_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``KEEPING``: the files of pages by the group that they are kept in."""
    rooms = rooms_of(library)

    def files(paths: Iterable[str]) -> list[str]:
        return sorted(output_file(path, directories=directories) for path in paths)

    groups = {"desk": files(rooms.desk), "opened": files(rooms.training - rooms.desk)}
    return json.dumps(groups, ensure_ascii=False, separators=(",", ":"))


def _showing(pages: Iterable[Page], *rooms: Room) -> list[str]:
    """Return the pages that show a block of one of these rooms."""
    return [
        page.path for page in pages if any(BLOCKS[kind].room in rooms for kind, _ in page.shows)
    ]


def _made(pages: Iterable[Page], room: Room) -> list[str]:
    """Return the pages that are made by themselves and show a block of the room."""
    return _showing((page for page in pages if page.generated), room)


def _folders(paths: Iterable[str]) -> set[str]:
    """Return the folders of pages; never the top one, where pages of every sort lie."""
    return {folder for path in paths if (folder := posixpath.dirname(path))}


def _within(pages: Iterable[Page], folders: set[str]) -> set[str]:
    return {page.path for page in pages if posixpath.dirname(page.path) in folders}


def _has_test(page: Page, library: Library) -> bool:
    names = (name for kind, named in page.shows if kind == "quiz" for name in named)
    quizzes = (library.quizzes.get(name) for name in names)
    return any(quiz is not None and quiz.mode is Mode.TEST for quiz in quizzes)


def _training(library: Library) -> set[str]:
    """Return the pages for trainers: those with their blocks, and what lies beside them.

    A folder in which a learner has a page is not theirs; a page in it may be.
    """
    pages = library.pages.values()
    showing = set(_showing(pages, Room.TRAINING))
    others = (
        page.path for page in pages if page.path not in showing and (page.shows or page.is_module)
    )
    return showing | _within(pages, _folders(showing) - _folders(others))
