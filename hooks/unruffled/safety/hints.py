"""Hints: the features of a sentence that a risk is learned from.

This is the one table of them for the building side. ``core/risk-learned.js`` takes the same hints
from a question, and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

BEGINNING = 6
"""Words are compared by their beginnings: `deliver`, `delivery`."""
SPACE = 2**20
"""How many numbers there are for hints. Two hints hardly ever have the same one."""


def hints(words: Sequence[str]) -> list[int]:
    """Return the numbers of a sentence's hints: words, neighbours, the word in front."""
    begun = [word[:BEGINNING] for word in words]
    pairs = [f"{one} {other}" for one, other in pairwise(begun)]
    front = [f"< {word}" for word in begun[:1]]
    return list(dict.fromkeys(map(number, (*begun, *pairs, *front))))


@cache
def number(hint: str) -> int:
    """Return a hint's number below ``SPACE`` (FNV-1a, folded)."""
    value = 2166136261
    for sign in hint:
        value = ((value ^ ord(sign)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 20) % SPACE
