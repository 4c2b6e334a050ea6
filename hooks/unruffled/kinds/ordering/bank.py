"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import LOST, Made
from .model import Ordering


def made(question: Ordering) -> Made:
    """Return the form of the question, and what is lost."""
    pairs = tuple((each.text, str(at)) for at, each in enumerate(question.items, 1))
    return {"form": "ordering", "pairs": pairs}, [LOST]
