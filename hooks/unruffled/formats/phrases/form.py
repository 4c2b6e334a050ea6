"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .entries import Entry

Words = Mapping[str, str]
"""Names of gaps, each with what a tool calls it."""


@dataclass(frozen=True)
class Format:
    """How phrases become one file: head, fragments with a separator between them, tail.

    The fragment of an entry does not depend on the others. So the browser can put together any
    choice of them, and gets the bytes that the command writes.
    """

    name: str
    """On the command line."""
    title: str
    """For a reader."""
    how: str
    """What to do with the file, in a sentence for a reader."""
    file: str
    type: str
    """The media type."""
    fragment: Callable[[Entry, Words], str]
    head: str = ""
    separator: str = ""
    tail: str = ""
    words: Words | None = None
    """What the tool calls our gaps; None if it has fields for any, or shows their names."""
    own: tuple[str, ...] = ()
    """Signs that the tool would take for its own in a text, and that cannot be escaped there.

    Braces need not be among them: the rules for phrases (PH106, PH109) let none through but those
    of gaps.
    """
    order: int = 100
    """Where it stands among those that are offered; of those with the same, by name."""
