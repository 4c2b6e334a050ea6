"""Assignments: what a trainer asks of a team, by when, and on which terms."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Day, Id, Model, Text
from .quiz import Mode

TITLE, NOTE = 80, 280
"""The longest title and note, in characters: a link must fit a chat message."""

_KEY = r"^[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}$"
PublicKey = Annotated[str, StringConstraints(pattern=_KEY)]
"""The two coordinates of a point on P-256, each 32 bytes in base64url (as in RFC 7518, 6.2.1)."""


Zone = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", max_length=64)
]
"""A time zone by its name in the IANA database; that there is one is a rule of its own."""


class Task(Model):
    """One thing to do: exactly one of `quiz`, `scenario`, `path` and `pool`."""

    quiz: Id | None = Field(default=None, description="A quiz, by its id.")
    scenario: Id | None = Field(default=None, description="A conversation, by its id.")
    path: Id | None = Field(
        default=None, description="Every quiz and conversation of a learning path, by its id."
    )
    pool: tuple[Id, ...] = Field(
        default=(), min_length=1, description="Ids of quizzes: one test that draws from them all."
    )
    draw: int | None = Field(
        default=None, ge=1, le=200, description="How many questions a pool asks; all if absent."
    )


class Assignment(Model):
    """One YAML file in assignments/."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text = Field(max_length=TITLE)
    note: Text | None = Field(default=None, max_length=NOTE, description="A word to the learners.")
    tasks: tuple[Task, ...] = Field(min_length=1, max_length=60)
    mode: Mode = Field(
        default=Mode.PRACTICE,
        description="practice: in the modules; test: all answers first, on the assignment's page.",
    )
    pass_mark: int = Field(default=80, ge=0, le=100, description="Per cent needed to pass.")
    attempts: int | None = Field(
        default=None,
        ge=1,
        le=20,
        description="How often a test can be taken; if absent, always.",
    )
    due: Day | None = Field(default=None, description="The last day, such as 2027-03-31.")
    zone: Zone | None = Field(
        default=None,
        description="Where the last day ends at midnight, such as Europe/Berlin; where each "
        "learner is, if absent.",
    )
    minutes: int | None = Field(
        default=None, ge=1, le=240, description="Time limit of each test; none if absent."
    )
    shuffle: bool = Field(
        default=True, description="false: questions and choices in the author's order."
    )
    key: PublicKey | None = Field(
        default=None,
        description="The trainer's public key: results can be sealed, so that only the trainer "
        "reads them.",
    )
