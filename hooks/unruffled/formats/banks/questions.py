"""The questions of a quiz as other programs know them: each kind says how, in its folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from ...found import import_all
from ...model.quiz import Question, Quiz
from .items import Bank, Item, Made, Note, shown


@cache
def makers() -> Mapping[str, Callable[..., Made]]:
    """Return what makes a question's form for other programs, by its kind."""
    found = import_all("kinds/*/bank.py")
    return {module.__name__.split(".")[-2]: module.made for module in found}


UNKNOWN = "left out: other programs have no form for the kind `{}`"


def bank_of(quiz: Quiz) -> Bank:
    """Return the questions of a quiz as other programs know them, and what that changes."""
    items: list[Item] = []
    notes: list[Note] = []
    for question in quiz.questions:
        if question.kind not in makers():
            notes.append(Note(question.id, UNKNOWN.format(question.kind)))
            continue
        made, words = _item(question)
        item = shown(made)
        items.append(item)
        words += ["its control characters are left out"] if item != made else []
        notes += [Note(question.id, each) for each in words]
    return Bank(shown(quiz.title), tuple(items), tuple(notes))


def _item(question: Question) -> tuple[Item, list[str]]:
    values, words = makers()[question.kind](question)
    shared = Item(
        id=question.id,
        form=values["form"],
        stem=question.stem,
        explanation=question.explanation,
        hints=tuple(hint.text for hint in question.hints),
        points=question.points,
        tags=tuple(filter(None, (question.objective, question.kind))),
        shuffle=question.shuffle,
    )
    return replace(shared, **values), words
