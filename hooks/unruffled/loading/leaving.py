"""What becomes of the rest where a handbook leaves something out of what it is built on.

A module takes with it what is only for it: its quizzes, phrases, session and exercises for the
voice. Steps, pools, tasks and fences pass over what is gone. Links to it become text when a page
is made.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from ..model.assignment import Assignment, Task
from ..model.base import Model
from ..model.card import Card
from ..model.content import FOLDERS
from ..model.library import Library, row_of
from ..model.page import Fence, Page
from ..model.path import LearningPath, Stage
from ..model.phrases import PhraseTable
from ..model.quiz import Quiz
from ..model.reference import Vocabulary
from ..model.scenario import Scenario
from ..model.session import Session
from ..model.voice import Voice

M = TypeVar("M", bound=Model)

OF_A_MODULE: tuple[type[Model], ...] = (Quiz, PhraseTable, Session, Voice)
"""What is for one module only."""


def without_what_is_gone(library: Library, fences: Mapping[str, type[Model]]) -> Library:
    """Return the Library of a handbook that is built on another one, complete in itself.

    ``fences`` has the model of what each fence names. The handbook's own files keep what they say,
    but for the names of what is left out.
    """
    if not library.gone:
        return library
    library = _without_things(library)
    gone = _Gone(library)
    vocabulary = _vocabulary(library.vocabulary, gone)
    changes: dict[str, Any] = {
        "vocabulary": vocabulary,
        "quizzes": _each(library.quizzes, lambda quiz: _quiz(quiz, gone)),
        "paths": _each(library.paths, lambda path: _path(path, gone)),
        "sessions": _each(library.sessions, lambda session: _session(session, gone)),
        "cards": _each(library.cards, lambda card: _card(card, gone)),
    }
    library = _noted(replace(library, **changes), library)
    gone = _Gone(library)
    tasks = _each(library.assignments, lambda each: _assignment(each, gone))
    library = _noted(replace(library, assignments=tasks), library)
    return replace(
        library,
        pages={path: _page(page, library.gone, fences) for path, page in library.pages.items()},
        **_finder(library),
    )


class _Gone:
    """What is left out, as other files name it."""

    def __init__(self, library: Library) -> None:
        self.paths = library.gone

    def page(self, path: str | None) -> bool:
        return f"docs/{path}" in self.paths

    def thing(self, model: type[Model], name: str | None) -> bool:
        return f"{row_of(model).name}/{name}.yml" in self.paths


def _without_things(library: Library) -> Library:
    """Take out what is for a module that is gone, and note the pages that nothing is left for."""
    gone = _Gone(library)
    found: dict[str, Any] = {}
    others = dict(library.others)
    for model in OF_A_MODULE:
        row, things = row_of(model), library.of(model)
        into, name = (found, row.field) if row.field else (others, row.path)
        into[name] = _each(things, lambda each: _if_taught(each, library, gone))
    return _noted(replace(library, others=others, **found), library)


def _if_taught(thing: Any, library: Library, gone: _Gone) -> Any:
    """Return a thing of a module; None where it comes from below, and its module is gone."""
    return None if library.is_inherited(thing) and gone.page(thing.module) else thing


def _noted(library: Library, before: Library) -> Library:
    """Add to what is gone the files of things that were taken out, and the pages made of them."""
    paths = set(library.gone)
    for row in FOLDERS:
        there = library.read(row)
        paths |= {f"{row.path}{name}.yml" for name in before.read(row) if name not in there}
        names = [
            path.removeprefix(row.path).rpartition(".")[0]
            for path in paths
            if path.startswith(row.path)
        ]
        paths |= {
            f"docs/{page.format(name)}"
            for name in names
            for page in library.homes.get(row.model, ())
            if name not in there and page.format(name) not in library.pages
        }
    return replace(library, gone=frozenset(paths))


def _each(things: Mapping[str, M], change: Callable[[M], M | None]) -> dict[str, M]:
    changed = {name: change(each) for name, each in things.items()}
    return {name: each for name, each in changed.items() if each is not None}


def _but(names: Iterable[M], is_gone: Callable[[M], bool]) -> tuple[M, ...]:
    return tuple(each for each in names if not is_gone(each))


def _quiz(quiz: Quiz, gone: _Gone) -> Quiz | None:
    pool = tuple(name for name in quiz.pool if not gone.thing(Quiz, name))
    if pool == quiz.pool:
        return quiz
    return quiz.model_copy(update={"pool": pool}) if pool else None


def _path(path: LearningPath, gone: _Gone) -> LearningPath | None:
    stages = []
    for stage in path.stages:
        steps = _but(stage.steps, lambda step: gone.page(step.page))
        changed = steps != stage.steps
        stages += [_with_steps(stage, steps) if changed else stage] if steps else []
    if not stages:
        return None
    return (
        path if tuple(stages) == path.stages else path.model_copy(update={"stages": tuple(stages)})
    )


def _with_steps(stage: Stage, steps: tuple[Any, ...]) -> Stage:
    return stage.model_copy(update={"steps": steps})


def _session(session: Session, gone: _Gone) -> Session:
    if not gone.thing(Scenario, session.scenario):
        return session
    return session.model_copy(update={"scenario": None})


def _card(card: Card, gone: _Gone) -> Card:
    instead = _but(card.instead, lambda each: gone.thing(Card, each.card))
    module = None if gone.page(card.module) else card.module
    then = tuple(name for name in card.next if not gone.thing(Card, name))
    if (instead, then, module) == (card.instead, card.next, card.module):
        return card
    return card.model_copy(update={"instead": instead, "next": then, "module": module})


def _assignment(assignment: Assignment, gone: _Gone) -> Assignment | None:
    tasks = tuple(kept for each in assignment.tasks if (kept := _task(each, gone)))
    if tasks == assignment.tasks:
        return assignment
    return assignment.model_copy(update={"tasks": tasks}) if tasks else None


def _task(task: Task, gone: _Gone) -> Task | None:
    named = ((Quiz, task.quiz), (Scenario, task.scenario), (LearningPath, task.path))
    if any(name and gone.thing(model, name) for model, name in named):
        return None
    pool = tuple(name for name in task.pool if not gone.thing(Quiz, name))
    if pool == task.pool:
        return task
    return task.model_copy(update={"pool": pool}) if pool else None


def _vocabulary(vocabulary: Vocabulary, gone: _Gone) -> Vocabulary:
    """Take away what terms lead to; techniques keep their names."""
    terms = tuple(
        each.model_copy(update={"see": None}) if gone.page(each.see) else each
        for each in vocabulary.terms
    )
    return vocabulary.model_copy(update={"terms": terms})


def _finder(library: Library) -> dict[str, Any]:
    """Take cards that are gone out of what leads to them."""
    found: dict[str, Any] = {}
    if library.signs:
        cards = _but(library.signs.cards, lambda each: each.card not in library.cards)
        loud = library.signs.loud if library.signs.loud in library.cards else None
        found["signs"] = library.signs.model_copy(update={"cards": cards, "loud": loud})
    return found


def left(fence: Fence, gone: Container[str], fences: Mapping[str, type[Model]]) -> Fence | None:
    """Return a fence without the names that are ``gone``; None where nothing is left to show."""
    if fence.kind not in fences or not fence.names:
        return fence
    folder = row_of(fences[fence.kind]).path
    names = [name for name in fence.names if f"{folder}{name}.yml" not in gone]
    if len(names) == len(fence.names):
        return fence
    return replace(fence, body="\n".join(names)) if names else None


def _page(page: Page, gone: frozenset[str], fences: Mapping[str, type[Model]]) -> Page:
    kept = tuple((now, place) for fence, place in page.fences if (now := left(fence, gone, fences)))
    return page if kept == page.fences else replace(page, fences=kept)
