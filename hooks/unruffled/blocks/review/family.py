"""What is due for another try today."""

from __future__ import annotations

from ..base import Block, Family, Room, of_library
from ..course.view import course_values

FAMILY = Family(
    blocks=(
        Block(
            "review",
            of_library(course_values),
            styles=("review.css",),
            scripts=("review.js",),
            records=True,
            room=Room.LEARNING,
        ),
        Block(
            "plan",
            of_library(course_values),
            styles=("blocks/quiz/quiz.css", "plan.css"),
            scripts=("plan.js",),
        ),
    )
)
