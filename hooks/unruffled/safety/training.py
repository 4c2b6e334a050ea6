"""What a risk is learned from: sentences of each risk card, and sentences without a risk.

Logistic regression with several classes. For every hint and card there is a weight; a sentence's
weights are added up, and say how likely the card is against "no risk". The same sentences give the
same weights: their order is that of their checksums, and nothing is drawn by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from zlib import crc32

from .hints import hints

NO_RISK = -1
"""The class of a sentence that calls for no risk card."""
SCALE = 3.0
"""How much the hints of a sentence count together, however many there are: each counts by
``SCALE`` divided by the root of their number."""
_ROUNDS = 10
_STEP = 0.8
_BIAS_STEP = 0.1
_SHRINK = 0.05
"""How much nearer to nothing each weight comes between two rounds, so that few remain."""
_SURE = 0.98
"""From this likelihood on, a sentence has nothing more to teach."""
_SLIGHT = 0.02
"""What is less wrong than this is left as it is."""
_HIGHEST = 50.0
_SEEN = 2
"""In how many sentences a hint has to stand."""

Lesson = tuple[int, tuple[str, ...]]
"""The number of a risk card, or ``NO_RISK``, with the words of a sentence."""


@dataclass(frozen=True)
class Learned:
    """Weights by the number of the card, and in them by the hint; what is 0 is left out."""

    weights: tuple[dict[int, float], ...]
    bias: tuple[float, ...]


@dataclass(frozen=True)
class _Row:
    card: int
    places: list[int]
    value: float


@lru_cache(maxsize=2)
def learn(lessons: tuple[Lesson, ...], cards: int) -> Learned:
    """Return what ``lessons`` teach about ``cards`` risk cards; kept for the next build."""
    read = sorted((crc32(" ".join(words).encode()), card, hints(words)) for card, words in lessons)
    counts = Counter(hint for _, _, found in read for hint in found)
    kept = sorted(hint for hint, count in counts.items() if count >= _SEEN)
    place = {hint: at for at, hint in enumerate(kept)}
    rows = [
        _Row(card, [place[hint] for hint in found if hint in place], value_of(found))
        for _, card, found in read
        if found
    ]
    weights, bias = _fitted(rows, cards, len(kept))
    return Learned(
        tuple({hint: row[at] for hint, at in place.items() if row[at]} for row in weights),
        tuple(bias),
    )


def value_of(found: Sequence[int]) -> float:
    """Return how much each of a sentence's hints counts."""
    return SCALE / sqrt(len(found))


def _fitted(rows: Iterable[_Row], cards: int, places: int) -> tuple[list[list[float]], list[float]]:
    rows = list(rows)
    weights = [[0.0] * places for _ in range(cards)]
    bias = [0.0] * cards
    for turn in range(_ROUNDS):
        step = _STEP * (1 - turn / _ROUNDS)
        for row in rows:
            _learn_from(row, weights, bias, step)
        if turn < _ROUNDS - 1:
            weights = [[_nearer_to_nothing(each) for each in card] for card in weights]
    return weights, bias


def _learn_from(row: _Row, weights: list[list[float]], bias: list[float], step: float) -> None:
    odds = [
        exp(min(_HIGHEST, base + row.value * sum(map(card.__getitem__, row.places))))
        for base, card in zip(bias, weights, strict=True)
    ]
    total = 1 + sum(odds)
    if (odds[row.card] if row.card != NO_RISK else 1) > _SURE * total:
        return
    for card, mine in enumerate(weights):
        wrong = odds[card] / total - (card == row.card)
        if abs(wrong) < _SLIGHT:
            continue
        bias[card] -= _BIAS_STEP * step * wrong
        change = step * wrong * row.value
        for place in row.places:
            mine[place] -= change


def _nearer_to_nothing(weight: float) -> float:
    if weight > _SHRINK:
        return weight - _SHRINK
    return weight + _SHRINK if weight < -_SHRINK else 0.0
