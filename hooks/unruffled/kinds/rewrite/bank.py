"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import Made, Values
from .model import Rewrite


def made(question: Rewrite) -> Made:
    """Return the form of the question, and what is lost."""
    models = [f"{each.text} {each.why}" for each in question.models]
    words = "\n".join([question.explanation, *models, *question.checklist])
    values: Values = {
        "form": "essay",
        "stem": f"{question.stem}\n{question.reply}",
        "explanation": words,
    }
    return values, ["the checklist stands in the feedback, and nobody is scored"]
