"""The questions of a quiz as other programs know them: each kind says how, in its folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from ...found import import_all
from ...model.library import Library
from ...model.quiz import Question, Quiz
from ..anki import edition_of
from .items import Bank, Item, Made, Note, shown


@cache
def makers() -> Mapping[str, Callable[..., Made]]:
    """Return what makes a question's form for other programs, by its kind."""
    found = import_all("kinds/*/bank.py")
    return {module.__name__.split(".")[-2]: module.made for module in found}


UNKNOWN = "left out: other programs have no form for the kind `{}`"


def bank_of(quiz: Quiz, library: Library | None = None) -> Bank:
    """Return the questions of a quiz as other programs know them, and what that changes.

    A quiz with a pool needs the ``library``, which knows the questions to draw from. Each is then
    named after its quiz, too: two quizzes may have a question of one name.
    """
    if quiz.pool and library:
        asked = [(f"{source.id}.{each.id}", each) for source, each in library.questions_of(quiz)]
    else:
        asked = [(each.id, each) for each in quiz.questions]
    items: list[Item] = []
    notes: list[Note] = []
    for name, question in asked:
        if question.kind not in makers():
            notes.append(Note(name, UNKNOWN.format(question.kind)))
            continue
        made, words = _item(question)
        item = replace(shown(made), id=name)
        items.append(item)
        words += ["its control characters are left out"] if item != replace(made, id=name) else []
        notes += [Note(name, each) for each in words]
    edition = edition_of(library.roots[0].folder) if library and library.roots else 1
    title = shown(quiz.title)
    return Bank(title, tuple(items), tuple(notes), quiz.draw or 0, quiz.id, edition)


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
