"""Which questions a paper asks, by its seed: the same in Python as in `browser/core/random.js`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_WORD = 0xFFFFFFFF


def _numbers(seed: int, text: str) -> Iterator[int]:
    """Yield numbers of 32 bits (xorshift32), the same for a seed and a text."""
    state = seed & _WORD
    for letter in text:
        state = ((state ^ ord(letter)) * 0x9E3779B1) & _WORD
    state = state or 1
    while True:
        state = (state ^ (state << 13)) & _WORD
        state ^= state >> 17
        state = (state ^ (state << 5)) & _WORD
        yield state


def shuffled(listed: Sequence[str], seed: int, text: str = "") -> list[str]:
    """Return the list in another order, the same for a seed and a text."""
    places = zip(_numbers(seed, text), listed, strict=False)
    return [each for _, each in sorted(places, key=lambda place: place[0])]


def drawn(ids: Sequence[str], count: int, seed: int) -> list[str]:
    """Return the ids of the questions that the paper with this seed asks, in its order."""
    return shuffled(sorted(ids), seed, "paper")[:count]
