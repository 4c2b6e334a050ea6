"""Quizzes: questions on one module, or a test that draws from several quizzes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .. import kinds
from .base import Id, Model, PagePath, Text

Question = Annotated[kinds.Question, Field(discriminator="kind")]


class Mode(StrEnum):
    """How a quiz is taken."""

    PRACTICE = "practice"
    """Feedback after each answer; what was wrong can be tried again."""
    TEST = "test"
    """All answers first; score, feedback and certificate at the end."""


class Quiz(Model):
    """One YAML file in quizzes/: its own `questions`, or a `pool` of other quizzes."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text
    module: PagePath | None = Field(
        default=None, description="The module page, relative to docs/. A pool has none."
    )
    mode: Mode = Field(default=Mode.PRACTICE, description="practice or test.")
    pass_mark: int = Field(default=80, ge=0, le=100, description="Per cent needed to pass.")
    draw: int | None = Field(
        default=None, ge=1, le=200, description="How many questions to ask; all if absent."
    )
    minutes: int | None = Field(
        default=None, ge=1, le=240, description="Time limit of a test; none if absent."
    )
    questions: tuple[Question, ...] = Field(
        default=(), min_length=1, description="The quiz's own questions."
    )
    pool: tuple[Id, ...] = Field(default=(), description="Ids of quizzes to draw from.")

    @property
    def size(self) -> int:
        """How many questions of its own it has."""
        return len(self.questions)

    @property
    def counted(self) -> int:
        """How many of them a test can count."""
        return sum(1 for each in self.questions if each.counted)
