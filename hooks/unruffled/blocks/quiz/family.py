"""Quizzes: on a page, and on paper without answers or with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...assets import kind_files
from ...model.library import Library
from ...model.page import Fence, Page
from ...model.quiz import Mode, Quiz
from ..base import Block, Family, Room
from .view import paper_values, question_anchor, quiz_values

SHEETS = "browser/styles/sheets.css"


def _styles(library: Library, path: str, fence: Fence) -> Iterator[str]:
    """The styles of each kind of question in the quiz."""
    quiz = library.quizzes.get(fence.body)
    if quiz and quiz.mode is Mode.TEST:
        yield from ("test.css", "past.css")
    for kind in dict.fromkeys(each.kind for each in quiz.questions) if quiz else ():
        yield from kind_files(kind, ".css")


def _files(library: Library, path: str, fence: Fence) -> Iterator[str]:
    """Their scripts, too: a question loads its own, and to name it early saves a round trip."""
    yield from _styles(library, path, fence)
    quiz = library.quizzes.get(fence.body)
    for kind in dict.fromkeys(each.kind for each in quiz.questions) if quiz else ():
        yield from kind_files(kind, ".js")
    if library.paths and quiz and quiz.mode is Mode.PRACTICE:
        yield "after.js"


def _questions(library: Library, page: Page, fence: Fence) -> Iterator[str]:
    quizzes = (library.quizzes[name] for name in fence.names if name in library.quizzes)
    yield from (question_anchor(quiz.id, each.id) for quiz in quizzes for each in quiz.questions)


_paper = partial(
    Block,
    content=Quiz,
    most=1,
    noun="quiz",
    styles=("quiz.css", SHEETS),
    more=_styles,
    room=Room.TRAINING,
)

FAMILY = Family(
    blocks=(
        Block(
            "quiz",
            quiz_values,
            content=Quiz,
            most=1,
            styles=("quiz.css",),
            scripts=("quiz.js",),
            records=True,
            more=_files,
            anchors=_questions,
        ),
        _paper("quiz-key", partial(paper_values, key=True)),
        _paper("quiz-sheet", partial(paper_values, key=False)),
    )
)
