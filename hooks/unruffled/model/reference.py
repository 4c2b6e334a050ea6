"""Research that the course cites, and the words it files phrases under."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, HttpUrl, StringConstraints

from ..words import marked
from .base import FREE, Id, Inline, Model, PagePath, Text
from .facts import ENGLISH, Fact
from .gaps import Gap


class Grade(StrEnum):
    """How far a source carries; the letters are explained on the page that shows them."""

    a = "A"
    b = "B"
    c = "C"
    h = "H"


GRADE_MEANINGS = {
    Grade.a: marked("meta-analysis or large field experiment"),
    Grade.b: marked("single peer-reviewed study, or a review that pools no results"),
    Grade.c: marked("consensus, theory or practice source"),
    Grade.h: marked("house convention"),
}
"""What a reader sees in place of the letter, in English: `said` has it in another language."""


class Reference(Model):
    """One entry of references.yml."""

    id: str = Field(pattern=r"^[A-Z][0-9]{2,3}$", description="A letter and two digits: R17.")
    authors: Text
    year: int = Field(ge=1900, le=2100)
    title: Text
    source: Annotated[str, FREE] = Field(
        default="", description="Journal, volume, pages; or publisher."
    )
    doi: str | None = Field(default=None, pattern=r"^10\.\d{4,9}/\S+$")
    link: HttpUrl | None = Field(default=None, description="Only where there is no doi.")
    grade: Grade
    shows: Inline = Field(description="What it supports, in one sentence.")
    limits: Inline = Field(description="What it does not show, in one sentence.")

    @property
    def url(self) -> str | None:
        """The address to read it at, if it has one."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return str(self.link) if self.link else None


class References(Model):
    """The file references.yml."""

    references: tuple[Reference, ...]


class Named(Model):
    """An id, and what a reader sees in its place."""

    id: Id
    label: Text


class Term(Model):
    """A word of the trade, for the glossary and its previews."""

    id: Id
    term: Text
    also: tuple[Text, ...] = Field(default=(), description="Other forms: plural, verb.")
    meaning: Inline = Field(description="In plain words, one or two sentences.")
    see: PagePath | None = Field(default=None, description="The page that teaches it.")


class Unsaid(Model):
    """Words that no phrase says, why, and what is said in their place."""

    words: tuple[Text, ...] = Field(min_length=1, description="Wordings that mean the same.")
    why: Text
    instead: Text


Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""The id of a file, a slash, the id of something in it: `empathy/name-the-loss`."""


class Retired(Model):
    """Ids that were in use once: records, links and triggers of people still have them."""

    phrases: tuple[Address, ...] = Field(default=(), description="The table, a slash, the phrase.")
    questions: tuple[Address, ...] = Field(
        default=(), description="The quiz, a slash, the question."
    )


class Technique(Model):
    """Something that a reply in a scenario does well, or goes against."""

    id: Id
    label: Text = Field(description="What the agent does, verb first: Name the feeling.")
    module: PagePath = Field(description="The page that teaches it.")


class Vocabulary(Model):
    """The file vocabulary.yml."""

    situations: tuple[Named, ...] = Field(
        default=(), description="What happens in a conversation, as an agent would name it."
    )
    groups: tuple[Named, ...] = Field(
        default=(), description="Where the guide lists situation cards, the first on top."
    )
    gaps: tuple[Gap, ...] = Field(
        default=(), description="What agents fill in where a line has a name in braces."
    )
    facts: tuple[Fact, ...] = Field(
        default=ENGLISH,
        description="What no line for customers says outside a gap; [] for no such rule.",
    )
    synonyms: tuple[tuple[Text, ...], ...] = Field(
        default=(), description="Words that mean the same to the search, a list for each meaning."
    )
    stop_words: tuple[Text, ...] = Field(
        default=(), description="Words that say nothing to the search: and, the, you."
    )
    techniques: tuple[Technique, ...] = Field(
        default=(), description="What replies in scenarios use or break."
    )
    unsaid: tuple[Unsaid, ...] = Field(
        default=(), description="What no phrase says, with the reason and what is said instead."
    )
    retired: Retired = Field(
        default_factory=Retired, description="Ids that are gone, so that none is used again."
    )
    terms: tuple[Term, ...] = Field(
        default=(), description="The glossary; modules show a preview at the first use of each."
    )


def reference_anchor(reference: str) -> str:
    """Return the id that a source has on a page."""
    return reference.lower()
