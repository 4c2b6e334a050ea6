"""Rules for texts with gaps: choose_in_text, and the sentence of fill_in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...checks.quizzes import counted, named, questions
from ...checks.registry import Finding, rule
from ...model.library import Library
from ..choose_in_text.model import ChooseInText
from ..fill_in.model import FillIn
from ..naming import BLANKS

_LINE = re.compile(r"_{2,}")
"""Underscores as people draw a line to write on; a word__in__bold has two of them as well."""


@rule(
    "QZ117",
    meaning="A text has not as many places for answers as there are gaps.",
    cure="Write ___ in the text for each gap, in the order of the gaps.",
)
def blanks_are_as_many_as_gaps(library: Library) -> Iterator[Finding]:
    """Each gap needs its place in the text."""
    for question in questions(library):
        if isinstance(question, ChooseInText):
            yield from _places(question, "text", question.text, len(question.gaps))
        elif isinstance(question, FillIn) and question.sentence:
            yield from _places(question, "sentence", question.sentence, 1)


def _places(question: ChooseInText | FillIn, key: str, text: str, gaps: int) -> Iterator[Finding]:
    lines = _LINE.findall(text)
    have = lines.count(BLANKS)
    odd = [line for line in lines if len(line) > len(BLANKS) or (have < gaps and line != BLANKS)]
    if not odd and have == gaps:
        return
    cause = f"`{key}` has {counted(have, 'place')} for {counted(gaps, 'answer')}"
    if odd:
        cause = f"`{key}` has a line of {len(odd[0])} underscores"
    cure = f"{named(question)}: write exactly three underscores, {BLANKS}, for each answer"
    yield Finding(question.at(key), cause, cure)
