"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...model.exports import LETTERS
from .entries import Entry

Words = Mapping[str, str]
"""Names of gaps, each with what a tool calls it."""

Whole = Callable[[Sequence[Entry], int], bytes]
"""Makes a file of entries, and of the second, since 1970, at which the content was made."""


def no_fragment(entry: Entry, words: Words) -> str:
    """Return nothing: for a file that is no text, and so is not put together of fragments."""
    return ""


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
    fragment: Callable[[Entry, Words], str] = no_fragment
    whole: Whole | None = None
    """For a file that is no text: what makes it. Pages offer it as it is, without a choice."""
    letters: bool = True
    """Whether letters are in it, too."""
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

    def of(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return those of the entries that it takes."""
        return [each for each in entries if self.letters or each.folder != LETTERS]
