"""What every model shares: strictness, the types of its texts, and where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from ..problems import Place

#: A key that no author can type in YAML; the loader puts a mapping's origin under it.
ORIGIN = "\0origin"

FREE = "free text"
"""Marks a field that holds an author's sentences, not an id or one of a few words."""

MOST = 3000
"""The most characters of one text: a page of a book. Conversion takes the square of them."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST), FREE]
"""Plain text: shown as it is written."""


@dataclass(frozen=True)
class Listed:
    """Marks a field that holds an id of a list of handbook.yml: `moments`."""

    name: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        """Name the list, so that a schema for one handbook can have its words."""
        return handler(core) | {LISTED: self.name}


LISTED = "x-list"
"""Under which name a schema of all handbooks has the list."""


@dataclass(frozen=True)
class Limited:
    """Marks a text or a list that handbook.yml limits: `summary_letters`."""

    name: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        """Name the limit, so that a schema for one handbook can have its number."""
        return handler(core) | {LIMITED: self.name}


LIMITED = "x-limit"
"""Under which name a schema of all handbooks has the limit."""

Chosen = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
"""An id from some list."""

INLINE = {"format": "inline-markdown"}
"""What the schema says of a text in which inline Markdown is read."""

Inline = Annotated[Text, Field(json_schema_extra=INLINE)]
"""Text with inline Markdown: strong, emphasis, code and links."""

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=_ID, max_length=80)]
"""Small letters, digits and single hyphens: safe in an address."""


def is_id(name: str) -> bool:
    """Whether a file's name can be an id; that of a copy (`empathy - Copy`) cannot."""
    return bool(re.fullmatch(_ID, name))


PagePath = Annotated[str, StringConstraints(pattern=r"^[^\s/\\][^\s\\]*\.md$")]
"""A Markdown file relative to docs/, with forward slashes."""


_DAY = r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
Day = Annotated[str, StringConstraints(pattern=_DAY)]
"""A day as ISO 8601 writes it; that its month has it is a rule of its own."""


Fragment = Annotated[str, StringConstraints(pattern=r"^#[^\s#]+$")]
"""A place on the same page, as a link names it: `#why-it-works`."""


def without_origin(value: Any) -> Any:
    """A block whose keys are the author's own has no model to keep its origin in."""
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != ORIGIN}
    return value


Words = Annotated[dict[str, Inline], BeforeValidator(without_origin)]
"""A block of names that the author chooses, each with its text."""


class Heeding(Protocol):
    """What is told that somebody asks for a place."""

    places: bool


HEEDING: list[Heeding] = []
"""What is made now, each inside of the one before it: the last one is told."""


def heed_places() -> None:
    """Tell that somebody asks for the place of something: lines count in what is made of it."""
    if HEEDING:
        HEEDING[-1].places = True


class Origin(Protocol):
    """Where a model was read from: turns a path of keys and indexes into a place."""

    @property
    def path(self) -> str:
        """The file, as messages call it."""

    @property
    def mark(self) -> object:
        """What differs when the text differs that the model was read from."""

    def at(self, *loc: str | int) -> Place:
        """Return the place of the value at ``loc`` below the model."""

    def key(self, *loc: str | int) -> Place:
        """Return the place of the last key of ``loc``."""

    def comment(self, *loc: str | int) -> str:
        """Return the comment that follows the value at ``loc`` on its line."""

    def comment_at(self, *loc: str | int) -> Place:
        """Return the place of that comment; there must be one."""


class Model(BaseModel):
    """A frozen model that refuses unknown keys and remembers its origin."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    origin: SkipJsonSchema[Any] = Field(default=None, alias=ORIGIN, exclude=True, repr=False)

    def at(self, *loc: str | int) -> Place:
        """Return the place of the value at ``loc``, e.g. ``choice.at("text")``."""
        origin: Origin = self.origin
        return origin.at(*loc)

    @property
    def file(self) -> str:
        """The file that the model was read from, as messages call it."""
        origin: Origin = self.origin
        return origin.path
