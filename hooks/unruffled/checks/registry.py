"""How a rule is written: one function, one code, findings with their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, TypeVarTuple

from ..catalogue import CATALOGUE, Severity, declare
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


def rule(
    name: str, *, meaning: str = "", cure: str = "", severity: Severity = "error"
) -> Callable[[Rule], Rule]:
    """Register a rule under a code, with what the code means and what to do about it.

    Where the code is told while a file is read, too, it is declared there, and a rule has only its
    name (KeyError for one that is not).
    """
    if meaning:
        declare(name, meaning=meaning, cure=cure, severity=severity)
    CATALOGUE[name]

    def register(function: Rule) -> Rule:
        RULES.append((name, function))
        return function

    return register


Ts = TypeVarTuple("Ts")
R = TypeVar("R")

_MEMOS: list[Any] = []


def once(function: Callable[[*Ts], R]) -> Callable[[*Ts], R]:
    """Remember what ``function`` returns for a Library, as long as the rules run over it."""
    memo = lru_cache(maxsize=None)(function)
    _MEMOS.append(memo)

    @wraps(function)
    def remembered(*args: *Ts) -> R:
        return memo(*args)

    return remembered


def run(library: Library) -> list[Problem]:
    """Apply every rule to the Library and return what they find."""
    try:
        return [
            problem(name, finding.place, finding.cause, finding.cure)
            for name, function in RULES
            for finding in function(library)
        ]
    finally:
        for memo in _MEMOS:
            memo.cache_clear()
