"""A rule for what handbook.yml limits: letters of a text, entries of a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..model.base import Limited, Model
from ..model.content import CONTENT
from ..model.library import Library
from .registry import Finding, rule


@rule(
    "HB112",
    meaning="A text or a list is longer than handbook.yml allows.",
    cure="Make it shorter, or change the number below `limits` in handbook.yml.",
)
def nothing_is_longer_than_allowed(library: Library) -> Iterator[Finding]:
    """How much a reader can take in at once is for each handbook to decide."""
    limits = library.handbook.limits
    for model in _models(library):
        for name, limit in _limited(type(model)):
            value, most = getattr(model, name), getattr(limits, limit)
            if isinstance(value, str) and len(value) > most:
                cause = f"`{name}` has {len(value)} letters, where {most} are the most"
                yield Finding(model.at(name), f"{cause} (`{limit}`)")
            elif isinstance(value, tuple) and len(value) > most:
                cause = f"`{name}` has {len(value)} entries, where {most} are the most"
                yield Finding(model.at(name, most), f"{cause} (`{limit}`)")


def _models(library: Library) -> Iterator[Model]:
    read = (each for row in CONTENT for each in library.read(row).values())
    yield from (each for each in read if each.origin is not None)
    pages = (page for page in library.pages.values() if not page.generated)
    yield from (page.meta for page in pages if page.meta.origin is not None)


@cache
def _limited(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that are limited, each with the name of its limit."""
    return tuple(
        (name, mark.name)
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Limited)
    )
