"""What one build has made is there for those after it in the same process; what none of them asked
for is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Results by everything that they were made from.

    They are forgotten once so many builds (``builds``) have begun and ended without asking for
    them.
    """

    def __init__(self, builds: int = 1) -> None:
        self._builds = builds
        self._begun = 0
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def begin(self) -> None:
        """Begin another build: what no build has asked for in a while goes."""
        self._begun += 1
        if self._begun % self._builds == 0:
            self._before, self._now = self._now, {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` returns; it is called once for a ``key``, which names all of its
        input."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        found: T = self._now[key]
        return found
