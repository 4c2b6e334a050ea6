"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ...text.runs import runs
from ..shared.exam_slots import are_values, share_of_slots
from .model import Sorting


def shown(question: Sorting) -> dict[str, Any]:
    """Return items and categories; the author's order of the categories is kept."""
    texts = zip(question.names, (each.text for each in question.items), strict=True)
    return {
        "form": "match",
        "rows": [[name, runs(text)] for name, text in sorted(texts)],
        "values": [[name, [text]] for text, name in question.category_names.items()],
    }


def can_be_given(question: Sorting, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer."""
    values = question.category_names.values()
    return are_values(response, dict.fromkeys(question.names, values))


def share(question: Sorting, response: Any) -> float:
    """Return the share of items in their category."""
    return share_of_slots(response, dict(each.split("=") for each in question.key))
