"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import GAP, Gap, Made, options_of
from ..naming import BLANKS
from .model import ChooseInText


def made(question: ChooseInText) -> Made:
    """Return the form of the question, and what is lost."""
    *before, after = question.text.split(BLANKS)
    gaps = tuple(
        Gap(text, options_of(gap.choices)) for text, gap in zip(before, question.gaps, strict=True)
    )
    if len(gaps) > 1:
        return {"form": "gaps", "gaps": gaps, "after": after}, []
    stem = f"{question.stem}\n{GAP.join([*before, after])}"
    return {"form": "choice", "stem": stem, "options": gaps[0].options}, []
