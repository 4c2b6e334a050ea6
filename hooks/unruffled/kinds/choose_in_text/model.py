"""Choose words inside a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline, Model
from ...words import marked
from ..base import BaseQuestion, Choice, Loc, keys_among
from ..naming import names_of


class Gap(Model):
    """One gap of the text and what can stand in it."""

    choices: tuple[Choice, ...] = Field(min_length=2, max_length=5)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for each choice."""
        return names_of([choice.text for choice in self.choices])


class ChooseInText(BaseQuestion):
    """Choose the words for each gap of a text."""

    instruction: ClassVar[str] = marked("Choose the words.")

    kind: Literal["choose_in_text"]
    text: Inline = Field(description="A text with ___ for each of the gaps, in order.")
    gaps: tuple[Gap, ...] = Field(min_length=1, max_length=4)

    @property
    def key(self) -> tuple[str, ...]:
        """The right choice of each gap, in the order of the text."""
        return tuple(name for gap in self.gaps for name in keys_among(gap.choices, gap.names))

    @property
    def asked(self) -> tuple[str, ...]:
        """All choices of each gap, in the order of the text."""
        return tuple(" ".join(sorted(gap.names)) for gap in self.gaps)

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The choices; those of different gaps may be alike."""
        for number, gap in enumerate(self.gaps):
            for index, choice in enumerate(gap.choices):
                loc = ("gaps", number, "choices", index, "text")
                yield loc, choice.text, f"choice of gap {number + 1}"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of each choice."""
        for number, gap in enumerate(self.gaps):
            for index, choice in enumerate(gap.choices):
                yield ("gaps", number, "choices", index, "feedback"), choice.feedback

    @property
    def lists(self) -> Iterator[tuple[Model, tuple[Choice, ...]]]:
        """The list of each gap."""
        yield from ((gap, gap.choices) for gap in self.gaps)

    @property
    def blanks(self) -> Iterator[tuple[str, str, int]]:
        """The text."""
        yield "text", self.text, len(self.gaps)
