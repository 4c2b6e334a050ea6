"""What one build has made is there for the next one in the same process; what it did not ask for
is forgotten after that."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Results by everything that they were made from."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def begin(self) -> None:
        """Begin another build: what the last one did not ask for goes."""
        self._before, self._now = self._now, {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returns; it is called once for a ``key``, which names all of its
        input."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        found: T = self._now[key]
        return found
