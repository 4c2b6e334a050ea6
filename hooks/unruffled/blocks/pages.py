"""Pages made from data: those of all families, and where they are.

They are Markdown like any author's page, so that every engine, the checks and the
search treat them alike. A page of the same path in docs/ takes the place of one here.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.base import Model
from ..model.library import Library
from ..text.urls import resolve, split
from .base import Pages
from .registry import FAMILIES

_ALL: tuple[Pages, ...] = tuple(each for family in FAMILIES.values() for each in family.pages)


def _of() -> dict[type[Model], tuple[str, ...]]:
    found: dict[type[Model], tuple[str, ...]] = {}
    for pages in _ALL:
        for model, paths in pages.of.items():
            found[model] = found.get(model, ()) + paths
    return found


HOMES: Mapping[type[Model], tuple[str, ...]] = _of()
"""The pages of a thing relative to docs/, by its model; `{}` is its id."""

SHARED: Mapping[str, str] = {path: name for each in _ALL for path, name in each.shared.items()}
"""Other pages that are made by themselves, relative to docs/, and what messages call them."""


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
