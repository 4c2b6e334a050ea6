"""One file over another of the same name: handbook.yml by keys, lists of things by their ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..model.base import Model, Origin
from ..model.handbook import HOUSE, Handbook
from ..model.reference import References, Vocabulary
from ..problems import Place

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class MergedOrigin:
    """Where the entries of a merged list come from: each from one of two files."""

    own: Origin
    base: Origin
    lists: Mapping[str, Sequence[tuple[Origin, int]]]
    """By the name of the list: the file of each entry, and its number there."""
    inherited: frozenset[str]
    """What only the base says."""

    @property
    def path(self) -> str:
        """The file, as messages call it: the own one."""
        return self.own.path

    @property
    def mark(self) -> tuple[object, object]:
        """What tells both files from others, and from other texts of theirs."""
        return (self.own.mark, self.base.mark)

    def at(self, *loc: str | int) -> Place:
        """Return the place of the value at ``loc``."""
        origin, there = self._there(loc)
        return origin.at(*there)

    def key(self, *loc: str | int) -> Place:
        """Return the place of the last key of ``loc``."""
        origin, there = self._there(loc)
        return origin.key(*there)

    def comment(self, *loc: str | int) -> str:
        """Return the comment behind the value at ``loc``."""
        origin, there = self._there(loc)
        return origin.comment(*there)

    def comment_at(self, *loc: str | int) -> Place:
        """Return the place of that comment."""
        origin, there = self._there(loc)
        return origin.comment_at(*there)

    def _there(self, loc: tuple[str | int, ...]) -> tuple[Origin, tuple[str | int, ...]]:
        name, number = loc[0] if loc else "", loc[1] if len(loc) > 1 else None
        entries = self.lists.get(str(name), ())
        if isinstance(number, int) and number < len(entries):
            origin, index = entries[number]
            return origin, (name, index, *loc[2:])
        return (self.base if name in self.inherited else self.own), loc


def merged(own: M | None, base: M | None) -> M | None:
    """Return what holds of a file that both have; what one of them has alone, as it is."""
    if own is None or own.origin is None:
        return base if base is not None else own
    if base is None or base.origin is None:
        return own
    if isinstance(own, Handbook):
        said = {name: getattr(own, name) for name in own.model_fields_set | HOUSE | {"origin"}}
        return base.model_copy(update=said)
    if isinstance(own, Vocabulary | References):
        return _by_ids(own, base)
    return own


def _by_ids(own: M, base: M) -> M:
    lists: dict[str, Sequence[tuple[Origin, int]]] = {}
    values: dict[str, Any] = {}
    for name in type(own).model_fields.keys() - {"origin"}:
        mine, theirs = getattr(own, name), getattr(base, name)
        if name not in own.model_fields_set:
            values[name] = theirs
        elif isinstance(mine, tuple) and name != "facts":
            values[name], lists[name] = _one_list(mine, theirs, own.origin, base.origin)
        elif isinstance(mine, Model):
            values[name] = _both(mine, theirs)
    inherited = type(own).model_fields.keys() - own.model_fields_set
    origin = MergedOrigin(own.origin, base.origin, lists, frozenset(inherited))
    return own.model_copy(update={**values, "origin": origin})


def _both(mine: Model, theirs: Model) -> Model:
    """Return a block of lists with the entries of both: ids that are retired here or there."""
    names = type(mine).model_fields.keys() - {"origin"}
    return mine.model_copy(
        update={name: (*getattr(theirs, name), *getattr(mine, name)) for name in names}
    )


def _one_list(
    mine: tuple[Any, ...], theirs: tuple[Any, ...], own: Origin, base: Origin
) -> tuple[tuple[Any, ...], list[tuple[Origin, int]]]:
    """Put entries of ours in the place of those with the same id; the others stand behind."""
    entries = [(each, base, index) for index, each in enumerate(theirs)]
    places = {name: at for at, (each, _, _) in enumerate(entries) if (name := _id(each))}
    for index, each in enumerate(mine):
        entry = (each, own, index)
        if (name := _id(each)) in places:
            entries[places[name]] = entry
        else:
            entries.append(entry)
    return tuple(each for each, _, _ in entries), [(origin, i) for _, origin, i in entries]


def _id(entry: Any) -> str:
    return str(getattr(entry, "id", ""))
