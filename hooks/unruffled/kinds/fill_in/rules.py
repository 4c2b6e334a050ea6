"""Rules for typed answers."""

from __future__ import annotations

from collections.abc import Iterator

from ...checks.quizzes import named, questions
from ...checks.registry import Finding, rule
from ...model.library import Library
from .model import FillIn


@rule(
    "QZ122",
    meaning="A typed answer is too long to be foreseen.",
    cure="Ask for a word or a short phrase, or use the kind `rewrite`.",
)
def answers_are_short(library: Library) -> Iterator[Finding]:
    """Of a long answer nobody can foresee the wording; `rewrite` is the kind for that."""
    most = library.handbook.limits.answer_letters
    for question in questions(library):
        for index, answer in enumerate(question.answers if isinstance(question, FillIn) else ()):
            if len(answer) > most:
                cause = f"the answer has {len(answer)} letters"
                cure = f"{named(question)}: ask for at most {most} letters"
                yield Finding(question.at("answers", index), cause, cure)


@rule(
    "QZ125",
    meaning="So many letters of a typed answer may differ that other words are accepted.",
    cure="Allow fewer than half of the letters of the shortest answer, or remove `typos`.",
)
def typos_leave_most_of_the_answer(library: Library) -> Iterator[Finding]:
    """With as many slips as letters, any word would be right."""
    for question in questions(library):
        if not isinstance(question, FillIn) or not question.typos:
            continue
        shortest = min(question.answers, key=len)
        if 2 * question.typos >= len(shortest):
            cause = f'of "{shortest}", {question.typos} letters may differ'
            yield Finding(question.at("typos"), cause, f"{named(question)}: lower `typos`")
