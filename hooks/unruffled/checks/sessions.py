"""Rules for sessions and the rubric: a trainer can walk in with the sheet and begin."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from ..problems import Place, nearest
from .ids import repeated, unlike_file
from .registry import Finding, rule

SHORTEST, LONGEST = 20, 90
"""Minutes of a session: what can be begun and ended, and what people can follow."""


@rule("SE101")
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A session is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.sessions), "session")


@rule("SE102")
def each_is_of_a_module_of_its_own(library: Library) -> Iterator[Finding]:
    """A session teaches one module, and whoever looks for it must find one."""
    seen: dict[str, Place] = {}
    modules = [path for path, page in library.pages.items() if page.is_module]
    for session in library.sessions.values():
        place = session.at("module")
        if session.module in seen:
            cause = f"{session.module} has a session already, in {seen[session.module].path}"
            yield Finding(place, cause)
        elif session.module not in modules and f"docs/{session.module}" not in library.partial:
            cause = f'"{session.module}" is not a module: {nearest(session.module, modules)}'
            yield Finding(place, cause)
        seen.setdefault(session.module, place)


@rule("SE103")
def conversations_exist(library: Library) -> Iterator[Finding]:
    """A sheet that points to nothing is found out in front of the group."""
    for session in library.sessions.values():
        name = session.scenario
        unread = library.file_of("scenarios", name or "") in library.partial
        if name and name not in library.scenarios and not unread:
            cause = f'there is no scenario "{name}": {nearest(name, library.scenarios)}'
            yield Finding(session.at("scenario"), cause)


@rule("SE104")
def it_can_be_done_in_one_go(library: Library) -> Iterator[Finding]:
    """Practice that is long is put off, and practice without time for talk is a game."""
    for session in library.sessions.values():
        partial = library.is_partial(session)
        if not partial and not SHORTEST <= session.minutes <= LONGEST:
            cause = f"the parts of `run` take {session.minutes} minutes"
            yield Finding(session.at("run"), cause)


@rule("SE105")
def rows_have_names_of_their_own(library: Library) -> Iterator[Finding]:
    """What is noted for one row must not count for another."""
    if library.rubric:
        yield from repeated(library.rubric.criteria, "criterion")
