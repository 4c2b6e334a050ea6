"""Rules for fences: what a page asks the core to put in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..loading.fences import KINDS
from ..model.library import Library
from ..model.organisation import SLOT_LABELS
from ..model.page import Fence, Page
from ..problems import Place, nearest
from .registry import Finding, rule


def _fences(library: Library) -> Iterator[tuple[Page, Fence, Place]]:
    for page in library.pages.values():
        yield from ((page, fence, place) for fence, place in page.fences)


def names_for(library: Library, kind: str) -> Collection[str]:
    """The names that a fence of this kind may hold; empty where its body must be empty."""
    return {
        "quiz": library.quizzes,
        "phrases": library.phrases,
        "card": library.cards,
        "letter": library.letters,
        "path": library.paths,
        "scenario": library.scenarios,
        "assignment": library.assignments,
        "session": library.sessions,
        "session-material": library.sessions,
        "session-follow-up": library.sessions,
        "quiz-key": library.quizzes,
        "quiz-sheet": library.quizzes,
        "scenario-map": library.scenarios,
        "role-play-sheet": library.scenarios,
        "organisation": SLOT_LABELS,
    }.get(kind, ())


MOST_NAMES = {
    "overview": 0,
    "sources": 0,
    "course": 0,
    "review": 0,
    "record": 0,
    "exports": 0,
    "packages": 0,
    "guide": 0,
    "card": 1,
    "letter": 1,
    "letters": 0,
    "finder": 0,
    "unsaid": 0,
    "path": 1,
    "scenario": 1,
    "scenario-map": 1,
    "role-play-sheet": 1,
    "practice": 0,
    "assignment": 1,
    "assigned": 0,
    "assign": 0,
    "team": 0,
    "kept": 0,
    "upkeep": 0,
    "session": 1,
    "session-material": 1,
    "session-follow-up": 1,
    "rubric": 0,
    "quiz-key": 1,
    "quiz-sheet": 1,
    "quiz": 1,
    "organisation": 1,
}
"""How many names a fence of each kind may hold; `phrases` shows any number of tables as one."""


FOLDERS = {
    "quiz": "quizzes",
    "phrases": "phrases",
    "card": "situations",
    "letter": "letters",
    "path": "paths",
    "scenario": "scenarios",
    "assignment": "assignments",
    "session": "sessions",
    "session-material": "sessions",
    "session-follow-up": "sessions",
    "quiz-key": "quizzes",
    "quiz-sheet": "quizzes",
    "scenario-map": "scenarios",
    "role-play-sheet": "scenarios",
}
"""Where the files are that a fence names."""

NOUNS = {
    "phrases": "phrase table",
    "organisation": "slot",
    "session-material": "session",
    "session-follow-up": "session",
    "quiz-key": "quiz",
    "quiz-sheet": "quiz",
    "scenario-map": "scenario",
    "role-play-sheet": "scenario",
}
"""What a fence names, where its kind is not the word for it."""


@rule("FN101", meaning="A fence names something that does not exist.", cure="Correct the name.")
def named_thing_exists(library: Library) -> Iterator[Finding]:
    """A fence that names nothing would leave a hole in the page."""
    for _, fence, place in _fences(library):
        known, most = names_for(library, fence.kind), MOST_NAMES.get(fence.kind)
        if most is not None and len(fence.names) > most:
            cure = f"leave {'one name' if most else 'nothing'} between the backticks"
            yield Finding(place, f"the fence `{fence.kind}` holds too much", cure)
        elif not fence.names and most != 0:
            cure = f"write the name on a line of its own: {nearest('', known)}"
            yield Finding(place, f"the fence `{fence.kind}` names nothing", cure)
        else:
            yield from _unknown_names(library, fence, place, known)


def _unknown_names(
    library: Library, fence: Fence, place: Place, known: Collection[str]
) -> Iterator[Finding]:
    for offset, name in enumerate(fence.names, 1):
        if name not in known and not unread(library, fence.kind, name):
            cause = (
                f'there is no {NOUNS.get(fence.kind, fence.kind)} "{name}": {nearest(name, known)}'
            )
            yield Finding(Place(place.path, place.line + offset), cause)


def unread(library: Library, kind: str, name: str) -> bool:
    """Whether there is a file for the name, with faults that keep it from being read."""
    return library.file_of(FOLDERS.get(kind, ""), name) in library.partial


@rule(
    "FN102",
    meaning="A fence does not stand at the margin.",
    cure="Take away what stands before the three backticks.",
)
def at_the_margin(library: Library) -> Iterator[Finding]:
    """Inside a list or a box the core does not see it."""
    for _, fence, place in _fences(library):
        if fence.indented:
            yield Finding(place, f"the fence `{fence.kind}` does not stand at the margin")


@rule("FN103", meaning="A fence is never closed.", cure="Add a line of three backticks below it.")
def closed(library: Library) -> Iterator[Finding]:
    """An open fence swallows the rest of the page."""
    for _, fence, place in _fences(library):
        if not fence.closed:
            yield Finding(place, f"the fence `{fence.kind}` that opens here is not closed")
    for page in library.pages.values():
        for slip in page.slips_of("fence-uneven"):
            cause = f"the lines of the fence {slip.written} are not indented as the first of them"
            yield Finding(slip.place, cause, "Indent all of them alike, the last one, too.")
        for slip in page.slips_of("fence-open"):
            yield Finding(slip.place, f"the fence {slip.written} that opens here is not closed")


@rule(
    "FN104",
    meaning="The same fence stands twice on a page.",
    cure="Keep one; addresses on a page must be unique.",
)
def once_a_page(library: Library) -> Iterator[Finding]:
    """Addresses and answers on a page must be unique."""
    for page in library.pages.values():
        seen: set[tuple[str, str]] = set()
        for fence, place in page.fences:
            shown = {(fence.kind, name) for name in fence.names or ("",)}
            if seen & shown:
                yield Finding(place, f"the fence `{fence.kind}` shows the same thing again")
            seen |= shown


@rule(
    "FN105",
    meaning="A fence needs something that the page's front matter does not give.",
    cure="Add it to the front matter, or remove the fence.",
)
def front_matter_gives_what_it_needs(library: Library) -> Iterator[Finding]:
    """`overview` shows the summary and objectives, `sources` the evidence."""
    for page, fence, place in _fences(library):
        if place.path in library.partial:
            continue
        needs = {
            "overview": (page.meta.summary and page.is_module, "`summary` and `objectives`"),
            "sources": (page.meta.evidence, "`evidence`"),
        }.get(fence.kind)
        if needs and not needs[0]:
            cause = f"the fence `{fence.kind}` needs {needs[1]}"
            yield Finding(place, cause, f"add {needs[1]} to the front matter")


@rule(
    "FN106",
    meaning="A fence has a word that is very like one of ours.",
    cure="Correct the word after the backticks, or the page shows the fence as code.",
)
def kind_is_spelt_right(library: Library) -> Iterator[Finding]:
    """A word that the core does not know is shown as code."""
    for page in library.pages.values():
        for word, place in page.misspelt:
            yield Finding(place, f'a fence of the kind "{word}": {nearest(word, KINDS)}')
