"""How a rule is written: one function, one code, findings with their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..catalogue import CATALOGUE
from ..problems import problem

if TYPE_CHECKING:
    from ..model.library import Library
    from ..problems import Place, Problem


class Finding(NamedTuple):
    """What a rule yields: where, what is wrong, and a cure if the general one is too vague."""

    place: Place
    cause: str
    cure: str | None = None


Rule = Callable[["Library"], Iterator[Finding]]

RULES: list[tuple[str, Rule]] = []


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a rule under a code of the catalogue (KeyError for any other)."""
    CATALOGUE[code]

    def register(function: Rule) -> Rule:
        RULES.append((code, function))
        return function

    return register


def run(library: Library) -> list[Problem]:
    """Apply every rule to the Library and return what they find."""
    return [
        problem(code, finding.place, finding.cause, finding.cure)
        for code, function in RULES
        for finding in function(library)
    ]
