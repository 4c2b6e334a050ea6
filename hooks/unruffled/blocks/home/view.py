"""What a front page shows of the content: the ways in, the parts of the course, one question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ...model.library import Library
from ...model.made import MadePage
from ...model.page import Page
from ...model.quiz import Question, Quiz
from ...model.roots import MenuEntry
from ..base import Room
from ..context import PageContext
from ..course.stations import Station, need, stations
from ..letters.view import sound as letters
from ..made import (
    ASSIGNMENTS,
    GUIDE,
    LETTERS,
    PATHS,
    PHRASEBOOK,
    PRACTICE,
    SESSIONS,
)
from ..quiz.view import quiz_values
from ..scenario.view import sound
from ..showing import first_with

MOST = 6
"""The most pages that a section of the menu shows; its first page leads to the others."""

COUNTED: Mapping[MadePage, Callable[[Library], int]] = {
    GUIDE: lambda library: len(library.cards),
    PHRASEBOOK: lambda library: sum(len(each.phrases) for each in library.phrases.values()),
    LETTERS: lambda library: len(letters(library)),
    PRACTICE: lambda library: len(sound(library)),
    PATHS: lambda library: len(library.paths),
    SESSIONS: lambda library: len(library.sessions),
    ASSIGNMENTS: lambda library: len(library.assignments),
}
"""How many things a page lists, for pages that are made of them."""


@dataclass(frozen=True)
class Way:
    """A page that the front page leads to, and how many things are there; 0 where nobody counts."""

    path: str
    title: str
    count: int = 0


@dataclass(frozen=True)
class Section:
    """A section of the menu: its pages, and the sections in it, each with its own."""

    title: str
    about: str
    first: Way
    """Where its title leads."""
    ways: tuple[Way, ...]
    below: tuple[tuple[str, tuple[Way, ...]], ...]
    now: bool
    """Whether it is for somebody who is with a customer."""


def ways_values(library: Library) -> dict[str, Any]:
    """Return what the block `ways` shows: the sections of the menu, without the modules."""
    sections = (each for each in library.entries if not each.target)
    return {"sections": [made for each in sections if (made := _section(library, each))]}


def _section(library: Library, entry: MenuEntry) -> Section | None:
    ways = tuple(_ways(library, entry.below))
    if not ways:
        return None
    below = [_inner(library, each) for each in entry.below if not each.target]
    first = library.pages[ways[0].path]
    shown = tuple((title, inner) for title, inner in below if inner)
    about, now = _about(first), _is_for_calls(first)
    return Section(entry.title, about, ways[0], ways[1 : MOST + 1], shown, now)


def _inner(library: Library, entry: MenuEntry) -> tuple[str, tuple[Way, ...]]:
    """Return a section in a section: its page of contents, or all its pages; none of modules."""
    ways = tuple(_ways(library, entry.below))
    if ways and ways[0].path.endswith("index.md"):
        return "", (Way(ways[0].path, entry.title),)
    return entry.title, ways


def _ways(library: Library, entries: tuple[MenuEntry, ...]) -> Iterator[Way]:
    counted = {library.path_of(page): count for page, count in COUNTED.items()}
    for entry in entries:
        page = library.pages.get(entry.target)
        if page and not page.is_module:
            count = counted[page.path](library) if page.path in counted else 0
            yield Way(page.path, entry.title or page.title, count)


def _about(page: Page) -> str:
    return page.meta.summary or page.meta.description or ""


def _is_for_calls(page: Page) -> bool:
    # Here and not above: the registry imports the families, and so this file.
    from ..registry import BLOCKS

    return any(BLOCKS[kind].room is Room.CALLS for kind, _ in page.shows)


def parts_values(library: Library) -> dict[str, Any]:
    """Return what the block `parts` shows: each part of the course with its modules and minutes."""
    modules = [each for each in stations(library) if not each.test]
    parts = [(part, list(group)) for part, group in groupby(modules, key=lambda each: each.part)]
    asked = sum(need(library, library.quizzes[each.file]) for each in modules if each.quiz)
    return {
        "parts": [(part, group, _minutes(group)) for part, group in parts],
        "modules": len(modules),
        "asked": asked,
        "course": first_with(library, "course"),
    }


def _minutes(modules: list[Station]) -> int:
    return sum(each.reading + each.checking for each in modules)


def question_values(context: PageContext, quiz: Quiz) -> dict[str, Any] | None:
    """Return what the block `question` shows: one question of a quiz, and where the others are."""
    asked = question_of(quiz)
    if asked is None:
        return None
    one = quiz.model_copy(update={"questions": (asked,)})
    page = context.library.pages.get(quiz.module or "")
    values = quiz_values(context, one)
    return {
        "question": values["questions"][0],
        "page": page,
        "total": len(quiz.questions),
    }


def question_of(quiz: Quiz) -> Question | None:
    """Return the question of a quiz that stands alone best: the first with one right choice."""
    single = (each for each in quiz.questions if each.kind == "single")
    return next(single, next(iter(quiz.questions), None))
