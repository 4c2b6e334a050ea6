"""Rules for texts with gaps, whatever kind of question has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...checks.quizzes import counted, named, questions
from ...checks.registry import Finding, rule
from ...model.library import Library
from ...model.quiz import Question
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
        for key, text, answers in question.blanks:
            yield from _places(question, key, text, answers)


def _places(question: Question, key: str, text: str, gaps: int) -> Iterator[Finding]:
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
