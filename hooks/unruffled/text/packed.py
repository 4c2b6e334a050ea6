"""Numbers as text that is small when it is packed; ``core/packed.js`` reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""One sign for each number below 64."""


def distances(numbers: Iterable[int]) -> Iterator[str]:
    """Yield the distances between rising numbers, five bits a sign, the lowest first.

    All signs of a distance but the last are above 31.
    """
    for before, after in pairwise((0, *numbers)):
        rest = after - before
        while rest > 31:
            yield SIGNS[32 + rest % 32]
            rest //= 32
        yield SIGNS[rest]
