"""What a trainer reads of the results of a team."""

from __future__ import annotations

from ..base import Block, Family, Room

FAMILY = Family(
    blocks=(
        Block(
            "team",
            styles=("blocks/quiz/quiz.css", "blocks/assignment/trainer.css", "team.css"),
            scripts=("team.js",),
            room=Room.TRAINING,
        ),
    )
)
