"""The course: what one goes through, in the order of the menu, and its data for the browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Any

from ...kinds.naming import digest
from ...model.library import Library
from ...model.organisation import NOBODY
from ...model.page import Page
from ...model.quiz import Question, Quiz
from ...text.inline import inline
from ...text.urls import page_url, split
from ..made import PATH
from ..paths.stops import Stop, stops_of
from ..quiz.view import objectives_of
from ..scenario.view import course_entries
from ..showing import first_with
from ..voice.view import course_entries as voice_entries
from .stations import homes, need, stations

COURSE_DATA = "assets/course.json"
"""Where the site keeps what its scripts know of the course."""


def course_values(library: Library) -> dict[str, Any]:
    """Return what the blocks `course` and `review` show: the parts, and where to find what."""
    everything = stations(library)
    parts = [(part, list(group)) for part, group in groupby(everything, key=lambda each: each.part)]
    blocks = {kind: first_with(library, kind) for kind in ("course", "review", "record")}
    return {"parts": parts, "first": next(iter(everything), None), "blocks": blocks}


def course_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``COURSE_DATA``: modules, quizzes, questions and their revisions.

    ``directories`` says how addresses end, as in ``urls.page_url``.
    """
    data = course_data(library, directories=directories)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def opens(library: Library) -> str:
    """Return the page that shows the assignment in a link, relative to docs/; none, nothing."""
    return first_with(library, "assigned")


def course_data(library: Library, *, directories: bool = True) -> dict[str, Any]:
    """Return what ``course_json`` writes. Addresses are relative to the site's root."""
    address = partial(page_url, directories=directories)
    modules = [
        {
            "title": each.title,
            "url": address(each.path),
            "part": each.part,
            "minutes": each.reading + each.checking,
            "quiz": each.quiz or None,
        }
        for each in stations(library)
    ]
    organisation, nobody = library.organisation, library.words.said(NOBODY)
    found = [(library.quizzes[name], path) for name, path in homes(library)]
    quizzes = {quiz.id: _quiz_data(quiz, path, library, address) for quiz, path in found}
    plays, played = course_entries(library, directories=directories)
    voices, said = voice_entries(library, directories=directories)
    return {
        "title": organisation.handbook_title,
        "organisation": "" if organisation.name == nobody else organisation.name,
        "edition": _edition(quizzes),
        "opens": address(opens(library)),
        "modules": modules + plays + voices,
        "paths": _paths(library, address),
        "quizzes": quizzes | played | said,
    }


def _paths(library: Library, address: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return the paths, each with the steps that the record can tell of."""
    return [
        {
            "id": path.id,
            "title": path.title,
            "url": address(library.path_of(PATH, path.id)),
            "steps": [
                _step(stop, stop.page, address)
                for stop in stops_of(library, path)
                if stop.quiz and stop.page
            ],
        }
        for name, path in sorted(library.paths.items())
        if path.id == name
    ]


def _step(stop: Stop, page: Page, address: Callable[[str], str]) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": address(page.path),
        "minutes": stop.minutes,
        "quiz": stop.quiz,
    }


def _quiz_data(
    quiz: Quiz, home: str, library: Library, address: Callable[[str], str]
) -> dict[str, Any]:
    objectives = {}
    for name, text, target in objectives_of(library, quiz):
        path, fragment = split(target)
        objectives[name] = [inline(text).striptags(), f"{address(path)}{fragment}"]
    return {
        "title": quiz.title,
        "url": address(home),
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
