"""Which wordings call for a risk card, and which look alike and do not: safety.yml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from .base import Id, Model, Text, without_origin

Loc = tuple[str | int, ...]

Classes = Annotated[dict[str, tuple[Text, ...]], BeforeValidator(without_origin)]
Spellings = Annotated[dict[str, Text], BeforeValidator(without_origin)]


class RiskCard(Model):
    """One card of those at risk, with what people say when it is needed."""

    card: Id = Field(description="The id of a card in situations/.")
    wordings: tuple[Text, ...] = Field(
        min_length=1, description="What is said when this card is needed: `want to die`."
    )
    weaker: tuple[Text, ...] = Field(
        default=(),
        description="Wordings that call for the card, too, but put it behind the next card if "
        "that is found by its `wordings`.",
    )

    hints: tuple[Text, ...] = Field(
        default=(),
        description="Each says little alone; two of them in one question count like one of the "
        "`weaker` wordings.",
    )

    @property
    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Every wording and hint, with the way to it."""
        for key in ("wordings", "weaker", "hints"):
            for index, text in enumerate(getattr(self, key)):
                yield (key, index), text


class Safety(Model):
    """The file safety.yml."""

    line: Text = Field(description="What stands below every list of the finder.")
    card: Id = Field(description="The card that this line leads to; one of `cards`.")
    cards: tuple[RiskCard, ...] = Field(
        min_length=1, description="The risk cards, the most urgent first."
    )
    ordinary: tuple[Text, ...] = Field(
        default=(), description="What looks like a risk and is none: `dying to know`."
    )
    classes: Classes = Field(
        default_factory=dict,
        description="Lists of words that stand for each other, for `{name}` in a wording.",
    )
    spellings: Spellings = Field(
        default_factory=dict, description="How people write it, and what it means: `u: you`."
    )
    fillers: tuple[Text, ...] = Field(
        default=(), description="Words that change nothing: `really`. They are passed over."
    )
    slips: tuple[Text, ...] = Field(
        default=(), description="Words of five letters or more that are known with one slip."
    )
    no_slips: tuple[Text, ...] = Field(
        default=(), description="Words that look like a slip and are words of their own: `short`."
    )
