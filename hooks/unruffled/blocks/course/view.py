"""The course: what one goes through, in the order of the menu, and its data for the browser."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from ...kinds.naming import digest
from ...model.library import Library
from ...model.organisation import NOBODY
from ...model.page import Page
from ...model.quiz import Mode, Question, Quiz
from ...text.inline import inline
from ...text.urls import page_url, split
from ..quiz.view import objectives_of
from ..scenario.view import course_entries
from ..voice.view import course_entries as voice_entries

COURSE_DATA = "assets/course.json"
"""Where the site keeps what its scripts know of the course."""


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


def stations(library: Library) -> list[Station]:
    """Return modules and tests in the order of the menu; those that it does not list come last."""
    listed = [path for path, _ in library.nav]
    order = dict.fromkeys([*listed, *sorted(library.pages)])
    shown: dict[str, list[Quiz]] = {}
    for quiz, page in _homes(library):
        shown.setdefault(page.path, []).append(quiz)
    pages = (library.pages[path] for path in order if path in library.pages)
    return [each for page in pages for each in _stations(page, shown.get(page.path, []), library)]


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


def _homes(library: Library) -> list[tuple[Quiz, Page]]:
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


def course_values(library: Library) -> dict[str, Any]:
    """Return what the blocks `course` and `review` show: the parts, and where to find what."""
    everything = stations(library)
    parts = [(part, list(group)) for part, group in groupby(everything, key=lambda each: each.part)]
    blocks = {
        kind: next((path for path, page in library.pages.items() if page.fences_of(kind)), "")
        for kind in ("course", "review", "record")
    }
    return {"parts": parts, "first": next(iter(everything), None), "blocks": blocks}


def course_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``COURSE_DATA``: modules, quizzes, questions and their revisions.

    ``directories`` says how addresses end, as in ``urls.page_url``.
    """
    data = course_data(library, directories=directories)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def opens(library: Library) -> str:
    """Return the page that shows the assignment in a link, relative to docs/; none, nothing."""
    return next((path for path, page in library.pages.items() if page.fences_of("assigned")), "")


def course_data(library: Library, *, directories: bool = True) -> dict[str, Any]:
    """Return what ``course_json`` writes. Addresses are relative to the site's root."""
    address = partial(page_url, directories=directories)
    modules = [
        {
            "title": each.title,
            "url": address(each.page.path),
            "part": each.part,
            "minutes": each.reading + each.checking,
            "quiz": each.quiz.id if each.quiz else None,
        }
        for each in stations(library)
    ]
    organisation, nobody = library.organisation, library.words.said(NOBODY)
    quizzes = {quiz.id: _quiz_data(quiz, page, library, address) for quiz, page in _homes(library)}
    plays, played = course_entries(library, directories=directories)
    voices, said = voice_entries(library, directories=directories)
    return {
        "title": organisation.handbook_title,
        "organisation": "" if organisation.name == nobody else organisation.name,
        "edition": _edition(quizzes),
        "opens": address(opens(library)),
        "modules": modules + plays + voices,
        "quizzes": quizzes | played | said,
    }


def _quiz_data(
    quiz: Quiz, page: Page, library: Library, address: Callable[[str], str]
) -> dict[str, Any]:
    objectives = {}
    for name, text, target in objectives_of(library, quiz):
        path, fragment = split(target)
        objectives[name] = [inline(text).striptags(), f"{address(path)}{fragment}"]
    return {
        "title": quiz.title,
        "url": address(page.path),
        "mode": quiz.mode.value,
        "pass": quiz.pass_mark,
        "need": need(library, quiz),
        "edition": edition_of(library, quiz),
        "objectives": objectives,
        "questions": {each.id: _question_data(each) for each in quiz.questions},
    }


def edition_of(library: Library, quiz: Quiz) -> str:
    """Return a name for the state of a quiz: another one as soon as what is asked has changed."""
    asked = (f"{owner.id}/{each.id} {each.rev}" for owner, each in library.questions_of(quiz))
    return digest(sorted(asked), size=4)


def _question_data(question: Question) -> list[Any]:
    """Return revision, objective and points; no points where learners judge themselves."""
    return [question.rev, question.objective, question.points if question.counted else 0]


def _edition(quizzes: dict[str, Any]) -> str:
    """Return a name for the state of all questions: another one as soon as one has changed."""
    return digest(
        sorted(
            f"{name}/{question} {values[0]}"
            for name, quiz in quizzes.items()
            for question, values in quiz["questions"].items()
        ),
        size=4,
    )
