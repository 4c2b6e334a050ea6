"""Find what goes with each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline
from ...words import marked
from ..base import BaseQuestion, Loc, Reasoned, reasons_of
from ..naming import names_of


class Pair(Reasoned):
    """Two texts that belong together, and why."""

    text: Inline
    match: Inline = Field(description="What goes with it.")


class Extra(Reasoned):
    """A match that goes with nothing, and why it does not."""

    text: Inline


class Matching(BaseQuestion):
    """Find the match of each text among all matches and some that fit nothing."""

    instruction: ClassVar[str] = marked("Choose what goes with each.")

    kind: Literal["matching"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=8)
    extra: tuple[Extra, ...] = Field(
        default=(), max_length=4, description="Matches that go with nothing."
    )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for the text of each pair."""
        return names_of([pair.text for pair in self.pairs])

    @cached_property
    def match_names(self) -> tuple[str, ...]:
        """A name for each match: those of the pairs in their order, then the extra ones."""
        return names_of(self._matches)

    @property
    def _matches(self) -> list[str]:
        return [*(pair.match for pair in self.pairs), *(each.text for each in self.extra)]

    @property
    def bank(self) -> list[tuple[str, str]]:
        """Name and text of every match, in an order that gives nothing away."""
        return sorted(zip(self.match_names, self._matches, strict=True))

    @property
    def extra_names(self) -> tuple[str, ...]:
        """A name for each extra match."""
        return self.match_names[len(self.pairs) :]

    @property
    def key(self) -> tuple[str, ...]:
        """Each text with its match."""
        pairs = zip(self.names, self.match_names[: len(self.pairs)], strict=True)
        return tuple(sorted(f"{name}={match}" for name, match in pairs))

    @property
    def asked(self) -> tuple[str, ...]:
        """All texts, and all matches."""
        return *sorted(self.names), "", *sorted(self.match_names)

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The texts of the pairs, and the matches."""
        for index, pair in enumerate(self.pairs):
            yield ("pairs", index, "text"), pair.text, "text"
            yield ("pairs", index, "match"), pair.match, "match"
        for index, each in enumerate(self.extra):
            yield ("extra", index, "text"), each.text, "match"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of each pair and each extra match."""
        yield from reasons_of("pairs", self.pairs)
        yield from reasons_of("extra", self.extra)
