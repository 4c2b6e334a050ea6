"""Whole letters: a weak one and a better one, with the reason beside each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from .base import Chosen, Id, Inline, Limited, Listed, Model, PagePath, Text
from .upkeep import Kept

Written = Annotated[Chosen, Listed("letters")]
"""What is written, and where it is read."""


class Paragraph(Model):
    """One paragraph of the better letter, and why it is there."""

    write: Inline = Field(description="The words; every fact is a gap: {day}.")
    example: Inline | None = Field(
        default=None, description="The same words with every gap filled, where there is one."
    )
    why: Inline = Field(description="What the paragraph does, in one or two short sentences.")
    evidence: tuple[str, ...] = Field(default=(), description="Ids from references.yml.")


class Letter(Kept):
    """One YAML file in letters/."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text = Field(description="What the letter does, in a few words.")
    summary: Inline = Field(description="When to write it, in one sentence.")
    channel: Written
    situations: tuple[Id, ...] = Field(min_length=1, description="Ids from vocabulary.yml.")
    module: PagePath = Field(description="The page that teaches it, relative to docs/.")
    customer_says: tuple[Text, ...] = Field(
        min_length=1, description="What a customer writes then, for the finder."
    )
    before: tuple[Inline, ...] = Field(
        min_length=1, max_length=8, description="The weak letter, whole, a paragraph each."
    )
    wrong: Inline = Field(description="What the weak letter does to its reader.")
    after: Annotated[tuple[Paragraph, ...], Limited("letter_paragraphs")] = Field(
        min_length=2, description="The better letter, whole."
    )

    @property
    def paragraphs(self) -> Iterator[str]:
        """Every paragraph of both letters."""
        yield from self.before
        yield from (each.write for each in self.after)
