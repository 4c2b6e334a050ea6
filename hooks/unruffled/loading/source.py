"""A piece of YAML in a file, and where its marks stand there."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from ..problems import Place


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of YAML in a file: its path and how many lines stand above it."""

    path: str
    lines_above: int = 0

    @property
    def start(self) -> Place:
        """Where the piece begins."""
        return Place(self.path, 1 + self.lines_above)

    def place(self, mark: yaml.Mark) -> Place:
        """Translate a parser's mark into the file's own line and column."""
        return Place(self.path, mark.line + 1 + self.lines_above, mark.column + 1)

    def place_in(self, text: str, index: int) -> Place:
        """Return the place of the character at ``index`` of the piece ``text``."""
        line = text.count("\n", 0, index)
        column = index - text.rfind("\n", 0, index) - 1
        return self.place(yaml.Mark("", index, line, column, None, None))
