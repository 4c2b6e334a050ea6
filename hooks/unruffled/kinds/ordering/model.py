"""Put steps in order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline
from ...words import marked
from ..base import BaseQuestion, Loc, Reasoned, reasons_of
from ..naming import names_of


class Step(Reasoned):
    """One step, and why it stands where it does."""

    text: Inline


class Ordering(BaseQuestion):
    """Put steps in order; the file lists them in the right one."""

    instruction: ClassVar[str] = marked("Put them in order.")

    kind: Literal["ordering"]
    items: tuple[Step, ...] = Field(
        min_length=3, max_length=8, description="In the right order; shown in another one."
    )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for each step."""
        return names_of([each.text for each in self.items])

    @property
    def shown(self) -> list[tuple[str, Step]]:
        """Name and step in an order that does not give the answer away."""
        pairs = sorted(zip(self.names, self.items, strict=True), key=lambda pair: pair[0])
        in_order = [name for name, _ in pairs] == list(self.names)
        return pairs[1:] + pairs[:1] if in_order else pairs

    @property
    def key(self) -> tuple[str, ...]:
        """The names in the right order."""
        return self.names

    @property
    def asked(self) -> tuple[str, ...]:
        """All steps."""
        return tuple(sorted(self.names))

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The steps."""
        for index, each in enumerate(self.items):
            yield ("items", index, "text"), each.text, "item"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of each step."""
        yield from reasons_of("items", self.items)
