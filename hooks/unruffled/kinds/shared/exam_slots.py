"""One value for each of several places in a sealed exam: matching, sorting, gaps of a text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


def are_values(response: Any, slots: Mapping[str, Collection[str]]) -> bool:
    """Whether an answer can be given with these places and their values; "" is an open one."""
    return isinstance(response, dict) and all(
        name in slots and isinstance(value, str) and (value == "" or value in slots[name])
        for name, value in response.items()
    )


def share_of_slots(response: Mapping[str, str], key: Mapping[str, str]) -> float:
    """Return the share of places that hold the right value: as `slots.js` scores a practice."""
    right = sum(response.get(name) == value for name, value in key.items())
    return right / (len(key) or 1)
