"""A sealed exam: its questions, in a folder that is never published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .. import kinds
from .base import Id, Model, Text
from .quiz import Mode, Quiz

Question = Annotated[kinds.Question, Field(discriminator="kind")]


class Exam(Model):
    """The file questions.yml of an exam's folder. `exam` tells it from a quiz."""

    exam: Id = Field(description="The name of the exam's folder.")
    title: Text = Field(max_length=80)
    pass_mark: int = Field(default=80, ge=0, le=100, description="Per cent needed to pass.")
    draw: int | None = Field(
        default=None, ge=1, le=200, description="How many questions each paper asks; all if absent."
    )
    minutes: int | None = Field(default=None, ge=1, le=480, description="Shown, never enforced.")
    questions: tuple[Question, ...] = Field(min_length=1, max_length=500)

    @property
    def asked(self) -> int:
        """How many questions a paper has."""
        return min(self.draw or len(self.questions), len(self.questions))

    def as_quiz(self) -> Quiz:
        """Return the same as a quiz, so that the rules for quizzes can look at it."""
        return Quiz.model_construct(
            origin=self.origin,
            id=self.exam,
            title=self.title,
            pass_mark=self.pass_mark,
            draw=self.draw,
            mode=Mode.TEST,
            questions=self.questions,
        )
