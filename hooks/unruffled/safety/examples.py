"""What a wording stands for, said in full: enough of it to compare it with others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from math import prod

from .compiled import GAP

MOST = 24
"""How many examples of one wording are looked at."""
_OF_A_CLASS = 200

Example = tuple[str, ...]


class Examples:
    """Says wordings in full, as words; ``classes`` are those that ``Notation`` has numbered."""

    def __init__(self, classes: Sequence[Sequence[str]]) -> None:
        self._classes = classes
        self._of_class = cache(self._said_for_class)

    def of(self, text: str, most: int = MOST) -> set[Example]:
        """Return up to ``most`` ways of saying ``text``, which is in the browser's notation.

        Where there are more, they are taken from all its classes alike, and the shortest is among
        them. A gap holds no word.
        """
        if "{" not in text:
            return {tuple(item for item in text.split() if item != GAP)}
        parts = [self._part(item) for item in text.split() if item != GAP]
        ways = prod(map(len, parts))
        steps = range(min(ways, most))
        shortest = tuple(word for part in parts for word in min(part, key=len))
        return {shortest} | {self._said(parts, step) for step in steps}

    def _said(self, parts: Sequence[Sequence[Example]], step: int) -> Example:
        picked = (part[_pick(step, place, part)] for place, part in enumerate(parts))
        return tuple(word for words in picked for word in words)

    def _part(self, item: str) -> Sequence[Example]:
        return self._of_class(int(item[1:-1])) if item.startswith("{") else [(item,)]

    def _said_for_class(self, number: int) -> list[Example]:
        return list(islice(self._entries(number), _OF_A_CLASS)) or [()]

    def _entries(self, number: int) -> Iterator[Example]:
        for entry in self._classes[number]:
            yield from sorted(self.of(entry)) if entry else [()]


def _pick(step: int, place: int, part: Sequence[Example]) -> int:
    """Another entry at each step, and other neighbours at each round."""
    return (step + step // len(part) * (place + 1)) % len(part)
