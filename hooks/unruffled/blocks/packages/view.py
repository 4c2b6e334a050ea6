"""The packages for a learning platform that a site offers."""

from __future__ import annotations

from typing import Any

from ...model.library import Library
from ...model.quiz import Quiz
from ..course.stations import need, stations
from ..showing import first_with

FOLDER = "packages"
"""Below docs/."""


def path_of(quiz: Quiz) -> str:
    """Return where the site keeps the package of a quiz."""
    return f"{FOLDER}/{quiz.id}.zip"


def packages_values(library: Library) -> dict[str, Any]:
    """Return what the block `packages` shows: each quiz of the course, in the order of the menu."""
    quizzes = [library.quizzes[each.file] for each in stations(library) if each.quiz]
    return {"packages": [(quiz, path_of(quiz), need(library, quiz)) for quiz in quizzes]}


def offers_packages(library: Library) -> bool:
    """Whether a page of the site offers packages; only then are they made."""
    return bool(first_with(library, "packages"))
