"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import LOST, Made
from .model import Matching


def made(question: Matching) -> Made:
    """Return the form of the question, and what is lost."""
    pairs = [(each.text, each.match) for each in question.pairs]
    extra = [("", each.text) for each in question.extra]
    return {"form": "matching", "pairs": (*pairs, *extra)}, [LOST]
