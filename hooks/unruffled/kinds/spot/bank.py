"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import Made, Option
from .model import Spot


def made(question: Spot) -> Made:
    """Return the form of the question, and what is lost."""
    lines = [f"{each.who}: {each.text}" for each in question.transcript]
    judged = [each for each in question.transcript if each.feedback]
    options = tuple(
        Option(f"{each.who}: {each.text}", each.worse, each.feedback or "") for each in judged
    )
    stem = "\n".join([question.stem, *lines])
    return {"form": "several", "stem": stem, "options": options}, ["spot becomes several choices"]
