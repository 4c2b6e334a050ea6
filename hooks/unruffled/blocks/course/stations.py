"""The stations of the course: modules and tests in their order, with the minutes that they take."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model.library import Library
from ...model.page import Page
from ...model.quiz import Mode, Quiz


@dataclass(frozen=True)
class Station:
    """A module with its quiz, or a test: a thing to do in the course."""

    page: Page
    part: str
    title: str
    reading: int
    """Minutes for reading; 0 for a test."""
    checking: int
    """Minutes for the quiz; 0 without one."""
    quiz: Quiz | None = None

    @property
    def test(self) -> bool:
        """Whether the quiz is taken as a test."""
        return self.quiz is not None and self.quiz.mode is Mode.TEST


def minutes(library: Library, page: Page) -> tuple[int, int]:
    """Return the minutes for reading a module and for its quizzes.

    `minutes` in the front matter is what the author says of the reading.
    """
    reading = page.meta.minutes or max(
        1, round(page.words / library.handbook.limits.words_a_minute)
    )
    return reading, _checking(library, *library.quiz_of(page))


def _checking(library: Library, *quizzes: Quiz) -> int:
    pace = library.handbook.limits.seconds_a_question
    return math.ceil(sum(need(library, quiz) for quiz in quizzes) * pace / 60)


def need(library: Library, quiz: Quiz) -> int:
    """Return how many questions a quiz asks."""
    total = len(library.questions_of(quiz))
    return min(quiz.draw or total, total)


@lru_cache(maxsize=2)
def stations(library: Library) -> tuple[Station, ...]:
    """Return modules and tests in the order of the menu; those that it does not list come last."""
    listed = [path for path, _ in library.nav]
    order = dict.fromkeys([*listed, *sorted(library.pages)])
    shown: dict[str, list[Quiz]] = {}
    for quiz, page in homes(library):
        shown.setdefault(page.path, []).append(quiz)
    pages = (library.pages[path] for path in order if path in library.pages)
    return tuple(
        each for page in pages for each in _stations(page, shown.get(page.path, []), library)
    )


def _stations(page: Page, quizzes: list[Quiz], library: Library) -> Iterator[Station]:
    """Yield the module with its first quiz to practise with, then its other quizzes.

    On any other page only tests belong to the course: a guide may show a quiz, too.
    """
    part = library.sections.get(page.path, "")
    if page.is_module:
        first = next((quiz for quiz in quizzes if quiz.mode is Mode.PRACTICE), None)
        reading, _ = minutes(library, page)
        checking = _checking(library, first) if first else 0
        yield Station(page, part, page.title, reading, checking, first)
        quizzes = [quiz for quiz in quizzes if quiz is not first]
    else:
        quizzes = [quiz for quiz in quizzes if quiz.mode is Mode.TEST]
    for quiz in quizzes:
        time = quiz.minutes or _checking(library, quiz)
        yield Station(page, part, quiz.title, 0, time, quiz)


def homes(library: Library) -> list[tuple[Quiz, Page]]:
    """List the quizzes of which every part could be read, each with its page.

    That is its module; for a quiz without one, the first page that shows it.
    """
    shown = {
        name: page
        for page in reversed(list(library.pages.values()))
        for fence in page.fences_of("quiz")
        for name in fence.names
    }
    sound = [each for each in library.quizzes.values() if not library.is_partial(each)]
    found = ((quiz, library.pages.get(quiz.module or "", shown.get(quiz.id))) for quiz in sound)
    return [(quiz, page) for quiz, page in found if page]
