"""Type a word or a short phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline, Text
from ...words import marked
from ..base import BaseQuestion, Loc, Reasoned, reasons_of
from ..naming import gist


class WrongAnswer(Reasoned):
    """A wrong answer that people give, and what they are told."""

    text: Text


class FillIn(BaseQuestion):
    """Type a word or a short phrase; spelling is forgiven as far as `typos` allows."""

    instruction: ClassVar[str] = marked("Type your answer.")

    kind: Literal["fill_in"]
    sentence: Inline | None = Field(
        default=None, description="A sentence with one ___ where the answer goes."
    )
    answers: tuple[Text, ...] = Field(
        min_length=1, max_length=12, description="What is accepted; the first is shown."
    )
    typos: int | None = Field(
        default=None,
        ge=0,
        le=4,
        description="Letters that may differ. If absent: none in up to 3 letters, 1 in up to 7, "
        "2 in longer answers. Digits never differ.",
    )
    feedback: Inline = Field(description="Shown after a right answer.")
    wrong: tuple[WrongAnswer, ...] = Field(default=(), max_length=8)
    feedback_other: Inline = Field(description="Shown after any other answer.")

    @property
    def key(self) -> tuple[str, ...]:
        """The first answer: accepting one more spelling of it asks nobody again."""
        return (gist(self.answers[0]),)

    @property
    def asked(self) -> tuple[str, ...]:
        """What stands around the field: no answer, not even as a hash of it."""
        return gist(self.stem), gist(self.sentence or "")

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """What is accepted, and what is known to be wrong."""
        for index, text in enumerate(self.answers):
            yield ("answers", index), text, "answer"
        for index, each in enumerate(self.wrong):
            yield ("wrong", index, "text"), each.text, "answer"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of right, expected wrong, and other answers."""
        yield ("feedback",), self.feedback
        yield from reasons_of("wrong", self.wrong)
        yield ("feedback_other",), self.feedback_other

    @property
    def blanks(self) -> Iterator[tuple[str, str, int]]:
        """The sentence, if there is one."""
        if self.sentence:
            yield "sentence", self.sentence, 1
