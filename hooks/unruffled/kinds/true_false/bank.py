"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import Made, options_of
from .model import TrueFalse


def made(question: TrueFalse) -> Made:
    """Return the form of the question; nothing is lost."""
    return {"form": "true_false", "options": options_of(question.choices)}, []
