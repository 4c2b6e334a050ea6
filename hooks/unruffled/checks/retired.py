"""Ids that are gone stay gone: what people have kept under them would mean something else."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from ..model.triggers import trigger
from .registry import Finding, rule


@rule(
    "RF107",
    meaning="An id that is retired is used again: records, favourites and triggers still have it.",
    cure="Take another id; `retired` in vocabulary.yml lists those that are gone.",
)
def retired_ids_are_not_used_again(library: Library) -> Iterator[Finding]:
    """A favourite, an answer in a record and a trigger in somebody's fingers outlive a file."""
    gone = library.vocabulary.retired
    questions = set(gone.questions)
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            if (name := f"{quiz.id}/{question.id}") in questions:
                yield Finding(question.at("id"), f"the question {name} is retired")
    phrases = set(gone.phrases)
    triggers = {trigger(*each.split("/")): each for each in gone.phrases}
    for table in library.phrases.values():
        for phrase in table.phrases:
            if (name := f"{table.id}/{phrase.id}") in phrases:
                yield Finding(phrase.at("id"), f"the phrase {name} is retired")
            elif old := triggers.get(used := trigger(table.id, phrase.id)):
                yield Finding(phrase.at("id"), f"{used} was the trigger of {old}, which is retired")
