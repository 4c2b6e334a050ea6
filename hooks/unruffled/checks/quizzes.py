"""Rules for quizzes. Item rules follow Haladyna, Downing & Rodriguez (2002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.library import Library
from ..model.quiz import Choice, Multiple, Question, Quiz, Single, TrueFalse
from ..problems import Place, nearest
from .ids import repeated, unlike_file
from .registry import Finding, rule
from .texts import is_to_write

_ALL_OR_NONE = re.compile(r"\b(all|none|both) of the above\b", re.IGNORECASE)


def _choosing(library: Library) -> Iterator[Single | Multiple]:
    for quiz in library.quizzes.values():
        yield from (each for each in quiz.questions if isinstance(each, Single | Multiple))


def _name(question: Single | Multiple) -> str:
    return f'question "{question.id}" ({question.kind})'


@rule("QZ101")
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A quiz is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.quizzes), "quiz")


@rule("QZ102")
def question_ids_are_unique(library: Library) -> Iterator[Finding]:
    """A learner's answers are kept by quiz and question id."""
    for quiz in library.quizzes.values():
        yield from repeated(quiz.questions, "question")


@rule("QZ103")
def single_has_one_key(library: Library) -> Iterator[Finding]:
    """One key, no more: else nobody can answer it fairly."""
    for question in _choosing(library):
        keys = sum(choice.correct for choice in question.choices)
        if isinstance(question, Single) and keys != 1:
            count = "no choice is" if keys == 0 else f"{keys} choices are"
            cure = f"{_name(question)}: add `correct: true` to exactly one choice"
            yield Finding(question.at("choices"), f"{count} marked correct", cure)


@rule("QZ104")
def multiple_has_a_key(library: Library) -> Iterator[Finding]:
    """Choosing nothing is not an answer that a learner can give."""
    for question in _choosing(library):
        if isinstance(question, Multiple) and not any(c.correct for c in question.choices):
            cure = f"{_name(question)}: add `correct: true` to each choice that is right"
            yield Finding(question.at("choices"), "no choice is marked correct", cure)


@rule("QZ105")
def some_choice_is_wrong(library: Library) -> Iterator[Finding]:
    """A question in which everything is right tests nothing."""
    for question in _choosing(library):
        if isinstance(question, Multiple) and all(c.correct for c in question.choices):
            cure = f"{_name(question)}: add a choice that is wrong"
            yield Finding(question.at("choices"), "every choice is marked correct", cure)


@rule("QZ106")
def choices_differ(library: Library) -> Iterator[Finding]:
    """Two choices alike cannot be told apart."""
    for question in _choosing(library):
        seen: set[str] = set()
        for choice in question.choices:
            text = choice.text.casefold()
            if text in seen:
                cause = f'the choice "{choice.text}" stands twice in {_name(question)}'
                yield Finding(choice.at("text"), cause)
            seen.add(text)


@rule("QZ110")
def feedback_differs(library: Library) -> Iterator[Finding]:
    """Feedback says why *this* choice is right or wrong; the same for two says it of neither."""
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            first: dict[str, Place] = {}
            for choice in question.choices:
                text = " ".join(choice.feedback.casefold().split())
                place = _feedback_place(question, choice)
                # Through an alias, both are the same text in the same place: a fault of its own.
                if first.setdefault(text, place) != place and not is_to_write(text):
                    cause = f'two choices of question "{question.id}" have the same feedback'
                    yield Finding(place, cause)


def _feedback_place(question: Question, choice: Choice) -> Place:
    if isinstance(question, TrueFalse):
        return question.at("feedback_true" if choice.text == "True" else "feedback_false")
    return choice.at("feedback")


@rule("QZ107")
def no_all_of_the_above(library: Library) -> Iterator[Finding]:
    """Such a choice is answered by logic, not by knowing, and choices may be shuffled."""
    for question in _choosing(library):
        for choice in question.choices:
            if match := _ALL_OR_NONE.search(choice.text):
                yield Finding(choice.at("text"), f'the choice says "{match[0]}"')


@rule("QZ108")
def objective_exists(library: Library) -> Iterator[Finding]:
    """A score by objective needs the objective."""
    for quiz in library.quizzes.values():
        page = library.pages.get(quiz.module)
        if page is None or not page.is_module or page_is_partial(library, quiz):
            continue
        known = {objective.id for objective in page.meta.objectives}
        for question in quiz.questions:
            if question.objective not in known:
                cause = f'the module has no objective "{question.objective}"'
                cure = f'question "{question.id}": {nearest(question.objective, known)}'
                yield Finding(question.at("objective"), cause, cure)


@rule("QZ109")
def module_is_a_module(library: Library) -> Iterator[Finding]:
    """A quiz belongs to the page that teaches what it asks."""
    for quiz in library.quizzes.values():
        if quiz.module and not page_is_partial(library, quiz):
            page = library.pages.get(quiz.module)
            if page is None:
                guess = nearest(quiz.module, library.pages)
                yield Finding(quiz.at("module"), f'there is no page "{quiz.module}": {guess}')
            elif not page.is_module:
                yield Finding(quiz.at("module"), f'"{quiz.module}" has no objectives')


def page_is_partial(library: Library, quiz: Quiz) -> bool:
    """Whether the module's own front matter has faults that must be mended first."""
    return f"docs/{quiz.module}" in library.partial
