"""Pages made from data: those of all families, and where they are.

They are Markdown like any author's page, so that every engine, the checks and the
search treat them alike. A page of the same path in docs/ takes the place of one here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from ..model.made import MadePage
from ..text.escaping import as_markdown
from ..text.urls import resolve, split
from .base import Pages
from .registry import FAMILIES

_ALL: tuple[Pages, ...] = tuple(each for family in FAMILIES.values() for each in family.pages)


MADE: tuple[MadePage, ...] = tuple(page for each in _ALL for page in each.made)
"""The pages of all families, in the order of the families' names."""


def generated_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of every generated page by its path under docs/, sorted."""
    made = [page for each in _ALL if not each.on_demand for page in each.make(library).items()]
    wanted = _wanted(library)
    asked = (page for each in _ALL if each.on_demand for page in each.make(library).items())
    pages = dict(sorted([*made, *(page for page in asked if page[0] in wanted)]))
    return pages | {path: pages[path] + note for path, note in _notes(library) if path in pages}


def _notes(library: Library) -> Iterator[tuple[str, str]]:
    """Yield what the handbook adds at the end of a page, with the page's path."""
    for page in MADE:
        own = library.handbook.pages.get(page.name)
        if own and own.note and not page.of:
            yield library.path_of(page), f"\n{as_markdown(own.note)}\n"


def _wanted(library: Library) -> set[str]:
    """Return what the menu and the authors' links lead to, relative to docs/."""
    links = (
        resolve(split(link.target)[0], path)
        for path, page in library.pages.items()
        for link in page.links
    )
    return {*(path for path, _ in library.nav), *links}
