"""Pages made from data: those of all families, and where they are.

They are Markdown like any author's page, so that every engine, the checks and the
search treat them alike. A page of the same path in docs/ takes the place of one here.
"""

from __future__ import annotations

from ..model.library import Library
from ..model.made import MadePage
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
    return dict(sorted([*made, *(page for page in asked if page[0] in wanted)]))


def _wanted(library: Library) -> set[str]:
    """Return what the menu and the authors' links lead to, relative to docs/."""
    links = (
        resolve(split(link.target)[0], path)
        for path, page in library.pages.items()
        for link in page.links
    )
    return {*(path for path, _ in library.nav), *links}
