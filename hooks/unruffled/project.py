"""One call from a folder to everything known about it: read, complete, check."""

from __future__ import annotations

import contextlib
import gc
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from . import loading
from .blocks.pages import MADE, generated_pages
from .blocks.registry import NAMED, WORDS
from .checks import run
from .copies import moved
from .exam.watch import watched
from .formats.phrases import downloads
from .found import import_all
from .inherited import told
from .loading import menus, mirrors
from .loading.bases import UNFIT
from .loading.leaving import without_what_is_gone
from .loading.markdown_source import read_page
from .loading.reading import is_in
from .upkeep import believed, day_of_seconds, due_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .keeping import Kept, Memo
    from .model.library import Library
    from .problems import Problem

import_all("*/**/rules*.py")  # those of rooms above checks: importing a rule registers it


def load(root: Path, memo: Memo | None = None) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``: what authors wrote, without the pages made from it."""
    library, problems = loading.load(root, WORDS, memo)
    return without_what_is_gone(replace(library, made=(*MADE, *mirrors.MADE)), NAMED), problems


def inspect(
    root: Path, due: str = "", now: str = "", kept: Kept | None = None
) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``; return its Library and all problems, sorted by place.

    The Library holds the pages that are made from data, too. With a day, ``due`` ("2027-03-31"),
    the notes say what is due for another look by then. ``now`` is the clock's day, where a command
    asks for it: no look can be later. With ``kept``, only what changed is read and checked.
    Never raises for an author's mistake.
    """
    with collector_at_rest():
        library, problems = load(root, kept.memo if kept else None)
        if unfit := [each for each in problems if each.code in UNFIT]:
            return library, sorted(unfit)  # all else would follow from that
        # The build's clock is never asked: the same files give the same site on any day.
        day = due or day_of_seconds(os.environ.get("SOURCE_DATE_EPOCH", ""))
        day = day or believed(library, now)
        library = replace(library, day=day)
        problems += due_by(library, due) if due else []
        library = replace(library, downloads=downloads(library))
        mirrored, faults = mirrors.mirrored_pages(library.roots[-1].folder, WORDS, library)
        library = _with_menu(_with_generated_pages(library, mirrored))
        library = replace(library, partial=library.partial | {each.place.path for each in faults})
        problems += moved(root, library) if library.is_overlay else []
        problems += watched(root, library)
        found = [*told(problems + faults, library, read=False), *told(run(library, kept), library)]
        return library, sorted({each for each in found if not _is_elsewhere(each, library)})


def _left_out(made: Iterable[str], library: Library) -> set[str]:
    without = set(library.handbook.without)
    return {path for path in made if is_in(f"docs/{path}", without)} if without else set()


def _with_menu(library: Library) -> Library:
    """Return the Library with a menu that has only pages that are there, if it is another's."""
    if library.menu is None:
        return library
    menu = menus.kept(library.menu, library.pages.__contains__)
    listed = dict(menus.listed(menu))
    nav = tuple((path, place) for path, place in library.nav if path in listed)
    return replace(library, menu=menu, entries=menu, nav=nav, sections=listed)


def _is_elsewhere(found: Problem, library: Library) -> bool:
    """Whether a problem stands on a page that is made from other files, where it is told, too.

    Nobody can mend it on the page: there is no such file.
    """
    path = found.place.path.removeprefix("docs/")
    return path != found.place.path and path in library.generated


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Look for no rubbish meanwhile.

    Reading makes a million small objects that all stay; looking for rubbish among them is a twelfth
    of the time of a large build, and half a second of an author's wait.
    """
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


def _with_generated_pages(library: Library, mirrored: dict[str, str]) -> Library:
    made = generated_pages(library) | mirrored
    gone = _left_out(made, library)
    made = {path: text for path, text in made.items() if path not in gone}
    texts = {path: text for path, text in made.items() if path not in library.pages}
    pages = dict(library.pages)
    files = mirrors.files_of(library)
    for path, text in texts.items():
        # A fault is shown where it can be mended: in the file that the page is a mirror of.
        page, _ = read_page(files.get(path, f"docs/{path}"), text, WORDS)
        pages[path] = replace(page, path=path, generated=True)
    replaced = {path: text for path, text in made.items() if path not in texts}
    left_out = library.gone.union(f"docs/{path}" for path in gone)
    return replace(library, pages=pages, generated=texts, replaced=replaced, gone=left_out)
