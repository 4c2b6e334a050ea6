"""Exercises for the voice: a line, what to try with it, what to listen for."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from ..kinds.naming import digest
from .base import Id, Inline, Model, PagePath, Text
from .upkeep import Kept

BREATH = "/"
"""Stands alone between two words of a line, where one breathes."""


class Exercise(Model):
    """One line to say aloud, and one thing to try with it."""

    id: Id
    title: Text = Field(max_length=80, description="What is tried, in a few words.")
    line: Text = Field(
        max_length=400,
        description="The words, as they are said. A / between two words is a breath.",
    )
    task: Inline = Field(description="What to try: half as loud, one breath, wait two seconds.")
    listen_for: tuple[Inline, ...] = Field(
        min_length=1, max_length=4, description="What a listener could notice."
    )
    not_infer: Inline = Field(description="What nobody may conclude from it.")
    without: Inline = Field(
        description="How it works without a microphone: with a listener, or by counting."
    )

    @cached_property
    def breaths(self) -> tuple[str, ...]:
        """The parts of the line, a breath each; none is empty but that of a misplaced mark."""
        parts: list[list[str]] = [[]]
        for word in self.line.split():
            if word == BREATH:
                parts.append([])
            else:
                parts[-1].append(word)
        return tuple(" ".join(part) for part in parts)

    @cached_property
    def rev(self) -> str:
        """A hash of what is said and tried; other words beside it are the same exercise."""
        return digest([*self.breaths, self.task])


class Voice(Kept):
    """One YAML file in voice/: the exercises of a module."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text = Field(max_length=80, description="What the voice is to do, in a few words.")
    summary: Inline = Field(description="What is practised, in one sentence.")
    module: PagePath = Field(description="The page that teaches it, relative to docs/.")
    exercises: tuple[Exercise, ...] = Field(min_length=1, max_length=12)
