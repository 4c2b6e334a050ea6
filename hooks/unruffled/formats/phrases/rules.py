"""Rules for phrases that leave the site: every format can carry them, every trigger works."""

from __future__ import annotations

from collections.abc import Iterator

from ...checks.lines import LISTS
from ...checks.registry import Finding, once, rule
from ...model.library import Library
from ...model.triggers import clashes
from ...problems import Problem, nearest
from . import FORMATS, Entry, entries, unmapped
from .faults import foreign

_entries = once(entries)


def _finding(problem: Problem) -> Finding:
    return Finding(problem.place, problem.cause, problem.cure)


@rule("EX101")
def gaps_of_the_call_have_counterparts(library: Library) -> Iterator[Finding]:
    """A help desk knows the customer and the case: a blank is work that it could do.

    An organisation that has named one of its tools has said which it uses; the others are not
    its concern.
    """
    own = library.organisation.exports
    named = [name for name in FORMATS if own.words(name)]
    forms = [FORMATS[name] for name in named or FORMATS]
    if "organisation.yml" not in library.partial:
        yield from map(_finding, unmapped(library, forms, _entries(library)))


@rule(
    "EX102",
    meaning="`exports` in organisation.yml names a gap that does not exist.",
    cure="Correct the name, or add it to `gaps`.",
)
def named_gaps_exist(library: Library) -> Iterator[Finding]:
    """A counterpart of nothing is a slip of the pen."""
    organisation = library.organisation
    known = library.gaps
    for tool in organisation.exports.tools:
        for name in organisation.exports.words(tool):
            if name not in known and not LISTS & library.partial:
                place = organisation.exports.at(tool, name)
                cause = f'there is no gap "{name}": {nearest(name, known)}'
                yield Finding(place, cause)


@rule(
    "EX105",
    meaning="`exports` in organisation.yml names a tool that has no words for gaps.",
    cure="Use the name of a help desk, as `unruffled export` lists it, or remove it.",
)
def named_tools_have_words(library: Library) -> Iterator[Finding]:
    """What is said of a tool that nobody writes for is lost."""
    exports = library.organisation.exports
    known = [name for name, form in FORMATS.items() if form.words is not None]
    for tool in exports.tools:
        if tool not in known:
            cause = f'there is no help desk "{tool}" here: {nearest(tool, known)}'
            yield Finding(exports.origin.key(tool), cause)


@rule("EX103")
def phrases_have_no_signs_of_a_tool(library: Library) -> Iterator[Finding]:
    """What a tool reads as its own would be replaced or lost when somebody uses the phrase."""
    yield from map(_finding, foreign(FORMATS.values(), _entries(library)))


@rule(
    "EX104",
    meaning="Two phrases get the same trigger for text expanders.",
    cure="Give the newer phrase another id.",
)
def triggers_can_all_be_typed(library: Library) -> Iterator[Finding]:
    """A text expander takes the first that fits, at once: the other one could never be typed."""
    first: dict[str, Entry] = {}
    for entry in _entries(library):
        other = first.setdefault(entry.trigger, entry)
        if other.id != entry.id:  # the same id twice is a fault of its own
            cause = f"{entry.trigger} is the trigger of {other.id} already"
            yield Finding(entry.source.at("id"), cause)
    for short, long in clashes(first):
        cause = f"{long} begins like {short}, the trigger of {first[short].id}"
        yield Finding(first[long].source.at("id"), cause)
