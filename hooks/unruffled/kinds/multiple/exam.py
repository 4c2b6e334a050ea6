"""The kind in a sealed exam: what a paper shows, and what an answer is worth."""

from __future__ import annotations

from typing import Any

from ..shared.exam_choices import are_names, chosen_from, share_of_choices
from .model import Multiple


def shown(question: Multiple) -> dict[str, Any]:
    """Return what a paper has of the question: nothing that depends on what is right."""
    texts = (choice.text for choice in question.choices)
    return chosen_from(zip(question.names, texts, strict=True), many=True)


def can_be_given(question: Multiple, response: Any) -> bool:
    """Whether the paper lets a candidate give this answer."""
    return are_names(response, question.names, many=True)


def share(question: Multiple, response: Any) -> float:
    """Return what an answer is worth, 0 to 1."""
    return share_of_choices(response, question.key)
