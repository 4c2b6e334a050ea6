"""What the browser follows: every wording as plain words, numbers of classes and gaps."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.safety import Safety
from ..model.signs import Signs
from .parts import ClassName, Fault, Gap, Part, Word, parts_of
from .words import Words, plain

GAP = "..."


class Notation:
    """Writes wordings as the browser reads them, and numbers the classes as they come up.

    An item is a word, `{3}` for the fourth list of ``classes``, or `...`. A choice becomes a class
    without a name; one that may be left out has the empty text among its entries.
    """

    def __init__(self, safety: Safety | Signs) -> None:
        self.words = Words(safety.spellings, safety.fillers)
        self.classes: list[list[str]] = []
        self._named = safety.classes
        self._numbers: dict[Any, int] = {}
        self._open: set[str] = set()

    def text(self, wording: str, *, gaps: bool = True) -> str:
        """Return ``wording`` as the browser reads it; raises ``Fault`` where that cannot be."""
        if wording.isalpha():  # most entries of classes: no notation to read
            return " ".join(self.words.of(wording))
        return self._joined(parts_of(wording, gaps=gaps))

    def _joined(self, parts: Iterable[Part]) -> str:
        return " ".join(item for part in parts for item in self._items(part))

    def _items(self, part: Part) -> list[str]:
        if isinstance(part, Word):
            return self.words.of(part.text)
        if isinstance(part, Gap):
            return [GAP]
        if isinstance(part, ClassName):
            if part.name not in self._named:
                raise Fault("SF105", f'there is no class "{part.name}"', part.name)
            if part.name in self._open:
                raise Fault("SF111", f'the class "{part.name}" stands inside itself')
            return [self._number(part.name, self._entries(part.name))]
        options = dict.fromkeys(self._joined(each) for each in part.options)
        if "" in options:
            raise Fault("SF107", "one side of a | has fillers only, so all sides may be left out")
        if part.optional:
            options |= {"": None}
        return [self._number(tuple(options), options)] if any(options) else []

    def _entries(self, name: str) -> Iterator[str]:
        """The sound entries of a class; the rules report the others at their own place."""
        self._open.add(name)
        for entry in self._named[name]:
            with contextlib.suppress(Fault):
                yield self.text(entry, gaps=False)
        self._open.remove(name)

    def _number(self, key: Any, entries: Iterable[str]) -> str:
        if key not in self._numbers:
            self._numbers[key] = len(self.classes)
            self.classes.append([])  # its place, before those that stand inside it
            self.classes[self._numbers[key]] = list(dict.fromkeys(entries))
        return f"{{{self._numbers[key]}}}"


def compiled(safety: Safety, cards: Iterable[str]) -> dict[str, Any]:
    """Return `safety` of desk.json, with those risk cards that are among ``cards``.

    What has a fault is left out: a live preview goes on with the rest.
    """
    known = set(cards)
    notation = Notation(safety)
    risk = [
        {
            "id": each.card,
            "wordings": _sound(notation, each.wordings),
            "weaker": _sound(notation, each.weaker),
            "hints": _sound(notation, each.hints),
        }
        for each in safety.cards
        if each.card in known
    ]
    return {
        "line": safety.line,
        "card": safety.card,
        "cards": risk,
        "ordinary": _sound(notation, safety.ordinary),
        "classes": notation.classes,
        "spellings": _plain_keys(safety.spellings),
        "fillers": [plain(word) for word in safety.fillers],
        "slips": [plain(word) for word in safety.slips],
        "no_slips": [plain(word) for word in safety.no_slips],
    }


def compiled_signs(signs: Signs, cards: Iterable[str]) -> dict[str, Any]:
    """Return `signs` of desk.json, with those cards that are among ``cards``; as ``compiled``."""
    known = set(cards)
    notation = Notation(signs)
    found = [
        {"id": each.card, "examples": each.examples}
        | {key: _sound(notation, getattr(each, key)) for key in ("strong", "wordings", "weaker")}
        for each in signs.cards
        if each.card in known
    ]
    return {
        "loud": signs.loud,
        "cards": found,
        "everyday": _sound(notation, signs.everyday),
        "requests": signs.requests,
        "ordinary": _sound(notation, signs.ordinary),
        "classes": notation.classes,
        "spellings": _plain_keys(signs.spellings),
        "fillers": [plain(word) for word in signs.fillers],
        "no_slips": [plain(word) for word in signs.no_slips],
    }


def _sound(notation: Notation, wordings: Iterable[str]) -> list[str]:
    found = []
    for wording in wordings:
        with contextlib.suppress(Fault):
            found.append(notation.text(wording))
    return [each for each in dict.fromkeys(found) if each]


def _plain_keys(spellings: Mapping[str, str]) -> dict[str, str]:
    return {plain(word): meant.casefold() for word, meant in spellings.items()}
