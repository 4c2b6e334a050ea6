"""The kinds of questions that can stand in a sealed exam: those with a module `exam.py`."""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol

from ..found import import_all


class Sat(Protocol):
    """What such a module does."""

    def shown(self, question: Any) -> dict[str, Any]:
        """Return what a paper has of the question."""

    def can_be_given(self, question: Any, response: Any) -> bool:
        """Whether the paper lets a candidate give this answer."""

    def share(self, question: Any, response: Any) -> float:
        """Return what the answer is worth, 0 to 1."""


@cache
def sat_kinds() -> dict[str, Sat]:
    """Return the module of each kind by its name."""
    found: dict[str, Any] = {
        module.__name__.split(".")[-2]: module for module in import_all("kinds/*/exam.py")
    }
    return found
