"""What a format of questions is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .items import Bank, Item, Note

Writer = Callable[[Bank], tuple[str | bytes, list[Note]]]
"""Returns the text of a file, or its bytes, and what it could not carry."""

Reader = Callable[[str], tuple[list[Item], list[Note]]]
"""Takes the text of a file; returns the questions in it, and what could not be read."""


@dataclass(frozen=True)
class Format:
    """A format that we write, or read, or both."""

    name: str
    """On the command line."""
    ending: str
    """Of a file's name, with its dot."""
    write: Writer | None = None
    read: Reader | None = None
