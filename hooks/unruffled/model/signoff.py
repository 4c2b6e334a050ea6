"""A sign-off sheet as an observer saves it. The browser writes it; the schema is made from this."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(max_length=120)]
Words = Annotated[str, Field(max_length=600)]
Level = Annotated[int, Field(ge=0, le=4)]


class SheetRow(BaseModel):
    """What was seen of one row of the rubric."""

    model_config = ConfigDict(extra="forbid")

    id: Name
    label: Name
    level: Level = Field(description="0 where the row did not come up.")
    words: Words = Field(description="What was heard.")


class SignoffFile(BaseModel):
    """The file that an observer saves on the page of the rubric: one person, one contact."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["unruffled-signoff"]
    version: Literal[1]
    made: str = Field(description="ISO 8601, with the offset of the observer's own zone.")
    site: Name = Field(description="The title of the handbook.")
    rubric: Name = Field(description="Stands for the rows and levels: others, where they change.")
    who: Name
    observer: Name
    second: Name = Field(description="A second observer, or an empty text.")
    day: str = Field(pattern=r"^20\d\d-\d\d-\d\d$", description="Of the contact.")
    kind: Literal["role-play", "call", "chat", "mail", "in-person"]
    about: Words = Field(description="What the contact was about, without names of customers.")
    practice: bool = Field(description="Whether nothing is decided by it.")
    needed: Level = Field(description="The level that each row that came up must reach.")
    rows: tuple[SheetRow, ...] = Field(max_length=12)
    next: Words = Field(description="One thing to try.")
    result: Literal["signed-off", "not-yet", "practice"] = Field(
        description="What follows from the rows."
    )
    sum: str = Field(
        pattern="^[0-9a-f]{8}$",
        description='CRC-32 of all that stands before `,"sum":"` in the file.',
    )
