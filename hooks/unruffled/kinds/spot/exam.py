"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ...text.runs import runs
from ..shared.exam_choices import are_names, share_of_choices
from .model import Spot


def shown(question: Spot) -> dict[str, Any]:
    """Return the transcript; a line that nobody can pick has no name."""
    rows = [
        [question.names.get(index, ""), [["strong", f"{line.who}: "], *runs(line.text)]]
        for index, line in enumerate(question.transcript)
    ]
    return {"form": "spot", "many": True, "rows": rows}


def can_be_given(question: Spot, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer."""
    return are_names(response, question.names.values(), many=True)


def share(question: Spot, response: Any) -> float:
    """Return what an answer is worth, 0 to 1."""
    return share_of_choices(response, question.key)
