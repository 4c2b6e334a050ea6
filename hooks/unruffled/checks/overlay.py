"""Rules for a handbook that is built on another one: what it leaves out of that."""

from __future__ import annotations

from collections.abc import Iterator

from ..loading.reading import is_in
from ..model.content import FOLDERS
from ..model.library import Library
from ..problems import closest
from .registry import Finding, rule

HOME = "index.md"


@rule(
    "HB126",
    meaning="handbook.yml leaves out what is not there.",
    cure="Write the path of a file, or of a folder, as it lies in what the handbook is built on.",
)
def what_is_left_out_was_there(library: Library) -> Iterator[Finding]:
    """A name that is misspelt leaves in what was to go."""
    handbook = library.handbook
    for index, path in enumerate(handbook.without):
        place = handbook.at("without", index)
        if not library.is_overlay:
            cure = "delete the file itself, or name with `base` what the handbook is built on"
            yield Finding(place, "the handbook is built on no other one", cure)
        elif not any(is_in(each, {path}) for each in library.gone):
            yield Finding(place, *_why(library, path))


def _why(library: Library, path: str) -> tuple[str, str | None]:
    base = library.roots[1].called
    known = _paths(library)
    if any(is_in(each, {path}) for each in known.values()):
        return f'"{path}" is a file of your own', "delete it, or remove the line"
    guess = closest(path, known)
    cause = f'{base} has no "{path}" that could be left out'
    return (f'{cause}: did you mean "{guess}"?' if guess else cause), None


def _paths(library: Library) -> dict[str, str]:
    """Return the paths of all files, as they lie in their folders, and as messages name them."""
    docs = {f"docs/{path}": library.shown_path(path) for path in library.files}
    things = (each.at().path for row in FOLDERS for each in library.read(row).values())
    return docs | {path.rpartition(":")[2]: path for path in things}


@rule(
    "HB127",
    meaning="handbook.yml leaves out a card for people in danger.",
    cure="Remove the line. To say it in your own words, write a card of the same name in "
    "situations/: it takes the place of that one.",
)
def risk_cards_stay(library: Library) -> Iterator[Finding]:
    """Who is in danger must not be led to a card that somebody has left out."""
    safety, handbook = library.safety, library.handbook
    for each in safety.cards if safety and handbook.without else ():
        path = f"situations/{each.card}.yml"
        if path in library.gone:
            index = next(i for i, entry in enumerate(handbook.without) if is_in(path, {entry}))
            yield Finding(handbook.at("without", index), f'"{path}" is for people in danger')


@rule(
    "HB131",
    meaning="handbook.yml leaves out the first page, and there is no own one.",
    cure="Remove the line, or write docs/index.md: every site has a first page.",
)
def the_first_page_stays(library: Library) -> Iterator[Finding]:
    """Who opens the handbook has to see something."""
    for index, entry in enumerate(library.handbook.without):
        if f"docs/{HOME}" in library.gone and is_in(f"docs/{HOME}", {entry}):
            yield Finding(library.handbook.at("without", index), "the first page is left out")
