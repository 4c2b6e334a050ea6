"""Rules for replies: what a draft does to an angry reader, and the words instead."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from .base import Chosen, Id, Inline, Model, PagePath, Text, without_origin
from .phrases import Channel


class Kind(StrEnum):
    """What a finding is about."""

    blame = "blame"
    dismissal = "dismissal"
    formula = "formula"
    refusal = "refusal"
    vague_time = "vague-time"
    no_owner = "no-owner"
    non_apology = "non-apology"
    apology_row = "apology-row"
    rule_only = "rule-only"
    house_words = "house-words"
    filler = "filler"
    heat = "heat"
    gap = "gap"
    long_sentence = "long-sentence"
    many_questions = "many-questions"
    no_next_step = "no-next-step"
    cannot_promise = "cannot-promise"


class Severity(StrEnum):
    """How much a finding matters."""

    worse = "worse"
    unclear = "unclear"
    style = "style"


class Place(StrEnum):
    """Where in a draft a rule looks; the greeting and the name below it are left out."""

    first = "first"
    last = "last"
    alone = "alone"


Pattern = Annotated[Text, Field(description="Words, or a regular expression between strokes.")]
Patterns = tuple[Pattern, ...]
Lists = Annotated[dict[str, Patterns], BeforeValidator(without_origin)]
"""Lists of words by their name: a pattern means one of them by `<name>`."""


class Looking(Model):
    """What a rule or a part looks for."""

    id: Id = Field(description="Unique in the file.")
    find: Patterns = Field(default=(), description="Found in one sentence: one of these.")
    with_: Patterns = Field(
        default=(), alias="with", description="One of these stands in the same sentence."
    )
    near: Patterns = Field(default=(), description="The same, or in a sentence beside it.")
    unless: Patterns = Field(default=(), description="None of these stands in the same sentence.")
    unless_near: Patterns = Field(default=(), description="Nor in a sentence beside it.")
    unless_anywhere: Patterns = Field(default=(), description="Nor anywhere in the draft.")
    place: Place | None = Field(default=None, description="Only in this sentence of the draft.")
    channels: tuple[Channel, ...] = Field(default=(), description="Only there; else in all.")
    situations: tuple[Id, ...] = Field(default=(), description="Only there; else in all.")


class ReplyRule(Looking):
    """One rule: what it finds, what it lets pass, and examples of both."""

    missing: Patterns = Field(
        default=(), description="Found where none of these stands anywhere in the draft."
    )
    when: Patterns = Field(default=(), description="Only if one of these is in the draft.")
    words_over: int | None = Field(default=None, ge=5, description="Sentences with more words.")
    least: int | None = Field(default=None, ge=2, description="Found so many times in a draft.")
    in_a_row: int | None = Field(default=None, ge=2, description="In so many sentences in a row.")
    whole: bool = Field(
        default=False,
        description="Only in a whole draft: what it misses may stand in another line.",
    )
    unless_found: tuple[Kind, ...] = Field(
        default=(), description="Not where one of these kinds was found."
    )
    severity: Severity | None = Field(default=None, description="If not that of the file.")
    cost: Inline | None = Field(default=None, description="If not that of the file.")
    instead: tuple[Chosen, ...] | None = Field(default=None, description="If not as in the file.")
    found: tuple[Text, ...] = Field(min_length=1, description="Drafts in which it must be found.")
    clear: tuple[Text, ...] = Field(min_length=1, description="Drafts that it must let pass.")


class ReplyPart(Looking):
    """A part that a whole reply has."""

    label: Text = Field(description="What the agent does, as on a list.")
    good: Inline = Field(description="What is said of it where it is there.")
    ask: Inline = Field(description="What is asked where it is missing.")
    found: tuple[Text, ...] = Field(min_length=1, description="Drafts that have it.")
    clear: tuple[Text, ...] = Field(min_length=1, description="Drafts that do not.")


class Spared(Model):
    """A line of the handbook's own in which a rule finds something, and why it stays."""

    words: Text = Field(description="The line, as it is written.")
    why: Inline = Field(description="Why it is good all the same.")


class ReplyRules(Model):
    """One YAML file in reply-rules/: a kind of finding, lists of words, or parts of a reply."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text = Field(description="How readers see the kind.")
    kind: Kind | None = Field(default=None, description="What its rules find.")
    severity: Severity = Field(default=Severity.unclear)
    cost: Inline | None = Field(default=None, description="What it does to the reader.")
    module: PagePath | None = Field(default=None, description="The page that teaches it.")
    evidence: tuple[str, ...] = Field(default=(), description="Ids from references.yml.")
    instead: tuple[Chosen, ...] = Field(
        default=(), description="Words instead: table/phrase, or the words themselves."
    )
    words: Lists = Field(default_factory=dict, description="Lists for all rules, by name.")
    rules: tuple[ReplyRule, ...] = ()
    parts: tuple[ReplyPart, ...] = ()
    spared: tuple[Spared, ...] = ()


class HouseRules(ReplyRules):
    """The same in house-rules/: an organisation's own rules, beside those of the handbook."""
