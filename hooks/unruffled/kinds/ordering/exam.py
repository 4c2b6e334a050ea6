"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ...text.runs import runs
from .model import Ordering


def shown(question: Ordering) -> dict[str, Any]:
    """Return the steps in the order of their names, whatever the right order is."""
    texts = (each.text for each in question.items)
    rows = [[name, runs(text)] for name, text in sorted(zip(question.names, texts, strict=True))]
    return {"form": "order", "rows": rows}


def can_be_given(question: Ordering, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer: every step, once."""
    return (
        isinstance(response, list)
        and all(isinstance(each, str) for each in response)
        and sorted(response) == sorted(question.names)
    )


def share(question: Ordering, response: Any) -> float:
    """Return how much of the way from nothing to all stands in order, as a practice does."""
    right = _in_order([question.names.index(name) for name in response])
    return max(0, right - 1) / (len(question.names) - 1 or 1)


def _in_order(ranks: list[int]) -> int:
    """Return the length of the longest series that already rises."""
    longest: list[int] = []
    for at, rank in enumerate(ranks):
        before = [longest[each] for each in range(at) if ranks[each] < rank]
        longest.append(1 + max(before, default=0))
    return max(longest, default=0)
