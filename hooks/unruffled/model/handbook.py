"""What a handbook decides about itself: handbook.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, field_validator

from ..words import Words, marked
from .allowed import Allowed
from .base import ORIGIN, Listed, Model, PagePath, Text, without_origin
from .lists import CHANNELS, MOMENTS, SLOTS, TONES, Channel, Name, Slot, Word
from .made import SPOT, MadePage, fault_of
from .shapes import Shape

FILE = "handbook.yml"


class PageOf(Model):
    """What a handbook decides about a page that is made by itself."""

    path: PagePath | None = Field(
        default=None, description="Where it is, below docs/; `{}` stands for the id."
    )
    title: Text | None = Field(
        default=None, description="Its title; `{}` stands for what the thing is called."
    )
    heading: Text | None = Field(
        default=None, description="What stands at its top; without it, the title."
    )
    note: Text | None = Field(
        default=None, description="A paragraph at its end, for a page that is one."
    )


IN_CHARGE = marked("whoever is in charge")
"""Whom readers are told to ask, in a sentence: `Ask {person} before you need it.`"""

PARTS = {
    "customer": marked("For the other person"),
    "agent": marked("For whoever answers"),
    "watch": marked("For whoever watches"),
}


class Roles(Model):
    """What stands above the part of each person in a conversation that is played."""

    customer: Text = Field(default=PARTS["customer"], description="Who needs something.")
    agent: Text = Field(default=PARTS["agent"], description="Who practises.")
    watch: Text = Field(default=PARTS["watch"], description="Who takes notes.")

    def in_language(self, words: Words) -> Roles:
        """Return the headings, those that no author wrote in a language."""
        said = {name: words.said(part) for name, part in PARTS.items()}
        return self.model_copy(
            update={k: v for k, v in said.items() if k not in self.model_fields_set}
        )


Pages = Annotated[dict[Name, PageOf], BeforeValidator(without_origin), Listed("pages")]
"""Pages that are made by themselves, by their names."""


class Limits(Model):
    """How long and how many things may be, and how long they take."""

    line_words: int = Field(
        default=25, ge=5, le=100, description="The most words of a line that is said aloud."
    )
    glance_words: int = Field(
        default=12, ge=3, le=50, description="The most words of what a card shows at a glance."
    )
    answer_letters: int = Field(
        default=60, ge=10, le=200, description="The most letters of an answer that is typed."
    )
    summary_letters: int = Field(
        default=200, ge=40, le=1000, description="The most letters of a summary."
    )
    objectives: int = Field(default=8, ge=1, le=30, description="The most objectives of a page.")
    card_lines: int = Field(
        default=3,
        ge=1,
        le=20,
        description="The most entries of a card's `hear`, `first` and `say`.",
    )
    card_moves: int = Field(default=4, ge=2, le=20, description="The most moves of a card.")
    card_nevers: int = Field(
        default=6, ge=1, le=20, description="The most entries of a card's `never`."
    )
    card_records: int = Field(
        default=3, ge=1, le=20, description="The most entries of a card's `record`."
    )
    letter_paragraphs: int = Field(
        default=12, ge=2, le=60, description="The most paragraphs of a letter that helps."
    )
    session_steps: int = Field(
        default=8, ge=3, le=40, description="The most steps of a session's `run`."
    )
    session_signs: int = Field(
        default=6, ge=3, le=40, description="The most entries of a session's `observe`."
    )
    session_questions: int = Field(
        default=5, ge=2, le=40, description="The most questions of a session's `debrief`."
    )
    words_a_minute: int = Field(
        default=180,
        ge=50,
        le=600,
        description="How fast a page is read, where it does not say its minutes.",
    )
    seconds_a_question: int = Field(
        default=40, ge=5, le=600, description="Reading a question, deciding, reading the reason."
    )
    seconds_a_turn: int = Field(
        default=35, ge=5, le=600, description="The same for a turn of a conversation."
    )


class Base(Model):
    """What a handbook is built on."""

    name: Text = Field(
        description="An installed package that holds content (unruffled-handbook), or a folder: "
        "../their-handbook."
    )
    version: Text | None = Field(
        default=None, description="The versions that fit, such as >=1.2,<2. For a package only."
    )

    @property
    def is_folder(self) -> bool:
        """Whether a folder is named, and no package."""
        return "/" in self.name or self.name.startswith(".")


Path = Annotated[str, StringConstraints(pattern=r"^[^\s/\\][^\\]*$", max_length=200)]
"""A file, or a folder that ends in a slash, as it lies in what the handbook is built on."""

HOUSE = frozenset({"base", "without", "shapes", "objectives", "allows"})
"""What a handbook does not take over from the one that it is built on: how pages have to look there
is a decision about those pages, and whom readers' browsers ask is decided by who publishes."""


