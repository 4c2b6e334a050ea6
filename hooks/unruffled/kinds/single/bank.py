"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import Made, options_of
from .model import Single


def made(question: Single) -> Made:
    """Return the form of the question; nothing is lost."""
    return {"form": "choice", "options": options_of(question.choices)}, []
