"""How a rule is written: one function, one code, findings with their place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import astuple
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, TypeVarTuple

from ..catalogue import CATALOGUE, Severity, declare
from ..problems import Place, Problem, problem
from ..steps import counted

if TYPE_CHECKING:
    from ..keeping import Kept
    from ..model.library import Library


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
_KEPT: list[Kept] = []
"""What is kept of earlier runs, while rules run with it."""


def once(function: Callable[[Library, *Ts], R]) -> Callable[[Library, *Ts], R]:
    """Remember what ``function`` returns for a Library, as long as the rules run over it; where
    something is kept, until the Library answers otherwise. Other arguments are texts."""
    memo = lru_cache(maxsize=None)(function)
    _MEMOS.append(memo)

    @wraps(function)
    def remembered(library: Library, *args: *Ts) -> R:
        if not _KEPT:
            return memo(library, *args)
        name = " ".join((_full_name(function), *map(str, args)))
        return _KEPT[-1].of("once", name, library, lambda asked: function(asked, *args))

    return remembered


def of_each(name: str, thing: Any, make: Callable[[], R]) -> R:
    """Return what ``make`` makes of a frozen ``thing``; with something kept, it is made once."""
    return _KEPT[-1].of_thing(name, thing, make) if _KEPT else make()


def of_text(name: str, given: Hashable, text: str, make: Callable[[], R]) -> R:
    """Return what ``make`` makes of a ``text`` and of what is ``given``, and of nothing else; with
    something kept, it is made once."""
    return _KEPT[-1].of_text(name, given, text, make) if _KEPT else make()


def run(library: Library, kept: Kept | None = None) -> list[Problem]:
    """Apply every rule to the Library and return what they find.

    With ``kept``, a rule that would see nothing new is not run: what it found is said again.
    """
    if kept:
        return _run_with(kept, library)
    try:
        return [
            found
            for name, rule in counted(RULES, "Checking")
            for found in _found(name, rule, library)
        ]
    finally:
        for memo in _MEMOS:
            memo.cache_clear()


def _run_with(kept: Kept, library: Library) -> list[Problem]:
    _KEPT.append(kept)
    try:
        return [
            found
            for name, rule in counted(RULES, "Checking")
            for found in kept.of(
                "rules",
                f"{name} {_full_name(rule)}",
                library,
                # mypy takes no default of a lambda for its type.
                lambda asked, name=name, rule=rule: _found(name, rule, asked),  # type: ignore[misc]
                form=Found(),
            )
        ]
    finally:
        _KEPT.pop()


def _found(name: str, function: Rule, library: Library) -> list[Problem]:
    return [problem(name, each.place, each.cause, each.cure) for each in function(library)]


def _full_name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


class Found:
    """Problems on a disk."""

    def pack(self, value: list[Problem]) -> Any:
        """Return them as lists of texts and numbers."""
        return [[*astuple(each.place), each.code, each.cause, each.cure] for each in value]

    def unpack(self, value: Any) -> list[Problem]:
        """Return the problems."""
        return [
            Problem(Place(str(path), int(line), int(column)), str(code), str(cause), str(cure))
            for path, line, column, code, cause, cure in value
        ]
