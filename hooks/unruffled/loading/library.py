"""Read a handbook's folders, its own and those that it is built on, into one Library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ..keeping import Memo
from ..model.content import CONTENT, File
from ..model.handbook import Handbook
from ..model.library import Library
from ..model.organisation import NOBODY, Organisation
from ..model.page import Page
from ..model.reference import Vocabulary
from ..model.roots import Root
from ..problems import Problem, problem
from ..words import Words
from . import menus
from .bases import root_of
from .menu import Menu
from .menus import kept, with_own_pages
from .merging import merged
from .reading import Reader, fold
from .words import chosen, read_words

OWN = frozenset({Organisation})
"""Files that each handbook has for itself."""


def load(
    root: Path, words: frozenset[str], memo: Memo | None = None
) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``, and what it is built on.

    ``words`` are those of the fences that the core fills on pages. A file whose text ``memo``
    knows is not parsed again.

    Returns the Library and the faults of form found on the way; never raises for an
    author's mistake. Rules about content are in ``checks``.
    """
    readers, faults = _readers(Root(root), words, memo or Memo())
    found: dict[str, Any] = {}
    for row in CONTENT:
        found[row.path] = _content(readers, row)
        if row.model is Vocabulary:
            for reader in readers:
                reader.situations = {each.label: each.id for each in found[row.path].situations}
    pages = _pages(readers)
    menu, misplaced = _menu(readers, pages)
    faults += misplaced
    translations, misspelt = _words(readers)
    library = Library(
        **{row.field: found.pop(row.path) for row in CONTENT if row.field},
        others=found,
        pages=pages,
        nav=tuple(menu.pages),
        sections=menu.sections,
        files=frozenset().union(*(reader.files for reader in readers)),
        partial=frozenset().union(*(reader.partial for reader in readers)),
        directories=menu.directories,
        theme_language=menu.language,
        asked=tuple(menu.asked),
        elsewhere=(*menu.elsewhere, *readers[0].imported),
        own_colours=menu.own_colours,
        roots=tuple(reader.root for reader in readers),
        below={path: each.root for each in reversed(readers[1:]) for path in each.files},
        gone=frozenset().union(*(reader.gone for reader in readers)),
        menu=menu.entries if _inherits_menu(readers) else None,
        entries=menu.entries or (),
    )
    said = chosen(translations, library.language)
    library = replace(
        library,
        words=said,
        handbook=library.handbook.in_language(said),
        organisation=_named(library.organisation, said),
    )
    problems = [each for reader in readers for each in reader.problems]
    return library, [*faults, *problems, *misspelt]


def _named(organisation: Organisation, words: Words) -> Organisation:
    """Call an organisation that has not named itself in the language of its readers."""
    if organisation.name != NOBODY:
        return organisation
    return organisation.model_copy(update={"name": words.said(NOBODY)})


def _readers(root: Root, words: frozenset[str], memo: Memo) -> tuple[list[Reader], list[Problem]]:
    """Return what reads each folder, the own one first, and what is wrong with the others."""
    readers = [Reader(root, words, memo)]
    problems: list[Problem] = []
    known = {root.folder.resolve()}
    readers[0].names()
    while (base := (handbook := readers[-1].handbook).base) is not None:
        below, faults = root_of(handbook, base, readers[-1].root)
        problems += faults
        if below is None:
            break
        if below.folder.resolve() in known:
            cause = f'the handbook in "{base.name}" is built on this one'
            problems.append(problem("HB120", handbook.at("base"), cause, "name another one"))
            break
        known.add(below.folder.resolve())
        readers.append(Reader(below, words, memo))
    _shadow(readers)
    return readers, problems


def _shadow(readers: list[Reader]) -> None:
    """Take from each folder what stands in a folder above it, and what is left out there."""
    taken: set[str] = set()
    left_out: set[str] = set()
    for reader in readers:
        own = reader.paths()
        reader.keep_but_for(taken, left_out)
        taken |= set(map(fold, own))
        left_out |= set(reader.handbook.without)


def _content(readers: list[Reader], row: Any) -> Any:
    """Return what a row of CONTENT says: things by the names of their files, or one thing."""
    if not isinstance(row, File):
        found: dict[str, Any] = {}
        for reader in reversed(readers):
            found |= reader.folder(row.name, row.model)
        return dict(sorted(found.items())) if len(readers) > 1 else found
    value = None
    for reader in reversed(readers if row.model not in OWN else readers[:1]):
        mine = reader.handbook if row.model is Handbook else reader.one(row.path, row.model)
        value = merged(mine, value)
    return value if value is not None or not row.absent else row.absent()


def _pages(readers: list[Reader]) -> dict[str, Page]:
    found: dict[str, Page] = {}
    for reader in reversed(readers):
        found |= reader.pages()
    return dict(sorted(found.items())) if len(readers) > 1 else found


def _words(readers: list[Reader]) -> tuple[dict[str, Words], list[Problem]]:
    """Return the translations, and the faults of the own ones."""
    found: dict[str, Words] = {}
    faults: list[Problem] = []
    for reader in reversed(readers):
        translations, faults = read_words(reader.root.folder)
        found |= translations
    return found, faults


def _inherits_menu(readers: list[Reader]) -> bool:
    return len(readers) > 1 and readers[0].menu.entries is None


def _menu(readers: list[Reader], pages: dict[str, Page]) -> tuple[Menu, list[Problem]]:
    """Return the menu of the first folder that has one; all other settings are the own ones."""
    own = readers[0].menu
    found = next((each.menu for each in readers if each.menu.entries is not None), own)
    if not _inherits_menu(readers) or found.entries is None:
        return replace(own, pages=found.pages, sections=found.sections, entries=found.entries), []
    gone = frozenset().union(*(each.gone for each in readers))
    entries = kept(found.entries, lambda path: f"docs/{path}" not in gone)
    entries, faults = with_own_pages(entries, pages)
    places = dict(found.pages)
    listed = list(menus.listed(entries))
    targets = (path for path, _ in listed if path.endswith(".md"))
    at = [(path, places.get(path) or pages[path].place) for path in targets]
    return replace(own, pages=at, sections=dict(listed), entries=entries), faults
