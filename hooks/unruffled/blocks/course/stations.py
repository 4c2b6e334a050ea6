"""The stations of the course: modules and tests in their order, with the minutes that they take."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ...keeping import fact
from ...model.library import Library
from ...model.page import Page
from ...model.quiz import Mode, Quiz


@dataclass(frozen=True)
class Station:
    """A module with its quiz, or a test: a thing to do in the course."""

    path: str
    """Its page, relative to docs/."""
    part: str
    title: str
    reading: int
    """Minutes for reading; 0 for a test."""
    checking: int
    """Minutes for the quiz; 0 without one."""
    quiz: str = ""
    """The id of its quiz; empty without one."""
    test: bool = False
    """Whether the quiz is taken as a test."""
    file: str = ""
    """The name that the Library has the quiz under."""
    summary: str = ""


def minutes(library: Library, page: Page) -> tuple[int, int]:
    """Return the minutes for reading a module and for its quizzes.

    `minutes` in the front matter is what the author says of the reading.
    """
    is_known = library.pages.get(page.path) is page
    return _minutes(library, page.path) if is_known else _of(library, page)


@fact
def _minutes(library: Library, path: str) -> tuple[int, int]:
    return _of(library, library.pages[path])


def _of(library: Library, page: Page) -> tuple[int, int]:
    reading = page.meta.minutes or max(
        1, round(page.words / library.handbook.limits.words_a_minute)
    )
    return reading, _checking(library, *library.quiz_of(page))


def _checking(library: Library, *quizzes: Quiz) -> int:
    pace = library.handbook.limits.seconds_a_question
    return math.ceil(sum(need(library, quiz) for quiz in quizzes) * pace / 60)


def need(library: Library, quiz: Quiz) -> int:
    """Return how many questions a quiz asks."""
    there = total(library, quiz)
    return min(quiz.draw or there, there)


def total(library: Library, quiz: Quiz) -> int:
    """Return how many questions a quiz can ask; as ``Library.questions_of``."""
    if not quiz.pool:
        return quiz.size
    sources = (library.quizzes[name] for name in quiz.pool if name in library.quizzes)
    return sum(each.counted for each in sources)


@fact
def stations(library: Library) -> tuple[Station, ...]:
    """Return modules and tests in the order of the menu; those that it does not list come last."""
    listed = [path for path, _ in library.nav]
    order = dict.fromkeys([*listed, *sorted(library.pages)])
    shown: dict[str, list[tuple[str, Quiz]]] = {}
    for name, path in homes(library):
        shown.setdefault(path, []).append((name, library.quizzes[name]))
    pages = (library.pages[path] for path in order if path in library.pages)
    return tuple(
        each for page in pages for each in _stations(page, shown.get(page.path, []), library)
    )


def _stations(page: Page, quizzes: list[tuple[str, Quiz]], library: Library) -> Iterator[Station]:
    """Yield the module with its first quiz to practise with, then its other quizzes.

    On any other page only tests belong to the course: a guide may show a quiz, too.
    """
    part = library.sections.get(page.path, "")
    if page.is_module:
        practice = (pair for pair in quizzes if pair[1].mode is Mode.PRACTICE)
        name, first = next(practice, ("", None))
        reading, _ = minutes(library, page)
        checking, quiz = (_checking(library, first), first.id) if first else (0, "")
        summary = page.meta.summary or ""
        yield Station(
            page.path, part, page.title, reading, checking, quiz, file=name, summary=summary
        )
        quizzes = [pair for pair in quizzes if pair[0] != name]
    else:
        quizzes = [pair for pair in quizzes if pair[1].mode is Mode.TEST]
    for name, each in quizzes:
        time = each.minutes or _checking(library, each)
        is_test = each.mode is Mode.TEST
        yield Station(page.path, part, each.title, 0, time, each.id, is_test, name)


@fact
def after(library: Library, path: str) -> tuple[str, str]:
    """Return path and title of what follows a module in the course; empty behind the last."""
    every = [(each.path, each.title) for each in stations(library)]
    paths = [each for each, _ in every]
    at = paths.index(path) if path in paths else len(paths)
    return next((each for each in every[at:] if each[0] != path), ("", ""))


@fact
def homes(library: Library) -> tuple[tuple[str, str], ...]:
    """List the quizzes of which every part could be read, by name, each with the path of its page.

    That is its module; for a quiz without one, the first page that shows it.
    """
    shown = {
        name: path
        for path, page in reversed(list(library.pages.items()))
        for fence in page.fences_of("quiz")
        for name in fence.names
    }
    sound = [pair for pair in library.quizzes.items() if not library.is_partial(pair[1])]
    found = [(name, _home(library, quiz, shown)) for name, quiz in sound]
    return tuple((name, path) for name, path in found if path)


def _home(library: Library, quiz: Quiz, shown: dict[str, str]) -> str:
    module = quiz.module or ""
    return module if module in library.pages else shown.get(quiz.id, "")
