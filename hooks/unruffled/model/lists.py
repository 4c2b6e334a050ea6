"""Short lists of words that a handbook decides: channels, moments, tones, slots."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from ..words import Words, marked
from .base import Model, Text

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=40)]
"""An id that may have underscores, too: `in_person`."""


class Word(Model):
    """One of a short list of words: what files say, and what readers see in its place."""

    id: Name
    label: Text

    def in_language(self, words: Words) -> Self:
        """Return one of our own with what readers see of it in a language."""
        return self.model_copy(update={"label": words.said(self.label)})


class Channel(Word):
    """Where a conversation takes place, or a letter is read."""

    used: Literal["lines", "letters", "both"] = Field(
        default="lines",
        description="lines: in phrases, cards and conversations; letters: in letters; or both.",
    )
    aloud: bool = Field(
        default=False, description="true: people speak there, so its lines can be said aloud."
    )
    play: Text | None = Field(
        default=None, description="How two people who play the conversation sit: back to back."
    )

    def in_language(self, words: Words) -> Self:
        """Return one of our own with what readers see of it in a language."""
        play = self.play and words.said(self.play)
        return super().in_language(words).model_copy(update={"play": play})


class Slot(Word):
    """A rule that only the organisation can give, in organisation.yml."""

    about: Text | None = Field(default=None, description="What is to be said there.")


CHANNELS = (
    Channel(id="phone", label=marked("Phone"), aloud=True, play=marked("sit back to back")),
    Channel(id="chat", label=marked("Chat"), used="both", play=marked("type to each other")),
    Channel(id="email", label=marked("E-mail"), used="both", play=marked("type to each other")),
    Channel(
        id="in_person",
        label=marked("In person"),
        aloud=True,
        play=marked("stand as you would at the counter"),
    ),
    Channel(id="letter", label=marked("Letter on paper"), used="letters"),
)
MOMENTS = (
    Word(id="open", label=marked("Opening")),
    Word(id="middle", label=marked("Middle")),
    Word(id="close", label=marked("Closing")),
)
TONES = (
    Word(id="warm", label=marked("Warm")),
    Word(id="plain", label=marked("Plain")),
    Word(id="firm", label=marked("Firm")),
)
SLOTS = (
    Slot(id="escalation_contact", label=marked("Who takes over")),
    Slot(id="emergency_procedure", label=marked("Emergency: what we do")),
)
