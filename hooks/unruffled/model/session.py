"""Sessions: how a trainer takes a group through one module; and the rubric for what is observed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Inline, Limited, Model, PagePath, Text
from .material import Part


class Beat(Model):
    """One part of a session."""

    minutes: int = Field(ge=1, le=60)
    do: Inline = Field(description="What the group does, verb first.")
    good: Inline | None = Field(
        default=None, description="What a good answer is; on the trainer's sheet alone."
    )


class Roles(Model):
    """What each of the three is told, and no more."""

    customer: Inline
    agent: Inline
    watch: Inline


class WrongTurn(Model):
    """What often goes wrong with a group, and what to do then."""

    when: Inline
    then: Inline


class Session(Model):
    """One YAML file in sessions/: the facilitator's sheet of a module."""

    id: Id = Field(description="The file's name without .yml.")
    module: PagePath = Field(description="The module page, relative to docs/.")
    scenario: Id | None = Field(default=None, description="A conversation to play, by its id.")
    needs: Inline = Field(description="What to have ready.")
    run: Annotated[tuple[Beat, ...], Limited("session_steps")] = Field(
        min_length=3, description="The plan, in order."
    )
    roles: Roles
    observe: Annotated[tuple[Inline, ...], Limited("session_signs")] = Field(
        min_length=3, description="What can be seen or heard when it is done well."
    )
    debrief: Annotated[tuple[Inline, ...], Limited("session_questions")] = Field(min_length=2)
    wrong_turns: tuple[WrongTurn, ...] = Field(min_length=1, max_length=4)
    transfer: Inline = Field(description="What each does at work until the next time.")
    lead: Inline = Field(description="The part of the supervisor.")
    groups: Inline | None = Field(
        default=None, description="What is different with odd numbers or a remote group."
    )
    material: tuple[Part, ...] = Field(
        default=(), max_length=6, description="What is printed and handed out."
    )

    @property
    def minutes(self) -> int:
        """How long it takes, in minutes."""
        return sum(beat.minutes for beat in self.run)

    @property
    def is_prepared(self) -> bool:
        """Whether there is anything for the trainer to print beside the sheet."""
        return bool(self.material or self.groups or any(beat.good for beat in self.run))


LEVELS = 4
"""Levels of each criterion, from not yet to one that others can learn from."""


class Criterion(Model):
    """One row of the rubric."""

    id: Id
    label: Text
    levels: tuple[Inline, ...] = Field(
        min_length=LEVELS, max_length=LEVELS, description="What is seen at each level, from 1 to 4."
    )


class Rubric(Model):
    """rubric.yml: by what an observed conversation is judged."""

    needed: int = Field(ge=1, le=LEVELS, description="The level that each criterion must reach.")
    criteria: tuple[Criterion, ...] = Field(min_length=1, max_length=12)