class Handbook(Model):
    """The file handbook.yml. Without it, or without a key, what stands here holds."""

    language: str | None = Field(
        default=None,
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
        description="The language of the pages; without it, that of the theme, or English.",
    )
    base: Base | None = Field(
        default=None,
        description="What this handbook is built on: its own files take the place of those there.",
    )
    without: tuple[Path, ...] = Field(
        default=(),
        description="What it leaves out of that: docs/connect/empathy.md, or docs/contributing/.",
    )
    objectives: Literal["required", "optional"] = Field(
        default="optional",
        description="required: each quiz belongs to a page with `objectives` in its front matter, "
        "and each question tests one of them.",
    )
    shapes: tuple[Shape, ...] = Field(
        default=(), description="Kinds of pages with prescribed headings; the first that fits."
    )
    channels: tuple[Channel, ...] = Field(
        default=CHANNELS, min_length=1, description="Where conversations take place, in order."
    )
    moments: tuple[Word, ...] = Field(
        default=MOMENTS, min_length=1, description="Positions in a conversation, in order."
    )
    tones: tuple[Word, ...] = Field(
        default=TONES, min_length=1, description="How a phrase sounds, in order."
    )
    slots: tuple[Slot, ...] = Field(
        default=SLOTS, description="What organisation.yml has below `slots`, in order."
    )
    limits: Limits = Field(
        default_factory=Limits,
        description="How long and how many things may be, and how long they take.",
    )
    in_charge: Text = Field(
        default=IN_CHARGE,
        description="Whom readers are told to ask where nothing is filled in: your team lead.",
    )
    roles: Roles = Field(
        default_factory=Roles,
        description="Headings of the parts in sheets for conversations and sessions.",
    )
    allows: Allowed = Field(
        default_factory=Allowed,
        description="What pages may load from other hosts, and run although it stands in them.",
    )
    pages: Pages = Field(
        default_factory=dict,
        description="Addresses and titles of pages that are made by themselves, by their names.",
    )

    @field_validator("base", mode="before", json_schema_input_type=Text | Base | None)
    @classmethod
    def _a_name_alone(cls, value: object) -> object:
        return {"name": value, ORIGIN: None} if isinstance(value, str) and value else value

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, str]]:
        """Each list by the name that fields have it under: the ids with their labels, in order."""
        return {
            "channels": {each.id: each.label for each in self.channels if each.used != "letters"},
            "letters": {each.id: each.label for each in self.channels if each.used != "lines"},
            "moments": {each.id: each.label for each in self.moments},
            "tones": {each.id: each.label for each in self.tones},
            "slots": {each.id: each.label for each in self.slots},
        }

    def label(self, listed: str, name: str) -> str:
        """Return what a reader sees in place of an id; the id itself where it is unknown."""
        return self.words[listed].get(name, name)

    def in_language(self, words: Words) -> Handbook:
        """Return the handbook with the lists that it does not write itself in a language."""
        own = self.model_fields_set
        lists = {"channels": CHANNELS, "moments": MOMENTS, "tones": TONES, "slots": SLOTS}
        said = {
            name: tuple(each.in_language(words) for each in standing)
            for name, standing in lists.items()
            if name not in own
        }
        alone = {} if "in_charge" in own else {"in_charge": words.said(IN_CHARGE)}
        parts = {"roles": self.roles.in_language(words)}
        copy = self.model_copy(update=said | alone | parts)
        copy.__dict__.pop("words", None)  # what was made of the lists in English
        return copy

    def shape_for(self, path: str) -> Shape | None:
        """Return the first shape that a new page with objectives has at ``path``."""
        keys = frozenset({"objectives", "summary"})
        return next((each for each in self.shapes if each.is_of(path, keys)), None)

    @cached_property
    def aloud(self) -> tuple[str, ...]:
        """The channels on which people speak."""
        return tuple(each.id for each in self.channels if each.aloud and each.used != "letters")

    def play(self, channel: str) -> str:
        """Return how two people play a conversation on a channel; empty where nothing is said."""
        return next((each.play or "" for each in self.channels if each.id == channel), "")

    def path_of(self, page: MadePage, name: str = "") -> str:
        """Return where a page is under docs/; for one of a thing, ``name`` is the thing's id."""
        return self.address_of(page).replace(SPOT, name)

    def address_of(self, page: MadePage) -> str:
        """Return where a page is under docs/, with `{}` for the id."""
        asked = self.own_of(page).path
        return asked if asked and not fault_of(page, asked) else page.path

    def own_of(self, page: MadePage) -> PageOf:
        """Return what the handbook itself says of a page."""
        return self.pages.get(page.name) or PageOf()
