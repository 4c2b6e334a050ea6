"""The folders that a handbook is read from: its own, and below it what it is built on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Root:
    """A folder with docs/, quizzes/ and so on. The own one has no name."""

    folder: Path
    name: str = ""
    version: str = ""

    @property
    def called(self) -> str:
        """How messages call it: `unruffled-handbook 1.2.0`."""
        return f"{self.name} {self.version}".strip()

    def shown(self, path: str) -> str:
        """Return how messages name its file ``path``: `unruffled-handbook:quizzes/empathy.yml`."""
        return f"{self.name}:{path}" if self.name else path


@dataclass(frozen=True)
class MenuEntry:
    """A line of the menu: a page or an address, with the title that it may have, or a section."""

    title: str = ""
    target: str = ""
    below: tuple[MenuEntry, ...] = ()

    def as_setting(self) -> object:
        """Return it as mkdocs.yml has it."""
        if self.target:
            return {self.title: self.target} if self.title else self.target
        return {self.title: [each.as_setting() for each in self.below]}
