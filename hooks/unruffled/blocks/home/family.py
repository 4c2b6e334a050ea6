"""A front page that is made of the content, so that it stays true."""

from __future__ import annotations

from collections.abc import Iterator

from ...assets import kind_files
from ...model.library import Library
from ...model.page import Fence, Page
from ...model.quiz import Quiz
from ..base import Block, Family, of_library
from ..quiz.view import question_anchor
from .view import parts_values, question_of, question_values, ways_values

STYLE = "front.css"


def _styles(library: Library, path: str, fence: Fence) -> Iterator[str]:
    """The style of the question's kind; its script comes when somebody looks at it."""
    quiz = library.quizzes.get(fence.body)
    asked = question_of(quiz) if quiz else None
    if asked:
        yield from kind_files(asked.kind, ".css")


def _anchor(library: Library, page: Page, fence: Fence) -> Iterator[str]:
    quiz = library.quizzes.get(fence.body)
    asked = question_of(quiz) if quiz else None
    if quiz and asked:
        yield question_anchor(quiz.id, asked.id)


FAMILY = Family(
    blocks=(
        Block("ways", of_library(ways_values), styles=(STYLE,)),
        Block("parts", of_library(parts_values), styles=(STYLE,)),
        Block(
            "question",
            question_values,
            content=Quiz,
            most=1,
            noun="quiz",
            styles=("blocks/quiz/quiz.css", STYLE),
            scripts=("one-question.js",),
            records=True,
            more=_styles,
            anchors=_anchor,
        ),
    )
)
