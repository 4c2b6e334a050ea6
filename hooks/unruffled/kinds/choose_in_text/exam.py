"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ...text.runs import runs
from ..naming import BLANKS
from ..shared.exam_slots import are_values, share_of_slots
from .model import ChooseInText


def shown(question: ChooseInText) -> dict[str, Any]:
    """Return the text around the gaps, and the choices of each in the order of their names."""
    return {
        "form": "gaps",
        "around": [runs(piece) for piece in question.text.split(BLANKS)],
        "lists": [
            [[name, runs(text)] for name, text in sorted(zip(gap.names, _texts(gap), strict=True))]
            for gap in question.gaps
        ],
    }


def _texts(gap: Any) -> list[str]:
    return [choice.text for choice in gap.choices]


def can_be_given(question: ChooseInText, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer; gaps are numbered from 1."""
    slots = {str(number): gap.names for number, gap in enumerate(question.gaps, 1)}
    return are_values(response, slots)


def share(question: ChooseInText, response: Any) -> float:
    """Return the share of gaps with the right words."""
    key = {str(number): name for number, name in enumerate(question.key, 1)}
    return share_of_slots(response, key)
