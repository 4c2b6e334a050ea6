"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import LOST, Made
from .model import Sorting


def made(question: Sorting) -> Made:
    """Return the form of the question, and what is lost."""
    pairs = tuple((each.text, each.category) for each in question.items)
    return {"form": "matching", "pairs": pairs}, ["sorting becomes matching", LOST]
