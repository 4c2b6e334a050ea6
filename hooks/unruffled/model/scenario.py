"""Scenarios: conversations that branch, as authors write them."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, field_validator

from ..kinds.naming import digest
from ..words import marked
from .base import Id, Inline, Limited, Model, Text
from .phrases import Channel
from .upkeep import Kept

MOST = 4
"""Calm, trust and resolution go from 0 to this."""

METERS = {"calm": marked("calm"), "trust": marked("trust"), "resolution": marked("resolution")}
"""What a reader sees in place of each part of the customer's state."""

WORDS = {
    "calm": (
        *(marked("furious"), marked("angry"), marked("tense"), marked("settling")),
        marked("calm"),
    ),
    "trust": (
        *(marked("none"), marked("little"), marked("wary"), marked("growing")),
        marked("firm"),
    ),
    "resolution": (
        *(marked("nothing yet"), marked("a first step"), marked("half way")),
        *(marked("nearly there"), marked("settled")),
    ),
}
"""What the customer's state is called, from 0 to ``MOST``."""


HARD = marked(
    "In this conversation somebody is insulted, threatened or in danger. You do not have to play "
    "it, and nobody needs to know why. You can stop at any point."
)
"""What is said before a hard one begins."""


class Outcome(StrEnum):
    """How a conversation ends, the best first. In some, a good hand-over is the best there is."""

    resolved_with_trust = "resolved_with_trust"
    escalated_well = "escalated_well"
    resolved_grudgingly = "resolved_grudgingly"
    escalated_badly = "escalated_badly"
    walked_away = "walked_away"

    @property
    def label(self) -> str:
        """What a reader sees, in English: `said` has it in the language of the page."""
        return _OUTCOMES[self.value]


_OUTCOMES = {
    "resolved_with_trust": marked("Resolved with trust"),
    "escalated_well": marked("Escalated well"),
    "resolved_grudgingly": marked("Resolved grudgingly"),
    "escalated_badly": marked("Escalated badly"),
    "walked_away": marked("Walked away"),
}


OUTCOME_POINTS = {
    Outcome.resolved_with_trust: 10,
    Outcome.escalated_well: 8,
    Outcome.resolved_grudgingly: 6,
    Outcome.escalated_badly: 2,
    Outcome.walked_away: 0,
}
"""What an ending is worth: a convention of this house. A learner's share is that of the best."""

PASS_MARK = 60
"""Per cent of the best ending that count as done: grudgingly resolved is, handed over badly not."""


class Effect(Model):
    """What a reply does to the customer, in steps; what is left out stays as it is."""

    calm: int = Field(default=0, ge=-MOST, le=MOST)
    trust: int = Field(default=0, ge=-MOST, le=MOST)
    resolution: int = Field(default=0, ge=-MOST, le=MOST)


class Jump(Model):
    """Where it goes on: the first jump of a list whose conditions hold is taken."""

    calm: int = Field(default=0, ge=0, le=MOST, description="Taken if calm is at least this.")
    trust: int = Field(default=0, ge=0, le=MOST, description="Taken if trust is at least this.")
    go: Id = Field(description="The id of a node or of an ending.")

    @property
    def always(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.calm or self.trust)


_Jumps = Annotated[tuple[Jump, ...], Field(min_length=1)]


class Reply(Model):
    """Something that the agent can say, what it does, and what is to be learnt from it."""

    say: Inline = Field(description="As it is said or written to the customer.")
    uses: Id | None = Field(default=None, description="The technique of vocabulary.yml it uses.")
    breaks: Id | None = Field(default=None, description="The technique that it goes against.")
    effect: Effect = Field(default_factory=Effect)
    feedback: Inline = Field(description="The principle, and the better move.")
    next: _Jumps = Field(description="A node or an ending; or a list of jumps with conditions.")

    @field_validator("next", mode="before", json_schema_input_type=Id | _Jumps)
    @classmethod
    def _one_name_is_a_jump(cls, value: object) -> object:
        return [{"go": value}] if isinstance(value, str) and value else value

    @property
    def technique(self) -> str:
        """The technique that it uses or breaks."""
        return self.uses or self.breaks or ""


class Node(Model):
    """What the customer says, what shows how they feel, and the replies to it."""

    id: Id
    customer: Inline
    cues: tuple[Inline, ...] = Field(
        default=(), max_length=3, description="What an agent could hear or see."
    )
    replies: tuple[Reply, ...] = Field(min_length=2, max_length=4)
    order: Literal["mixed", "fixed"] = Field(
        default="mixed", description="fixed: the replies are shown in the order of this file."
    )


class Ending(Model):
    """How it came out, and what there is to talk about."""

    id: Id
    outcome: Outcome
    title: Text
    text: Inline = Field(description="What happens then.")
    debrief: Inline = Field(description="What decided it, and what to keep from it.")


class Customer(Model):
    """Who the customer is, for whoever plays the part."""

    name: Text
    wants: Inline
    feels: Inline
    brief: Inline = Field(description="What only the customer knows, for a role-play of two.")


class Scenario(Kept):
    """One YAML file in scenarios/: a conversation that answers back."""

    id: Id = Field(description="The file's name without .yml.")
    title: Text
    summary: Annotated[Text, Limited("summary_letters")] = Field(
        description="What happens, in one sentence."
    )
    channel: Channel
    hard: bool = Field(
        default=False,
        description="true for abuse, threats, self-harm and slurs: a note stands before it.",
    )
    setting: Inline = Field(description="Where the agent works, what they know and may do.")
    customer: Customer
    calm: int = Field(ge=0, le=MOST, description="How calm the customer is at the start.")
    trust: int = Field(ge=0, le=MOST, description="How much they trust at the start.")
    start: Id = Field(description="The id of the first node.")
    nodes: tuple[Node, ...] = Field(min_length=2)
    endings: tuple[Ending, ...] = Field(min_length=2)
    questions: tuple[Inline, ...] = Field(
        min_length=2, description="To talk about afterwards, when two have played it."
    )

    @cached_property
    def node_by_id(self) -> dict[str, Node]:
        """The nodes by their ids."""
        return {each.id: each for each in self.nodes}

    @cached_property
    def ending_by_id(self) -> dict[str, Ending]:
        """The endings by their ids."""
        return {each.id: each for each in self.endings}

    @cached_property
    def places(self) -> tuple[Node | Ending, ...]:
        """Everywhere that the conversation can be: the nodes, then the endings."""
        return (*self.nodes, *self.endings)

    @cached_property
    def techniques(self) -> tuple[str, ...]:
        """The techniques that replies use or break, in the order of their first use."""
        replies = (reply for node in self.nodes for reply in node.replies)
        return tuple(dict.fromkeys(reply.technique for reply in replies if reply.technique))

    @cached_property
    def rev(self) -> str:
        """A hash of what decides how it goes; another wording is the same scenario."""
        facts = [f"{self.calm} {self.trust} {self.start}"]
        for node in self.nodes:
            for reply in node.replies:
                effect = reply.effect
                steps = f"{effect.calm} {effect.trust} {effect.resolution} {bool(reply.breaks)}"
                jumps = [f"{each.calm} {each.trust} {each.go}" for each in reply.next]
                facts.append(f"{node.id}: {steps}: {', '.join(jumps)}")
        return digest([*facts, *(f"{each.id} {each.outcome}" for each in self.endings)])
