"""Facts about a Library: what was counted or chosen once, and what whoever asks depends on.

What asks for a fact is made again when the fact differs, and not when only that differs which the
fact is made of: a letter in a quiz does not change the minutes that it takes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple
from weakref import WeakKeyDictionary

from ..model.library import Library
from .asked import Asked
from .questions import MARK

Ts = TypeVarTuple("Ts")
R = TypeVar("R")

FACTS: dict[str, Callable[..., Any]] = {}
_MADE: WeakKeyDictionary[Library, dict[str, Any]] = WeakKeyDictionary()


def fact(function: Callable[[Library, *Ts], R]) -> Callable[[Library, *Ts], R]:
    """Make a fact of a function of the Library and of texts.

    It returns numbers, texts, and tuples and blocks of them: no thing of the Library.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    FACTS[name] = function

    @wraps(function)
    def known(library: Library, *args: *Ts) -> R:
        called = MARK.join((name, *map(str, args)))
        if isinstance(library, Asked):
            found: R = library.called(called)
            return found
        made = _MADE.setdefault(library, {})
        if called not in made:
            made[called] = function(library, *args)
        there: R = made[called]
        return there

    return known


def made(library: Library, called: str) -> Any:
    """Return what a fact is for a Library; ``called`` has its name, and what it is asked with."""
    name, *args = called.split(MARK)
    return FACTS[name](library, *args)
