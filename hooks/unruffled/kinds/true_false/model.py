"""Judge a statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline
from ...words import marked
from ..base import BaseQuestion, Choice, Loc
from ..naming import gist


class TrueFalse(BaseQuestion):
    """Judge a statement."""

    ours: ClassVar[bool] = True

    kind: Literal["true_false"]
    answer: bool = Field(description="true or false.")
    feedback_true: Inline = Field(description="Shown to someone who picked true.")
    feedback_false: Inline = Field(description="Shown to someone who picked false.")

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The two choices, in the form that other kinds have, and in English."""
        return (
            Choice(text=marked("True"), correct=self.answer, feedback=self.feedback_true),
            Choice(text=marked("False"), correct=not self.answer, feedback=self.feedback_false),
        )

    @property
    def names(self) -> tuple[str, str]:
        """A name for each choice."""
        return "true", "false"

    @property
    def key(self) -> tuple[str, ...]:
        """The name of the right choice."""
        return (str(self.answer).lower(),)

    @property
    def asked(self) -> tuple[str, ...]:
        """The statement."""
        return (gist(self.stem),)

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The two feedbacks."""
        yield ("feedback_true",), self.feedback_true
        yield ("feedback_false",), self.feedback_false
