"""Material of a session: what is printed, cut up and handed out, with its key for the trainer."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import Inline, Model, Text


class PartKind(StrEnum):
    """How a part of the material is printed."""

    CARDS = "cards"
    SORT = "sort"
    PAGES = "pages"


class Item(Model):
    """One card, one sentence to sort, or one story or note."""

    text: Inline = Field(description="The card, the sentence, or the heading of a story or note.")
    back: Inline | None = Field(
        default=None, description="Cards: what stands behind the fold, to be read later."
    )
    heap: Text | None = Field(default=None, description="Sentences: where the sentence belongs.")
    lines: tuple[Inline, ...] = Field(
        default=(), max_length=16, description="Stories and notes: the paragraphs, in order."
    )
    good: Inline | None = Field(
        default=None, description="What a good answer is; on the trainer's sheet alone."
    )


class Part(Model):
    """A part of the material: things of one kind, printed on sheets of their own."""

    title: Text
    kind: PartKind = Field(
        description="cards, four to a sheet; sort, sentences on strips; pages, stories and notes."
    )
    copies: Inline = Field(description="How many to print: one for each pair.")
    items: tuple[Item, ...] = Field(min_length=1, max_length=24)

    @property
    def heaps(self) -> dict[str, list[Item]]:
        """The sentences by the heap they belong to, in the order of the heaps."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.heap or "", []).append(item)
        return found
