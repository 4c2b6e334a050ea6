"""What a candidate sits a sealed exam on. The page knows no exam: its paper and ticket bring it."""

from __future__ import annotations

from ..base import Block, Family

FAMILY = Family(
    blocks=(
        Block(
            "exam",
            styles=(
                *("blocks/quiz/quiz.css", "blocks/quiz/test.css", "kinds/ordering/ordering.css"),
                "exam.css",
            ),
            scripts=("exam.js",),
        ),
    )
)
