"""Ids that are gone stay gone: what people have kept under them would mean something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from ..model.base import Model
from ..model.library import Library
from ..model.triggers import trigger
from .registry import Finding, rule

M = TypeVar("M", bound=Model)


@rule(
    "RF107",
    meaning="An id that is retired is used again: records, favourites and triggers still have it.",
    cure="Take another id; `retired` in vocabulary.yml lists those that are gone.",
)
def retired_ids_are_not_used_again(library: Library) -> Iterator[Finding]:
    """A favourite, an answer in a record and a trigger in somebody's fingers outlive a file."""
    gone = library.vocabulary.retired
    questions = set(gone.questions)
    for quiz in _of_whoever_retires(library, library.quizzes):
        for question in quiz.questions:
            if (name := f"{quiz.id}/{question.id}") in questions:
                yield Finding(question.at("id"), f"the question {name} is retired")
    phrases = set(gone.phrases)
    triggers = {trigger(*each.split("/")): each for each in gone.phrases}
    for table in _of_whoever_retires(library, library.phrases):
        for phrase in table.phrases:
            if (name := f"{table.id}/{phrase.id}") in phrases:
                yield Finding(phrase.at("id"), f"the phrase {name} is retired")
            elif old := triggers.get(used := trigger(table.id, phrase.id)):
                yield Finding(phrase.at("id"), f"{used} was the trigger of {old}, which is retired")


def _of_whoever_retires(library: Library, things: Mapping[str, M]) -> list[M]:
    """Return the files that the list is about: an own copy may keep what a later base retires."""
    own = library.is_overlay
    return [each for each in things.values() if not own or library.is_inherited(each)]
