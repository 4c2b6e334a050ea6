"""A piece of YAML in a file, and where its marks stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..problems import Place


class Mark(Protocol):
    """What the parser marks in a text, all counted from 0; its C parser has a class of its own."""

    index: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of YAML in a file: its path and how many lines stand above it.

    ``digest`` is that of its text: with it, two readings are told apart without keeping the text.
    """

    path: str
    lines_above: int = 0
    digest: str = ""

    @property
    def start(self) -> Place:
        """Where the piece begins."""
        return Place(self.path, 1 + self.lines_above)

    def place(self, mark: Mark) -> Place:
        """Translate a parser's mark into the file's own line and column."""
        return self.at(mark.line, mark.column)

    def at(self, line: int, column: int) -> Place:
        """Return the place of a line and a column of the piece, both counted from 0."""
        return Place(self.path, line + 1 + self.lines_above, column + 1)

    def place_in(self, text: str, index: int) -> Place:
        """Return the place of the character at ``index`` of the piece ``text``."""
        line = text.count("\n", 0, index)
        column = index - text.rfind("\n", 0, index) - 1
        return self.at(line, column)
