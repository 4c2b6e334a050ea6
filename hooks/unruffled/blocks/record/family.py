"""The learner's record: what is kept, where, and how to take it along or erase it."""

from __future__ import annotations

from ..base import Block, Family, Room

FAMILY = Family(
    blocks=(
        Block(
            "record",
            styles=(
                *("blocks/quiz/quiz.css", "blocks/quiz/test.css", "blocks/quiz/past.css"),
                "record.css",
            ),
            scripts=("record.js",),
            records=True,
            room=Room.LEARNING,
        ),
    )
)
