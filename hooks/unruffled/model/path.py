"""Learning paths: which modules and pages, in which order, for whom."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Inline, Limited, Model, PagePath, Text


class Step(Model):
    """One thing to do: a page to read (a module with its quiz), or an exercise, or both."""

    page: PagePath | None = Field(default=None, description="A page, from docs/ on.")
    do: Inline | None = Field(default=None, description="What to do, verb first.")
    minutes: int | None = Field(
        default=None, ge=1, le=240, description="Left out, they are counted from the page."
    )


class Stage(Model):
    """A part of a path that is done in one go: a day, or a sitting."""

    title: Text
    steps: tuple[Step, ...] = Field(min_length=1)


class LearningPath(Model):
    """One YAML file in paths/."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text
    summary: Annotated[Text, Limited("summary_letters")] = Field(
        description="For whom, and what they can do afterwards."
    )
    newcomers: bool = Field(
        default=False, description="true: for new agents. No hard conversation may be a step of it."
    )
    stages: tuple[Stage, ...] = Field(min_length=1)
