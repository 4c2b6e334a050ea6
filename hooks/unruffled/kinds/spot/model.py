"""Find the lines that made it worse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline, Model, Text
from ...words import marked
from ..base import BaseQuestion, Loc
from ..naming import names_of


class Line(Model):
    """One line of a transcript; one with feedback can be picked."""

    who: Text = Field(description="Who speaks: Customer, Agent.")
    text: Inline
    worse: bool = Field(default=False, description="true where the line made it worse.")
    feedback: Inline | None = Field(
        default=None, description="Why it made it worse, or why not; makes the line one to pick."
    )
    feedback_again: Inline | None = None


class Spot(BaseQuestion):
    """Pick the lines of a transcript that made it worse."""

    instruction: ClassVar[str] = marked("Mark each line that made it worse.")

    kind: Literal["spot"]
    transcript: tuple[Line, ...] = Field(min_length=3, max_length=14)

    @property
    def pickable(self) -> tuple[tuple[int, Line], ...]:
        """The lines that can be picked, each with its place in the transcript."""
        return tuple((index, line) for index, line in enumerate(self.transcript) if line.feedback)

    @cached_property
    def names(self) -> dict[int, str]:
        """The name of each line that can be picked, by its place in the transcript."""
        names = names_of([line.text for _, line in self.pickable])
        return {index: name for (index, _), name in zip(self.pickable, names, strict=True)}

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the lines that made it worse."""
        return tuple(sorted(self.names[index] for index, line in self.pickable if line.worse))

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of all lines that can be picked."""
        return tuple(sorted(self.names.values()))

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The lines that can be picked."""
        for index, line in self.pickable:
            yield ("transcript", index, "text"), line.text, "line"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of each line that can be picked."""
        for index, line in self.pickable:
            yield ("transcript", index, "feedback"), line.feedback or ""
