"""Say it better, then compare."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline, Model
from ...words import marked
from ..base import BaseQuestion, Loc
from ..naming import names_of


class ModelAnswer(Model):
    """A good answer, and what makes it good."""

    text: Inline
    why: Inline


class Rewrite(BaseQuestion):
    """Write a bad reply anew, compare it with good ones, and tick what it has."""

    instruction: ClassVar[str] = marked("Write your own version. Then compare it.")
    counted: ClassVar[bool] = False

    kind: Literal["rewrite"]
    reply: Inline = Field(description="The reply to write anew.")
    models: tuple[ModelAnswer, ...] = Field(min_length=1, max_length=4)
    checklist: tuple[Inline, ...] = Field(
        min_length=2, max_length=6, description="What a good version has; learners tick it."
    )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for each point of the checklist."""
        return names_of(self.checklist)

    @property
    def key(self) -> tuple[str, ...]:
        """The points of the checklist."""
        return tuple(sorted(self.names))

    @property
    def asked(self) -> tuple[str, ...]:
        """The checklist, which nobody is judged by."""
        return self.key

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The points of the checklist."""
        for index, text in enumerate(self.checklist):
            yield ("checklist", index), text, "point of the checklist"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """Why each model answer is good."""
        for index, each in enumerate(self.models):
            yield ("models", index, "why"), each.why
