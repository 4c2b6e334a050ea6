"""Situation cards: what to do and say while it happens, on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from .base import Id, Inline, Limited, Model, PagePath, Text
from .phrases import Channel
from .upkeep import Kept

Loc = tuple[str | int, ...]


class Move(Model):
    """What to do next where the first words did not work: `do`, `say`, or both."""

    when: Inline = Field(description="What shows that it did not work, in a few words.")
    do: Inline | None = Field(default=None, description="What to do, verb first.")
    say: Inline | None = Field(default=None, description="At most 25 words, said in one breath.")


class Instead(Model):
    """What shows that another card is the right one."""

    when: Inline = Field(description="What you see or hear then, in a few words.")
    card: Id = Field(description="The card to take then.")


class Call(Model):
    """Whom to call: general help, until the organisation's own procedure takes its place."""

    slot: str | None = Field(
        default=None, description="A slot of organisation.yml: filled in, it replaces `who`."
    )
    who: tuple[Inline, ...] = Field(
        min_length=1,
        max_length=5,
        description="Whom to call, and who does it, where nobody has filled in the slot.",
    )


class OnChannel(Model):
    """What differs on a channel: `do`, `say`, or both."""

    channels: tuple[Channel, ...] = Field(min_length=1)
    do: Inline | None = Field(default=None, description="What to do there, verb first.")
    say: Inline | None = Field(default=None, description="At most 25 words.")


class Limit(Model):
    """The line that says where it stops, and the organisation's own rule behind it."""

    say: Inline
    slot: str | None = Field(default=None, description="A slot of organisation.yml.")


class HandOver(Model):
    """When somebody else takes over, and the slot that says who."""

    when: Inline
    slot: str = Field(description="A slot of organisation.yml: escalation_contact.")


class Card(Kept):
    """One YAML file in situations/: what an agent needs in the first seconds."""

    id: Id = Field(description="The file's name without .yml; a situation of vocabulary.yml.")
    group: Id = Field(description="A group of vocabulary.yml: where the guide lists the card.")
    hear: Annotated[tuple[Inline, ...], Limited("card_lines")] = Field(
        min_length=1, description="What you see or hear, in a few words each."
    )
    customer_says: tuple[Text, ...] = Field(
        min_length=1, description="What a customer says then; for searching."
    )
    first: Annotated[tuple[Inline, ...], Limited("card_lines")] = Field(
        min_length=1, description="The first ten seconds, in a few words each."
    )
    say: Annotated[tuple[Inline, ...], Limited("card_lines")] = Field(
        min_length=1, description="Lines to say, each in one breath."
    )
    instead: tuple[Instead, ...] = Field(
        default=(), max_length=4, description="When it is another card, which is easily mixed up."
    )
    call: Call | None = Field(default=None, description="Whom to call, at once.")
    never: Annotated[tuple[Inline, ...], Limited("card_nevers")] = Field(
        default=(), description="What never to do or say, in a few words each."
    )
    by_channel: tuple[OnChannel, ...] = Field(
        default=(), max_length=5, description="What differs in chat, e-mail or face to face."
    )
    moves: Annotated[tuple[Move, ...], Limited("card_moves")] = Field(
        min_length=2, description="What to do if it does not work."
    )
    limit: Limit | None = None
    hand_over: HandOver
    record: Annotated[tuple[Inline, ...], Limited("card_records")] = Field(min_length=1)
    afterwards: tuple[Inline, ...] = Field(
        default=(), max_length=3, description="What you do for yourself when it is over."
    )
    next: tuple[Id, ...] = Field(
        default=(), max_length=4, description="Situations that this one may turn into."
    )
    module: PagePath | None = Field(
        default=None, description="The one page that teaches it, relative to docs/."
    )
    safety: bool = Field(
        default=False,
        description="true for somebody at risk: whom to call stands right below the first words.",
    )

    @property
    def is_long(self) -> bool:
        """Whether it has what cards for danger have besides."""
        return bool(self.instead or self.call or self.never or self.by_channel or self.afterwards)

    @property
    def lines(self) -> Iterator[tuple[Loc, str]]:
        """Every line that is said aloud, with the way to it, in the order of the card."""
        for index, line in enumerate(self.say):
            yield ("say", index), line
        for key in ("by_channel", "moves"):
            for index, each in enumerate(getattr(self, key)):
                if each.say:
                    yield (key, index, "say"), each.say
        if self.limit:
            yield ("limit", "say"), self.limit.say

    @property
    def slots(self) -> Iterator[tuple[Loc, str]]:
        """Every slot of organisation.yml that the card shows, with the way to its name."""
        if self.call and self.call.slot:
            yield ("call", "slot"), self.call.slot
        if self.limit and self.limit.slot:
            yield ("limit", "slot"), self.limit.slot
        if self.hand_over:  # missing in a file of which only a part could be read
            yield ("hand_over", "slot"), self.hand_over.slot
