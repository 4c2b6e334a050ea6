"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ...text.runs import runs
from ..shared.exam_slots import are_values, share_of_slots
from .model import Matching


def shown(question: Matching) -> dict[str, Any]:
    """Return texts and matches, each in the order of their names."""
    texts = zip(question.names, (pair.text for pair in question.pairs), strict=True)
    return {
        "form": "match",
        "rows": [[name, runs(text)] for name, text in sorted(texts)],
        "values": [[name, runs(text)] for name, text in question.bank],
    }


def can_be_given(question: Matching, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer."""
    return are_values(response, dict.fromkeys(question.names, question.match_names))


def share(question: Matching, response: Any) -> float:
    """Return the share of texts with their match."""
    return share_of_slots(response, dict(each.split("=") for each in question.key))
