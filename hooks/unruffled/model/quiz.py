"""Quizzes: a stem, choices with feedback, an explanation.

Terms are those of the item-writing literature (Haladyna, Downing & Rodriguez 2002):
*stem* is the question, *key* a right choice, *distractor* a wrong one.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Inline, Model, PagePath, Text


class Choice(Model):
    """One choice and what a learner who takes it is told."""

    text: Inline = Field(description="What the learner can choose.")
    correct: bool = Field(default=False, description="true where the choice is right.")
    feedback: Inline = Field(
        description="The reason this choice is right or wrong, and the next step."
    )


class _Question(Model):
    id: Id = Field(description="Unique in the file and never reused.")
    objective: Id = Field(description="An objective in the module's front matter.")
    stem: Inline = Field(description="The question or the situation.")
    explanation: Inline = Field(description="The principle, shown after answering.")


class _Choosing(_Question):
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=8)


class Single(_Choosing):
    """Choose one: exactly one choice is the key."""

    kind: Literal["single"]


class Multiple(_Choosing):
    """Choose all that apply: one key or more, at least one distractor."""

    kind: Literal["multiple"]


class TrueFalse(_Question):
    """Judge a statement."""

    kind: Literal["true_false"]
    answer: bool = Field(description="true or false.")
    feedback_true: Inline = Field(description="Shown to someone who picked true.")
    feedback_false: Inline = Field(description="Shown to someone who picked false.")

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The two choices, in the form that the other kinds have."""
        return (
            Choice(text="True", correct=self.answer, feedback=self.feedback_true),
            Choice(text="False", correct=not self.answer, feedback=self.feedback_false),
        )


Question = Annotated[Single | Multiple | TrueFalse, Field(discriminator="kind")]


class Quiz(Model):
    """One YAML file in quizzes/."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text
    module: PagePath = Field(description="The module page, relative to docs/.")
    pass_mark: int = Field(default=80, ge=0, le=100, description="Per cent needed to pass.")
    questions: tuple[Question, ...] = Field(min_length=1)
