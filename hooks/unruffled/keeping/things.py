"""Doors to what a Library holds: each notes which thing was asked for, and which part of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import cache
from types import FunctionType, MethodType
from typing import Any, cast

from ..model.base import Model
from ..model.page import Page
from .questions import MARK, NAMES, ONE, PART, Notes, Question

IN_PARTS = (Model, Page)
"""Of these it is noted which part was asked for."""

Wrap = Callable[[Any, str], Any]


class Thing:
    """A thing that notes which of its parts is asked for: a field, or what it says of itself.

    Its methods ask through it, too. In all else, it passes for the thing itself.
    """

    __slots__ = ("_asked", "_field", "_name", "_notes", "_real")

    def __init__(self, real: Any, field: str, name: str, notes: Notes) -> None:
        for slot, value in zip(
            ("_real", "_field", "_name", "_notes", "_asked"),
            (real, field, name, notes, set()),
            strict=True,
        ):
            object.__setattr__(self, slot, value)

    def __getattr__(self, part: str) -> Any:
        real = self._real
        method = _method(cast("Hashable", type(real)), part)
        if method is not None:
            return MethodType(method, self)
        if part in _apart(cast("Hashable", type(real))):
            raise AttributeError(f"{part} is kept apart: ask the Library for it")
        self._note(part)
        return getattr(real, part)

    def _note(self, part: str) -> None:
        if part not in self._asked or self._notes.closed:
            self._asked.add(part)
            self._notes.add(Question(self._field, PART, f"{self._name}{MARK}{part}"))

    def _whole(self) -> Any:
        self._notes.add(
            Question(self._field, ONE, self._name) if self._name else Question(self._field)
        )
        return self._real

    # A class as a property: what asks for the type sees that of the real thing.
    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._real)

    def __setattr__(self, part: str, value: Any) -> None:
        raise AttributeError(f"{part}: what a Library holds cannot be changed")

    def __eq__(self, other: object) -> bool:
        return self is other or bool(self._whole() == real_of(other))

    def __hash__(self) -> int:
        return hash(self._whole())

    def __repr__(self) -> str:
        return repr(self._whole())


def behind(thing: Any) -> Any:
    """Return a thing without its door, for a question that is noted in another way."""
    return thing._real if type(thing) is Thing else thing


def real_of(thing: Any) -> Any:
    """Return a thing without its door, which has noted that all of it is asked for."""
    return thing._whole() if type(thing) is Thing else thing


@cache
def _method(kind: Hashable, name: str) -> FunctionType | None:
    """Return a method that asks for parts of its thing; None for a part, and for what is inherited
    from a library: that asks for all of it."""
    found = next(
        (vars(each)[name] for each in cast("type", kind).__mro__ if name in vars(each)), None
    )
    is_ours = isinstance(found, FunctionType) and found.__module__.startswith(_OURS)
    return found if is_ours and isinstance(found, FunctionType) else None


@cache
def _apart(kind: Hashable) -> frozenset[str]:
    """Return the fields that are no part of what a thing is."""
    found = fields(cast("Any", kind)) if is_dataclass(kind) else ()
    return frozenset(each.name for each in found if "apart" in each.metadata)


_OURS = f"{__name__.partition('.')[0]}."


class Many(Mapping[str, Any]):
    """A field with many things, asked for one by one."""

    def __init__(self, field: str, things: Mapping[str, Any], notes: Notes, wrap: Wrap) -> None:
        self._field = field
        self._things = things
        self._notes = notes
        self._wrap = wrap

    def __getitem__(self, name: str) -> Any:
        return self._wrap(self._things[name] if name in self._things else self._absent(name), name)

    def _absent(self, name: str) -> Any:
        self._notes.add(Question(self._field, ONE, name))
        raise KeyError(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Return the thing with a name, or ``default``."""
        if name in self._things:
            return self[name]
        self._notes.add(Question(self._field, ONE, name))
        return default

    def __contains__(self, name: object) -> bool:
        self._notes.add(Question(self._field, PART, f"{name}{MARK}"))
        return name in self._things

    def __iter__(self) -> Iterator[str]:
        self._notes.add(Question(self._field, NAMES))
        return iter(self._things)

    def __len__(self) -> int:
        self._notes.add(Question(self._field, NAMES))
        return len(self._things)


class ManyWhole(Many):
    """The same, where each thing is asked for as a whole: so rules ask, which look at all."""

    def __getitem__(self, name: str) -> Any:
        self._notes.add(Question(self._field, ONE, name))
        return self._things[name]

    def values(self) -> Any:
        """Return all things."""
        self._notes.add(Question(self._field))
        return self._things.values()

    def items(self) -> Any:
        """Return all names with their things."""
        self._notes.add(Question(self._field))
        return self._things.items()


class Names(Set[str]):
    """A field with names, asked for one by one."""

    def __init__(self, field: str, names: frozenset[str], notes: Notes) -> None:
        self._field = field
        self._names = names
        self._notes = notes

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Any:
        return frozenset(it)

    def __contains__(self, name: object) -> bool:
        self._notes.add(Question(self._field, ONE, str(name)))
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        self._notes.add(Question(self._field))
        return iter(self._names)

    def __len__(self) -> int:
        self._notes.add(Question(self._field))
        return len(self._names)
