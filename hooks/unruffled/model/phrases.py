"""Phrase tables: what to say, what to avoid, why, when, and when not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..words import marked
from .base import Chosen, Id, Inline, Listed, Model, PagePath, Text
from .upkeep import Kept

Moment = Annotated[Chosen, Listed("moments")]
"""Position in the conversation: it changes which words work (Packard, Li & Berger 2024)."""

Channel = Annotated[Chosen, Listed("channels")]
"""Where the conversation takes place."""

Tone = Annotated[Chosen, Listed("tones")]
"""How a phrase sounds: to the person (warm), to the matter (plain), to a limit (firm)."""


class Listener(StrEnum):
    """Who is spoken to. The finder and the exports are for words to customers."""

    customer = "customer"
    team = "team"


LISTENERS = {
    Listener.customer: marked("To a customer"),
    Listener.team: marked("To your own people"),
}
"""What a reader sees in place of the value."""


class Phrase(Model):
    """One row of a phrase table."""

    id: Id = Field(description="Unique in the file.")
    say: Inline = Field(
        description="At most 25 words, said in one breath; every fact is a gap: {day}."
    )
    example: Inline | None = Field(
        default=None, description="The same line with every gap filled, where `say` has one."
    )
    avoid: Inline = Field(description="What people say instead, and should not.")
    why: Inline = Field(description="Why the first works better, in one line.")
    not_when: Inline = Field(description="When not to say it, in one line.")
    to: Listener = Field(
        default=Listener.customer,
        description="Who hears it: a customer, or your own people.",
    )
    moment: Moment
    tone: Tone
    situations: tuple[Id, ...] = Field(min_length=1, description="Ids from vocabulary.yml.")
    channels: tuple[Channel, ...] = Field(min_length=1)
    customer_says: tuple[Text, ...] = Field(
        default=(), description="What a customer says when this phrase helps; for searching."
    )
    evidence: tuple[str, ...] = Field(default=(), description="Ids from references.yml.")

    @property
    def for_customers(self) -> bool:
        """Whether it is said to a customer."""
        return self.to is Listener.customer


class PhraseTable(Kept):
    """One YAML file in phrases/."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text
    module: PagePath = Field(description="The module page, relative to docs/.")
    phrases: tuple[Phrase, ...] = Field(min_length=1)

    @property
    def heard(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """What customers say, with the situations, for each phrase."""
        return tuple((each.situations, each.customer_says) for each in self.phrases)
