"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ...text.runs import runs
from ..naming import BLANKS
from .exam_tolerance import is_right
from .model import FillIn

LONGEST = 400
"""Of what somebody types, in characters."""


def shown(question: FillIn) -> dict[str, Any]:
    """Return what stands around the field."""
    around = question.sentence.split(BLANKS) if question.sentence else ["", ""]
    return {"form": "type", "around": [runs(piece) for piece in around]}


def can_be_given(question: FillIn, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer."""
    return isinstance(response, str) and len(response) <= LONGEST


def share(question: FillIn, response: Any) -> float:
    """Return 1 where what was typed is accepted, as a practice accepts it."""
    wrong = [each.text for each in question.wrong]
    return float(is_right(response, list(question.answers), wrong, question.typos))
