"""What a command means by a name, or why it means nothing: each refusal says what there is."""

from __future__ import annotations

from collections.abc import Mapping

import click

from ..model.base import is_id
from ..model.library import Library
from ..model.page import Page
from ..model.quiz import Quiz
from ..problems import nearest


def quizzes_named(
    library: Library, names: tuple[str, ...], known: Mapping[str, Quiz], what: str = ""
) -> list[Quiz]:
    """Return the quizzes ``names`` of those that are ``known``, or all of them.

    ``what`` says what a known quiz has: it ends the sentence `no quiz "x"…`. Raises
    ClickException for one that is not there, or has faults.
    """
    for name in names:
        if library.file_of("quizzes", name) in library.partial:
            raise click.ClickException(
                f"quizzes/{name}.yml has faults; mend them first: `unruffled check`"
            )
        if name not in known:
            raise click.ClickException(f'no quiz "{name}"{what}: {nearest(name, known)}')
    wanted = names or sorted(known)
    return [known[name] for name in wanted if not library.is_partial(known[name])]


def check_listed(name: str, key: str, known: list[str], file: str = "vocabulary.yml") -> None:
    """Refuse a name that ``file`` does not have under ``key``."""
    if name not in known:
        raise click.ClickException(
            f'{file} has no "{name}" in `{key}`; add it, or take one of {", ".join(known)}'
        )


def lists_of(library: Library) -> dict[str, list[str]]:
    """Return the ids that fields of a new file may have, by the name of their list."""
    lists = {name: list(words) for name, words in library.handbook.words.items()}
    situations = [each.id for each in library.vocabulary.situations]
    return lists | {"situations": situations or ["first-situation"]}


TAKES_OVER = "escalation_contact"
"""The slot that says who takes over, in a handbook that has it."""


def slot_of(library: Library) -> str:
    """Return the slot that a new card names: who takes over, else the first one."""
    slots = lists_of(library)["slots"]
    return TAKES_OVER if TAKES_OVER in slots else next(iter(slots), TAKES_OVER)


def heading_of(library: Library, page: Page, fence: str) -> str:
    """Return the heading under which a page has a fence; empty where it may stand anywhere."""
    shape = library.shape_of(page)
    return shape.holders.get(fence, "") if shape else ""


def as_id(name: str) -> str:
    """Return ``name`` if it can be an id; refuse it otherwise."""
    if not is_id(name):
        raise click.ClickException(
            f'"{name}" cannot be an id: use small letters, digits and single hyphens'
        )
    return name


def as_title(name: str) -> str:
    """Return a title made of an id."""
    return name.replace("-", " ").capitalize()


def module_named(library: Library, page: str) -> Page:
    """Return the module page ``page``, or say which there are."""
    found = library.pages.get(page)
    if found is None or not found.is_module:
        modules = sorted(path for path, each in library.pages.items() if each.is_module)
        raise click.ClickException(
            f'"{page}" is not a module page. There are: {", ".join(modules)}'
        )
    return found


def quiz_to_add_to(library: Library, name: str) -> Quiz:
    """Return the quiz ``name``, to which a question can be added, or say why not."""
    file = library.file_of("quizzes", name)
    if file in library.partial:
        raise click.ClickException(f"{file} has faults; mend them first: `unruffled check`")
    found = library.quizzes.get(name)
    if found is None:
        raise click.ClickException(
            f'there is no quiz "{name}". There are: {", ".join(sorted(library.quizzes))}'
        )
    if library.is_inherited(found):
        raise click.ClickException(
            f"quizzes/{name}.yml is not yours: take it over first: "
            f"`unruffled copy quizzes/{name}.yml`"
        )
    if found.pool:
        raise click.ClickException(
            f'"{name}" draws from other quizzes; add the question to one of {", ".join(found.pool)}'
        )
    return found


def check_free(quiz: Quiz, name: str) -> None:
    """Refuse the name of a question that is there."""
    if any(each.id == name for each in quiz.questions):
        raise click.ClickException(f'"{quiz.id}" has a question "{name}" already')


def check_objective(objective: str, quiz: Quiz, page: Page) -> None:
    """Refuse an objective that the quiz's module does not have."""
    known = [each.id for each in page.meta.objectives]
    if objective not in known:
        raise click.ClickException(
            f'the module of "{quiz.id}" has no objective "{objective}". '
            f"There are: {', '.join(known)}"
        )
