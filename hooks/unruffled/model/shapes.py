"""Shapes of pages: which headings they have, and what stands below each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Id, Model, Text

Fence = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=40)]
"""The word of a fence: `quiz`."""

Folder = Annotated[str, StringConstraints(pattern=r"^[^\s/\\]+(/[^\s/\\]+)*/?$", max_length=200)]
"""A folder below docs/, with forward slashes."""


class Part(Model):
    """A level-2 heading of a page of some shape, and what stands below it."""

    heading: Text
    about: Text | None = Field(
        default=None, description="What stands there: `unruffled new` asks an author for it."
    )
    holds: tuple[Fence, ...] = Field(
        default=(), description="Words of the fences that stand below it: quiz, phrases."
    )
    required: bool = Field(default=True, description="false: a page may leave it out.")


class Shape(Model):
    """Pages that share their headings."""

    id: Id = Field(description="What messages call such a page: module.")
    folders: tuple[Folder, ...] = Field(
        default=(), description="Pages in these folders of docs/ have the shape."
    )
    having: Literal["objectives", "evidence", "summary", "status", "template"] | None = Field(
        default=None, description="Pages with this key in their front matter have the shape."
    )
    above: tuple[Fence, ...] = Field(
        default=(), description="Words of the fences between the title and the first heading."
    )
    parts: tuple[Part, ...] = Field(default=(), description="Its headings, in their order.")
    others: bool = Field(default=False, description="true: a page may have other headings, too.")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The headings in their order."""
        return tuple(part.heading for part in self.parts)

    @cached_property
    def holders(self) -> Mapping[str, str]:
        """The heading below which a fence stands, by the fence's word."""
        return {word: part.heading for part in self.parts for word in part.holds}

    def is_of(self, path: str, keys: frozenset[str]) -> bool:
        """Whether a page at ``path`` below docs/ has the shape; ``keys`` has its front matter."""
        inside = any(path.startswith(f"{folder.rstrip('/')}/") for folder in self.folders)
        return inside or (self.having is not None and self.having in keys)
