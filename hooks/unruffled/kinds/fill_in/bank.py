"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import GAP, Made, Option, Values
from ..naming import BLANKS
from .model import FillIn


def made(question: FillIn) -> Made:
    """Return the form of the question, and what is lost."""
    sentence = f"\n{question.sentence.replace(BLANKS, GAP)}" if question.sentence else ""
    right = (Option(text, True, question.feedback) for text in question.answers)
    wrong = (Option(each.text, False, each.feedback) for each in question.wrong)
    values: Values = {
        "form": "short",
        "stem": question.stem + sentence,
        "options": (*right, *wrong),
    }
    return values, ["slips of the fingers are not forgiven there"]
