"""Rules for lists of choices, whatever kind of question has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...checks.quizzes import named, questions
from ...checks.registry import Finding, rule
from ...model.base import Model
from ...model.library import Library
from ...model.quiz import Question
from ..base import Choice

_ALL_OR_NONE = re.compile(r"\b(all|none|both) of the above\b", re.IGNORECASE)


class _List(NamedTuple):
    """A list of choices: the question, what holds the list, and whether one alone is right."""

    question: Question
    owner: Model
    choices: tuple[Choice, ...]
    one_key: bool


def _lists(library: Library) -> Iterator[_List]:
    for question in questions(library):
        yield from (
            _List(question, owner, choices, question.one_key) for owner, choices in question.lists
        )


@rule(
    "QZ103",
    meaning="A single-choice question does not have exactly one correct choice.",
    cure="Add `correct: true` to exactly one choice.",
)
def single_has_one_key(library: Library) -> Iterator[Finding]:
    """One key, no more: else nobody can answer it fairly."""
    for question, owner, choices, one_key in _lists(library):
        keys = sum(choice.correct for choice in choices)
        if one_key and keys != 1:
            count = "no choice is" if keys == 0 else f"{keys} choices are"
            what = "leave `correct: true` on" if keys else "add `correct: true` to"
            cure = f"{named(question)}: {what} exactly one choice"
            yield Finding(owner.at("choices"), f"{count} marked correct", cure)


@rule(
    "QZ104",
    meaning="A multiple-choice question has no correct choice.",
    cure="Add `correct: true` to each choice that is right.",
)
def multiple_has_a_key(library: Library) -> Iterator[Finding]:
    """Choosing nothing is not an answer that a learner can give."""
    for question, owner, choices, one_key in _lists(library):
        if not one_key and not any(choice.correct for choice in choices):
            cure = f"{named(question)}: add `correct: true` to each choice that is right"
            yield Finding(owner.at("choices"), "no choice is marked correct", cure)


@rule(
    "QZ105",
    meaning="Every choice of a question is marked correct.",
    cure="Leave `correct: true` away where the choice is wrong, or add wrong choices.",
)
def some_choice_is_wrong(library: Library) -> Iterator[Finding]:
    """A question in which everything is right tests nothing."""
    for question, owner, choices, one_key in _lists(library):
        if not one_key and all(choice.correct for choice in choices):
            cure = f"{named(question)}: add a choice that is wrong"
            yield Finding(owner.at("choices"), "every choice is marked correct", cure)


@rule(
    "QZ107",
    meaning='A choice says "all of the above" or "none of the above".',
    cure="Use a multiple-choice question, or write a real choice.",
)
def no_all_of_the_above(library: Library) -> Iterator[Finding]:
    """Such a choice is answered by logic, not by knowing, and choices may be shuffled."""
    for _, _, choices, _ in _lists(library):
        for choice in choices:
            found = "of the above" in choice.text.lower()
            if found and (match := _ALL_OR_NONE.search(choice.text)):
                yield Finding(choice.at("text"), f'the choice says "{match[0]}"')
