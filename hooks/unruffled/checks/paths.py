"""Rules for learning paths: every step leads somewhere and takes a time that is known."""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks.made import CONVERSATION
from ..model.library import Library
from ..model.path import LearningPath, Step
from ..problems import Place, nearest
from .ids import unlike_file
from .registry import Finding, rule


def _steps(library: Library) -> Iterator[tuple[LearningPath, Step]]:
    for path in library.paths.values():
        yield from ((path, step) for stage in path.stages for step in stage.steps)


@rule(
    "LP101",
    meaning="A path's id differs from its file name.",
    cure="Give the id and the file the same name: it is the path's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A path is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.paths), "path")


@rule(
    "LP102",
    meaning="A step of a path names a page that does not exist.",
    cure="Name a page from docs/ on: lessons/greeting.md.",
)
def pages_exist(library: Library) -> Iterator[Finding]:
    """A step to nowhere ends the path for whoever follows it."""
    for _, step in _steps(library):
        unread = library.is_unread(step.page or "")
        if step.page and step.page not in library.pages and not unread:
            cause = f'there is no page "{step.page}": {nearest(step.page, library.pages)}'
            yield Finding(step.at("page"), cause)


@rule(
    "LP103",
    meaning="A step of a path does not say what to do, or for how long.",
    cure="Give it a `page`; or `do` with `minutes`.",
)
def steps_say_what_to_do(library: Library) -> Iterator[Finding]:
    """Without a page, nobody knows what to do, and nothing says how long it takes."""
    for _, step in _steps(library):
        if step.page is None and step.do is None:
            yield Finding(step.at(), "the step has neither `page` nor `do`")
        elif step.page is None and step.minutes is None:
            yield Finding(step.at(), "the step has no page to count minutes from")


@rule(
    "LP104",
    meaning="A path has a module twice.",
    cure="Remove the second one, or name another page.",
)
def nothing_is_done_twice(library: Library) -> Iterator[Finding]:
    """A module that stands twice in a path is done at the first, and the second looks done."""
    for path in library.paths.values():
        seen: dict[str, Place] = {}
        for _, step in ((path, each) for stage in path.stages for each in stage.steps):
            page = library.pages.get(step.page or "")
            if page is None or not page.is_module:
                continue
            if page.path in seen:
                cause = f"{page.path} stands in this path already (line {seen[page.path].line})"
                yield Finding(step.at("page"), cause)
            seen.setdefault(page.path, step.at("page"))


@rule(
    "LP105",
    meaning="A path for new agents leads to a hard conversation.",
    cure="Remove the step, or name another conversation; or leave `newcomers` out.",
)
def newcomers_are_led_to_nothing_hard(library: Library) -> Iterator[Finding]:
    """Abuse and threats are practised by choice, and not as a step of the first days."""
    hard = {
        library.path_of(CONVERSATION, each.id) for each in library.scenarios.values() if each.hard
    }
    for path, step in _steps(library):
        if path.newcomers and step.page in hard:
            cause = f"{step.page} is a hard conversation, and this path is for new agents"
            yield Finding(step.at("page"), cause)
