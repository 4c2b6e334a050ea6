"""What a sentence is about: the wordings by which the finder knows a card, in finder.yml."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from .base import Id, Model, Text
from .safety import Classes, Loc, Spellings


class SignCard(Model):
    """One card, with what people say when it is needed."""

    card: Id = Field(description="The id of a card in situations/.")
    strong: tuple[Text, ...] = Field(
        default=(), description="Wordings that tell the card whatever else is said."
    )
    wordings: tuple[Text, ...] = Field(
        default=(), description="Wordings of which one is enough: `get me ... {boss}`."
    )
    weaker: tuple[Text, ...] = Field(
        default=(), description="Wordings of which two are needed: they fit other cards, too."
    )
    examples: tuple[Text, ...] = Field(
        default=(),
        description="Sentences to learn from, besides those of `customer_says`: an agent's, too.",
    )

    @property
    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Every wording, with the way to it."""
        for key in ("strong", "wordings", "weaker"):
            for index, text in enumerate(getattr(self, key)):
                yield (key, index), text


class Signs(Model):
    """The file finder.yml."""

    cards: tuple[SignCard, ...] = Field(
        min_length=1, description="The cards, each with its wordings."
    )
    loud: Id | None = Field(
        default=None,
        description="The card for a question in capitals, or with !!! behind it; one of `cards`.",
    )
    everyday: tuple[Text, ...] = Field(
        default=(),
        description="How an everyday request begins: behind it, weaker wordings do not count.",
    )
    requests: tuple[Text, ...] = Field(
        default=(), description="Everyday requests to learn from: sentences that need no card."
    )
    ordinary: tuple[Text, ...] = Field(
        default=(), description="What looks like a wording and is none: `washing machine`."
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
    no_slips: tuple[Text, ...] = Field(
        default=(), description="Words that look like a slip and are words of their own: `short`."
    )
