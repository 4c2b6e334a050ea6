"""The lines of a page below its front matter, and where they stand in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..problems import Place


@dataclass
class Body:
    """The lines of a page, with how many stand above them."""

    path: str
    lines: list[str]
    above: int

    def place(self, line: int, needle: str = "") -> Place:
        """Return where ``needle`` first stands at or below ``line`` (an index of lines)."""
        for index in range(line, min(line + 60, len(self.lines))):
            column = self.lines[index].find(needle)
            if needle and column >= 0:
                return Place(self.path, index + 1 + self.above, column + 1)
        return Place(self.path, line + 1 + self.above, 1)

    def cursor(self, line: int) -> Callable[[str], Place]:
        """Return what finds the targets of links from ``line`` on, one behind the other."""
        found: dict[tuple[int, str], int] = {}

        def place(target: str) -> Place:
            for index in range(line, min(line + 60, len(self.lines))):
                text = self.lines[index]
                for mark in (f"]({target}", f"](<{target}"):
                    column = text.find(mark, found.get((index, target), 0))
                    if column >= 0:
                        found[index, target] = column + 1
                        column += len(mark) - len(target) + 1
                        return Place(self.path, index + 1 + self.above, column)
            return self.place(line, target)

        return place
