"""What several rules ask of ids and paths: that they are unique, known, and match their file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from ..model.base import Model, is_id
from ..model.library import Library
from ..problems import Place, nearest
from .registry import Finding


class Named(Protocol):
    """A model with an id."""

    @property
    def id(self) -> str:
        """Its name."""

    def at(self, *loc: str | int) -> Place:
        """Return the place of the value at ``loc``."""


def repeated(items: Iterable[Named], noun: str) -> Iterator[Finding]:
    """Find every item whose id an earlier item has."""
    first: dict[str, Named] = {}
    for item in items:
        name = item.id
        if name in first:
            earlier = first[name].at("id").line
            yield Finding(item.at("id"), f'the {noun} id "{name}" is taken in line {earlier}')
        first.setdefault(name, item)


def doubled(owner: Model, key: str, names: Iterable[str]) -> Iterator[Finding]:
    """Find every name that stands in the list ``key`` of ``owner`` before."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield Finding(owner.at(key, index), f'"{name}" stands twice in `{key}`')
        seen.add(name)


def unlike_file(files: Mapping[str, Named], noun: str) -> Iterator[Finding]:
    """Find every file whose id is not its name."""
    for stem, value in files.items():
        name = value.id
        if name and name != stem:
            cure = f"write `id: {stem}`, or rename the file"
            if not is_id(stem):
                cure = "rename the file: its name is the id, in small letters, digits and hyphens"
            yield Finding(value.at("id"), f'the {noun} id is "{name}", the file is "{stem}"', cure)


def unknown(
    owner: Model, key: str, names: Iterable[str], known: Iterable[str], noun: str
) -> Iterator[Finding]:
    """Find every name in the list ``key`` of ``owner`` that is not among ``known``."""
    known = set(known)
    for index, name in enumerate(names):
        if name not in known:
            yield Finding(owner.at(key, index), f'unknown {noun} "{name}": {nearest(name, known)}')


def no_page(library: Library, owner: Model, key: str, path: str | None) -> Iterator[Finding]:
    """Find the path below ``key`` of ``owner`` that no page has."""
    there = path in library.pages or f"docs/{path}" in library.gone
    if path and not there and not library.is_unread(path):
        cause = f'there is no page "{path}": {nearest(path, library.pages)}'
        yield Finding(owner.at(key), cause)
