"""A result as a learner hands it in. The browser writes it; the schema is made from this."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]
Moment = Annotated[float, Field(ge=0, description="Milliseconds since 1970, UTC.")]


class Entry(BaseModel):
    """What every entry of a learner's record has; later versions may add to it."""

    model_config = ConfigDict(extra="allow")

    v: Literal[1] = Field(description="The version of the entry.")
    id: str = Field(description="Its own in all records: an entry that is read twice counts once.")
    at: Moment = Field(description="Its place in the record's order.")
    t: Moment = Field(description="When it was made, by the clock of that device.")
    quiz: str = Field(
        description="A quiz's id; `scenario:ID` for a conversation; `assignment:ID.N` for the test "
        "of an assignment's step N, counted from 0."
    )


class Scored(Entry):
    """What was worth points."""

    points: float = Field(ge=0)
    max: float = Field(ge=0, description="Points that could be had.")


class Attempt(Scored):
    """One answer to one question."""

    type: Literal["attempt"]
    question: str
    kind: str
    rev: str = Field(description="The question's revision: another one as soon as its answers do.")
    response: Any = Field(default=None, description="What was chosen or typed, by the kind.")
    share: Share = Field(description="How much of it is right.")
    tries: Count = Field(description="Which try it was, counted from 1.")
    hints: Count = Field(description="How many hints were open.")
    mode: str | None = Field(default=None, description="practice, test or review.")
    run: str | None = Field(default=None, description="What belongs to one go through a quiz.")
    self: bool | None = Field(default=None, description="Judged by the learner: not counted.")


class TestResult(Scored):
    """A test that was handed in."""

    type: Literal["result"]
    run: str
    drawn: tuple[str, ...] = Field(description="The questions asked, as quiz/question, in order.")
    seed: int = Field(description="With it, the same questions and choices come in this order.")
    percent: float = Field(ge=0, le=100, description="Rounded down.")
    passed: bool
    mode: str | None = Field(default=None, description="Always test.")
    edition: str | None = Field(default=None, description="The state of all questions then.")
    began: Moment
    limit: Count = Field(description="Minutes; 0 for none.")
    extra: Count = Field(description="Minutes that the learner added.")
    late: Count = Field(description="Minutes after the limit.")


class TestBegun(Entry):
    """A test that was begun, whether or not it was handed in."""

    type: Literal["begun"]
    run: str
    drawn: tuple[str, ...] = Field(description="The questions asked, as quiz/question, in order.")
    seed: int = Field(description="With it, the same questions and choices come in this order.")
    mode: str | None = Field(default=None, description="Always test.")
    edition: str | None = Field(default=None, description="The state of all questions then.")
    began: Moment
    limit: Count = Field(description="Minutes; 0 for none.")


class ResultFile(BaseModel):
    """The file that a learner saves on the page of an assignment."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["unruffled-result"]
    version: Literal[1]
    site: str = Field(description="The title of the handbook.")
    edition: str = Field(description="The state of all questions of the site at that time.")
    made: str = Field(
        description="When the file was made: ISO 8601, with the offset of the learner's own zone."
    )
    assignment: str = Field(description="The assignment, as the text in its link.")
    name: str = Field(max_length=120, description="As the learner typed it.")
    entries: tuple[Annotated[Attempt | TestResult | TestBegun, Field(discriminator="type")], ...]
    sum: str = Field(
        pattern="^[0-9a-f]{8}$",
        description='CRC-32 of all that stands before `,"sum":"` in the file. It finds slips, not '
        "forgeries.",
    )
