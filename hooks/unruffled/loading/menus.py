"""The menu of a handbook that is built on another one: the menu there, with own pages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..catalogue import declare
from ..model.page import MenuPlace, Page
from ..model.roots import MenuEntry
from ..problems import Problem, nearest, problem

declare(
    "HB123",
    meaning="A page asks for a place in the menu that there is not.",
    cure="Name a section of the menu with `below`, or a page that stands in it with `after`.",
)

Entries = tuple[MenuEntry, ...]


def with_own_pages(entries: Entries, pages: Mapping[str, Page]) -> tuple[Entries, list[Problem]]:
    """Put the pages that say where into the menu; return it, and what could not be done.

    A page may name one that is put in after it: they are tried again until nothing moves.
    """
    waiting = {path: page for path, page in pages.items() if page.meta.menu}
    moved = True
    while waiting and moved:
        moved = False
        for path, page in list(waiting.items()):
            made = _put(entries, path, page.meta.menu) if page.meta.menu else None
            if made is not None:
                entries, moved = made, True
                del waiting[path]
    faults = [fault for page in waiting.values() if (fault := _fault(entries, page))]
    return entries, faults


def kept(entries: Entries, keep: Callable[[str], bool]) -> Entries:
    """Return the menu with those pages alone that ``keep`` is true for, and no empty section."""
    found = []
    for each in entries:
        if each.target:
            if not each.target.endswith(".md") or keep(each.target):
                found.append(each)
        elif below := kept(each.below, keep):
            found.append(replace(each, below=below))
    return tuple(found)


def listed(entries: Entries, section: str = "") -> Iterator[tuple[str, str]]:
    """Yield each page or address of the menu with the section that it stands in."""
    for each in entries:
        if each.target:
            yield each.target, section
        else:
            yield from listed(each.below, each.title)


def _put(entries: Entries, path: str, place: MenuPlace) -> Entries | None:
    """Return the menu with a page in its place; None where there is no such place."""
    entry = MenuEntry(place.title or "", path)
    if not place.below and not place.after:
        return (*entries, entry)
    for index, each in enumerate(entries):
        if each.target:
            if not place.below and each.target == place.after:
                return (*entries[: index + 1], entry, *entries[index + 1 :])
            continue
        below = _into(each.below, entry, place) if _is(each, place) else None
        below = below or _put(each.below, path, place)
        if below is not None:
            return (*entries[:index], replace(each, below=below), *entries[index + 1 :])
    return None


def _is(section: MenuEntry, place: MenuPlace) -> bool:
    return bool(place.below) and section.title.casefold() == (place.below or "").casefold()


def _into(entries: Entries, entry: MenuEntry, place: MenuPlace) -> Entries | None:
    """Return a section with a page behind the one that is named, or at its end."""
    if not place.after:
        return (*entries, entry)
    at = next((i for i, each in enumerate(entries) if each.target == place.after), None)
    return None if at is None else (*entries[: at + 1], entry, *entries[at + 1 :])


def _fault(entries: Entries, page: Page) -> Problem | None:
    place = page.meta.menu
    if place is None:
        return None
    titles = sorted(_titles(entries))
    if place.below and place.below.casefold() not in map(str.casefold, titles):
        cause = f'the menu has no section "{place.below}": {nearest(place.below, titles)}'
        return problem("HB123", place.at("below"), cause)
    known = [target for target, _ in listed(entries)]
    cause = f'"{place.after}" does not stand there: {nearest(place.after or "", known)}'
    return problem("HB123", place.at("after"), cause)


def _titles(entries: Iterable[MenuEntry]) -> Iterator[str]:
    for each in entries:
        if not each.target:
            yield each.title
            yield from _titles(each.below)
