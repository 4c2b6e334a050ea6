"""Phrases outside the site: what an organisation says of its tools, and our JSON."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, ConfigDict, Field

from .base import Model, Text, without_origin
from .phrases import Channel, Moment, Tone

Words = Annotated[dict[str, Text], BeforeValidator(without_origin)]
"""Gaps of ours, each with what a tool calls it. Plain text: a tool's own marks."""


LETTERS = "letters"
"""The folder in which letters are, where phrases have their table."""


class Exports(Model):
    """What each help desk calls the gaps of phrases, by the name of its format."""

    # Which formats there are is not known here: a rule asks for it, and the schema lists them.
    model_config = ConfigDict(extra="allow")

    __pydantic_extra__: dict[str, Words]

    @property
    def tools(self) -> tuple[str, ...]:
        """The names of the tools of which something is said."""
        return tuple(self.__pydantic_extra__)

    def words(self, tool: str) -> dict[str, str]:
        """Return what is said of one tool; nothing for one that is not named."""
        return self.__pydantic_extra__.get(tool, {})


class Download(NamedTuple):
    """One file that the site offers to take along."""

    name: str
    title: str
    how: str
    """What to do with it, in a sentence."""
    path: str
    """Below docs/, as if an author had put it there."""
    whole: bool = False
    """Whether it is offered as it is: no choice can be taken of it."""


class ExportedPhrase(Model):
    """One phrase or whole letter, as plain text, with all that is known of it."""

    id: str = Field(
        description="The table's id (or `letters`), a slash, the own id. Never changes."
    )
    table: str = Field(description="The table's title; the same for all letters.")
    trigger: str = Field(description="What a text expander listens for; no other begins like it.")
    say: str = Field(description="Plain text. Gaps stand in braces; … is completed by the agent.")
    html: str = Field(description="The same as HTML; two <br> stand between paragraphs.")
    example: str = Field(description="The same with every gap filled; empty without gaps.")
    avoid: str
    why: str
    not_when: str
    moment: Moment | None = Field(description="Of a phrase.")
    tone: Tone | None = Field(description="Of a phrase.")
    situations: tuple[str, ...] = Field(description="Ids of vocabulary.yml.")
    channels: tuple[Channel, ...]
    customer_says: tuple[str, ...]
    placeholders: tuple[str, ...] = Field(description="The names in braces, each once.")
    gaps: int = Field(ge=0, description="How many … the agent completes.")
    evidence: tuple[str, ...] = Field(description="Ids of references.yml.")


class PhraseExport(Model):
    """The file that `unruffled export json` writes."""

    format: Literal["unruffled-phrases"]
    version: Literal[2]
    phrases: tuple[ExportedPhrase, ...]
