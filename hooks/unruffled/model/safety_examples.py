"""Sentences from which the finder learns to hear a risk: safety-examples.yml."""

from __future__ import annotations

from pydantic import Field

from .base import Id, Model, Text


class CardExamples(Model):
    """One risk card, with sentences that call for it."""

    card: Id = Field(description="The id of a card that safety.yml names.")
    examples: tuple[Text, ...] = Field(
        min_length=1, description="What people say when this card is needed, in whole sentences."
    )


class SafetyExamples(Model):
    """The file safety-examples.yml."""

    cards: tuple[CardExamples, ...] = Field(
        min_length=1, description="Risk cards, each with its sentences."
    )
    ordinary: tuple[Text, ...] = Field(
        default=(),
        description="Sentences with the same words and no danger in them; complaints, too.",
    )
