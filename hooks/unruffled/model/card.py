"""Situation cards: what to do and say while it happens, on one screen."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from .base import Id, Inline, Model, PagePath, Text

Loc = tuple[str | int, ...]


class Move(Model):
    """What to do next where the first words did not work: `do`, `say`, or both."""

    when: Inline = Field(description="What shows that it did not work, in a few words.")
    do: Inline | None = Field(default=None, description="What to do, verb first.")
    say: Inline | None = Field(default=None, description="At most 25 words, said in one breath.")


class Limit(Model):
    """The line that says where it stops, and the organisation's own rule behind it."""

    say: Inline
    slot: str | None = Field(default=None, description="A slot of organisation.yml.")


class HandOver(Model):
    """When somebody else takes over, and the slot that says who."""

    when: Inline
    slot: str = Field(description="A slot of organisation.yml: escalation_contact.")


class Card(Model):
    """One YAML file in situations/: what an agent needs in the first seconds."""

    id: Id = Field(description="The file's name without .yml; a situation of vocabulary.yml.")
    group: Id = Field(description="A group of vocabulary.yml: where the guide lists the card.")
    hear: tuple[Inline, ...] = Field(
        min_length=1, max_length=3, description="What you see or hear, at most 12 words each."
    )
    customer_says: tuple[Text, ...] = Field(
        min_length=1, description="What a customer says then; for searching."
    )
    first: tuple[Inline, ...] = Field(
        min_length=1, max_length=3, description="The first ten seconds, at most 12 words each."
    )
    say: tuple[Inline, ...] = Field(
        min_length=1, max_length=3, description="Lines to say, at most 25 words each."
    )
    moves: tuple[Move, ...] = Field(
        min_length=2, max_length=3, description="What to do if it does not work."
    )
    limit: Limit | None = None
    hand_over: HandOver
    record: tuple[Inline, ...] = Field(min_length=1, max_length=3)
    next: tuple[Id, ...] = Field(
        default=(), max_length=4, description="Situations that this one may turn into."
    )
    module: PagePath | None = Field(
        default=None, description="The one page that teaches it, relative to docs/."
    )
    safety: bool = Field(
        default=False, description="true puts the emergency procedure before everything else."
    )

    @property
    def lines(self) -> Iterator[tuple[Loc, str]]:
        """Every line that is said aloud, with the way to it, in the order of the card."""
        for index, line in enumerate(self.say):
            yield ("say", index), line
        for index, move in enumerate(self.moves):
            if move.say:
                yield ("moves", index, "say"), move.say
        if self.limit:
            yield ("limit", "say"), self.limit.say

    @property
    def slots(self) -> Iterator[tuple[Loc, str]]:
        """Every slot of organisation.yml that the card shows, with the way to its name."""
        if self.limit and self.limit.slot:
            yield ("limit", "slot"), self.limit.slot
        if self.hand_over:  # missing in a file of which only a part could be read
            yield ("hand_over", "slot"), self.hand_over.slot
