"""Assignments: what a trainer gives, what a link carries, and how one is put together."""

from __future__ import annotations

from functools import partial

from ...model.assignment import Assignment
from ..base import Block, Family, Pages, Room, of_item, of_library
from ..made import ASSIGNMENT, ASSIGNMENTS
from .view import assignment_pages, assignment_values, choice_values

_shown = partial(
    Block,
    values=of_item(lambda library, item: assignment_values(library, item or None)),
    template="assignment.html",
    styles=(
        *(
            "blocks/course/course.css",
            "blocks/quiz/quiz.css",
            "blocks/quiz/test.css",
            "blocks/quiz/past.css",
        ),
        "trainer.css",
    ),
    scripts=("assigned.js",),
)

FAMILY = Family(
    blocks=(
        _shown("assignment", content=Assignment, most=1),
        _shown("assigned", room=Room.LEARNING),
        Block(
            "assign",
            of_library(choice_values),
            styles=("blocks/quiz/quiz.css", "trainer.css"),
            scripts=("assign.js",),
            room=Room.TRAINING,
        ),
    ),
    pages=(Pages(assignment_pages, (ASSIGNMENTS, ASSIGNMENT)),),
)
