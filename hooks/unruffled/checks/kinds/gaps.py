"""Rules for texts with gaps: choose_in_text, and the sentence of fill_in."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.kinds.choose_in_text import ChooseInText
from ...model.kinds.fill_in import FillIn
from ...model.kinds.naming import BLANKS
from ...model.library import Library
from ..quizzes import named, questions
from ..registry import Finding, rule


@rule("QZ117")
def blanks_are_as_many_as_gaps(library: Library) -> Iterator[Finding]:
    """Each gap needs its place in the text."""
    for question in questions(library):
        if isinstance(question, ChooseInText):
            key, text, want = "text", question.text, len(question.gaps)
        elif isinstance(question, FillIn) and question.sentence:
            key, text, want = "sentence", question.sentence, 1
        else:
            continue
        have = text.count(BLANKS)
        if have != want:
            cause = f"`{key}` has {have} of the {want} places written as {BLANKS}"
            yield Finding(
                question.at(key), cause, f"{named(question)}: write {BLANKS} for each gap"
            )
