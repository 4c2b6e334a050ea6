"""What a fork changes: organisation.yml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from ..words import marked
from .badges import Badges
from .base import FREE, INLINE, MOST, Listed, Model, Text, Words, without_origin
from .exports import Exports
from .gaps import Gap
from .stores import RecordStore
from .upkeep import Upkeep

Optional = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=MOST),
    Field(json_schema_extra=INLINE),
    FREE,
]
Email = Annotated[str, StringConstraints(pattern=r"^$|^[^@\s:]+@[^@\s:]+\.[^@\s:]+$")]

Address = Annotated[str, StringConstraints(pattern=r"^$|^https?://[^\s/]+(/\S*)?$")]


NOBODY = marked("Your organisation")
"""What a handbook calls an organisation that has not named itself."""


Slots = Annotated[dict[str, Optional], BeforeValidator(without_origin), Listed("slots")]
"""Rules that only the organisation can give, by their slot. Empty means "ask your team lead"."""


class Scorm(Model):
    """How a quiz in a learning platform reports."""

    status: Literal[
        "passed-failed", "passed-incomplete", "completed-incomplete", "completed-failed"
    ] = Field(
        default="passed-failed",
        description="What the platform is told after a pass, and after none. A platform that "
        "locks people out after `failed`, or counts `completed` only, needs another one.",
    )
    interactions: bool = Field(
        default=True,
        description="false tells the platform no single answers: for one that loses scores under "
        "many calls.",
    )


Colour = Annotated[str, StringConstraints(pattern=r"^$|^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$")]
"""A colour as it is written in quotes: `"#0d4a57"`."""


class Brand(Model):
    """How the organisation looks; every shade is made of its colours."""

    colour: Colour = Field(default="", description='The colour of bars and buttons: "#0d4a57".')
    second: Colour = Field(default="", description="That of links; without it, the same.")
    logo: Annotated[str, StringConstraints(pattern=r"^[^\s/\\][^\\]*$")] | None = Field(
        default=None, description="A picture below docs/: assets/logo.svg."
    )
    place: Text | None = Field(
        default=None,
        max_length=20,
        description="A word for this place where there is little room, as below an icon on a "
        "phone: Helpdesk.",
    )


class Organisation(Model):
    """The one file that an organisation fills in."""

    name: Text = Field(description="As customers know you.")
    handbook_title: Text = Field(default="Unruffled", description="The title of the site.")
    brand: Brand | None = None
    contact_email: Email = Field(default="", description="Where readers report a fault.")
    moved_to: Address = Field(
        default="",
        description="Where the handbook lives now, if it has moved: its old address then leads "
        "there, and offers to save the reader's record first.",
    )
    slots: Slots = Field(
        default_factory=dict,
        description="Rules that only you can give; handbook.yml lists the slots.",
    )
    gaps: tuple[Gap, ...] = Field(
        default=(),
        description="More gaps for lines, or other words for those of vocabulary.yml.",
    )
    placeholders: Words = Field(
        default_factory=dict,
        description="The older form of `gaps` that last for the call: a name, and its hint.",
    )
    exports: Exports = Field(
        default_factory=Exports,
        description="What your help desk calls these gaps, for exported phrases.",
    )
    scorm: Scorm = Field(
        default_factory=Scorm, description="How quizzes report to a learning platform."
    )
    stores: tuple[RecordStore, ...] = Field(
        default=(),
        max_length=10,
        description="Stores of learning records to which learners may report by a launch link. "
        "Without one, nothing is ever sent.",
    )
    badges: Badges | None = Field(
        default=None, description="By which keys badges are checked; without it, there are none."
    )
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="After how many days a file is due for another look."
    )

    @property
    def connected(self) -> tuple[str, ...]:
        """The origins that pages may send to, for `connect-src` of a policy; mostly none."""
        return tuple(dict.fromkeys(store.web_origin for store in self.stores))
