"""What was learned, as text that is small when it is packed: `learned` of desk.json."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..text.packed import SIGNS, distances
from .training import SCALE, Learned

_STEP = 0.25
"""A weight is rounded to a multiple of this."""
_MOST = 31


def packed(learned: Learned, cards: Sequence[str]) -> dict[str, Any]:
    """Return the weights of ``cards`` as the browser reads them.

    `places` are the numbers of the hints, each as the distance from the one before. `weights` have
    one sign for each place, with `f` for 0.
    """
    rounded = [
        {hint: level for hint, weight in card.items() if (level := _level(weight))}
        for card in learned.weights
    ]
    hints = sorted(set().union(*rounded))
    return {
        "cards": list(cards),
        "scale": SCALE,
        "step": _STEP,
        "bias": [round(each, 3) for each in learned.bias],
        "places": "".join(distances(hints)),
        "weights": [
            "".join(SIGNS[_MOST + card.get(hint, 0)] for hint in hints) for card in rounded
        ],
    }


def _level(weight: float) -> int:
    return max(-_MOST, min(_MOST, round(weight / _STEP)))
