"""Rules for transcripts in which lines are picked."""

from __future__ import annotations

from collections.abc import Iterator

from ...checks.quizzes import named, questions
from ...checks.registry import Finding, rule
from ...model.library import Library
from .model import Spot


def _transcripts(library: Library) -> Iterator[Spot]:
    yield from (each for each in questions(library) if isinstance(each, Spot))


@rule(
    "QZ120",
    meaning="A line of a transcript that can be picked has no feedback.",
    cure="Say in `feedback` why the line made it worse, or why it did not.",
)
def lines_that_made_it_worse_say_why(library: Library) -> Iterator[Finding]:
    """Each line that can be picked has its reason."""
    for question in _transcripts(library):
        for line in question.transcript:
            key = "worse" if line.worse else "feedback_again" if line.feedback_again else ""
            if key and not line.feedback:
                cure = f"{named(question)}: add `feedback` that says why it made it worse, or not"
                yield Finding(line.at(key), f"a line with `{key}` has no feedback", cure)


@rule(
    "QZ121",
    meaning="In a transcript no line made it worse, or every line that can be picked did.",
    cure="Give `worse: true` to some lines, and `feedback` without it to others.",
)
def some_lines_are_worse_and_some_are_not(library: Library) -> Iterator[Finding]:
    """Something must be found, and something passed over."""
    for question in _transcripts(library):
        worse = [line.worse for _, line in question.pickable]
        if not any(worse) and not any(line.worse for line in question.transcript):
            cure = f"{named(question)}: add `worse: true` to the lines that made it worse"
            yield Finding(question.at("transcript"), "no line made it worse", cure)
        elif worse and all(worse):
            cure = f"{named(question)}: add `feedback` to a line that did not make it worse"
            cause = "every line that can be picked made it worse"
            yield Finding(question.at("transcript"), cause, cure)
