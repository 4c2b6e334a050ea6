"""Rules for sessions and the rubric: a trainer can walk in with the sheet and begin."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from ..model.material import Item, Part, PartKind
from ..problems import Place, nearest
from .ids import repeated, unlike_file
from .registry import Finding, rule

SHORTEST, LONGEST = 20, 90
"""Minutes of a session: what can be begun and ended, and what people can follow."""


@rule(
    "SE101",
    meaning="A session's id differs from its file name.",
    cure="Give the id and the file the same name: it is the session's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A session is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.sessions), "session")


@rule(
    "SE102",
    meaning="A session is of a module that does not exist, or that has one already.",
    cure="Name a page under docs/ that has `objectives`, and keep one session for it.",
)
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


@rule(
    "SE103",
    meaning="A session names a conversation that does not exist.",
    cure="Use the name of a file in scenarios/, without .yml, or remove the key.",
)
def conversations_exist(library: Library) -> Iterator[Finding]:
    """A sheet that points to nothing is found out in front of the group."""
    for session in library.sessions.values():
        name = session.scenario
        unread = library.file_of("scenarios", name or "") in library.partial
        if name and name not in library.scenarios and not unread:
            cause = f'there is no scenario "{name}": {nearest(name, library.scenarios)}'
            yield Finding(session.at("scenario"), cause)


@rule(
    "SE104",
    meaning="A session takes longer than anybody can follow, or is over before it begins.",
    cure="Plan 20 to 90 minutes; divide what takes longer.",
)
def it_can_be_done_in_one_go(library: Library) -> Iterator[Finding]:
    """Practice that is long is put off, and practice without time for talk is a game."""
    for session in library.sessions.values():
        partial = library.is_partial(session)
        if not partial and not SHORTEST <= session.minutes <= LONGEST:
            cause = f"the parts of `run` take {session.minutes} minutes"
            yield Finding(session.at("run"), cause)


NEEDED = {PartKind.SORT: "heap", PartKind.PAGES: "lines"}
SHOWN = {PartKind.CARDS: {"back"}, PartKind.SORT: {"heap"}, PartKind.PAGES: {"lines"}}
"""The keys of an item that one kind of material alone prints, and those that it cannot lack."""


def _parts(library: Library) -> Iterator[Part]:
    sessions = library.sessions.values()
    yield from (part for each in sessions if not library.is_partial(each) for part in each.material)


@rule(
    "SE106",
    meaning="An item of a session's material does not fit its kind.",
    cure="Cards may have `back`, each sentence of `sort` has `heap`, each of `pages` has `lines`.",
)
def items_fit_their_kind(library: Library) -> Iterator[Finding]:
    """What the kind does not print would be missing in the room."""
    for part in _parts(library):
        for item in part.items:
            yield from _unfit(item, part.kind)


def _unfit(item: Item, kind: PartKind) -> Iterator[Finding]:
    needed = NEEDED.get(kind)
    if needed and not getattr(item, needed):
        yield Finding(item.at("text"), f"an item of `{kind}` has no `{needed}`")
    for key in ("back", "heap", "lines"):
        if getattr(item, key) and key not in SHOWN[kind]:
            yield Finding(item.at(key), f"`{kind}` does not print `{key}`")


@rule(
    "SE107",
    meaning="All sentences of a session's material belong to one heap.",
    cure="Name at least two heaps, or make cards of the sentences.",
)
def sentences_go_to_several_heaps(library: Library) -> Iterator[Finding]:
    """There is nothing to sort where all go to one heap."""
    for part in _parts(library):
        if part.kind is PartKind.SORT and len(part.heaps) == 1 and "" not in part.heaps:
            yield Finding(part.at("items"), f'all go to one heap: "{next(iter(part.heaps))}"')


@rule(
    "SE108",
    meaning="Two items of a session's material are the same.",
    cure="Remove one of them, or write another one.",
)
def no_item_is_printed_twice(library: Library) -> Iterator[Finding]:
    """Two people with the same card have nothing to compare."""
    for session in library.sessions.values():
        seen: dict[str, int] = {}
        for part in () if library.is_partial(session) else session.material:
            for item in part.items:
                place = item.at("text")
                if item.text in seen:
                    yield Finding(place, f"the same stands in line {seen[item.text]}")
                seen.setdefault(item.text, place.line)


@rule(
    "SE105",
    meaning="Two rows of the rubric share an id.",
    cure="Give each row of the rubric an id of its own.",
)
def rows_have_names_of_their_own(library: Library) -> Iterator[Finding]:
    """What is noted for one row must not count for another."""
    if library.rubric:
        yield from repeated(library.rubric.criteria, "criterion")
