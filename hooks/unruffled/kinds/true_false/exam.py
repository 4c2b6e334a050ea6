"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ..shared.exam_choices import are_names, chosen_from, share_of_choices
from .model import TrueFalse


def shown(question: TrueFalse) -> dict[str, Any]:
    """Return what a paper has of the question; the page has the two words."""
    rows = chosen_from([(name, "") for name in question.names], many=False)["rows"]
    return {"form": "judge", "many": False, "rows": rows[::-1]}  # true above false, always


def can_be_given(question: TrueFalse, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer."""
    return are_names(response, question.names, many=False)


def share(question: TrueFalse, response: Any) -> float:
    """Return what an answer is worth, 0 or 1."""
    return share_of_choices(response, question.key)
