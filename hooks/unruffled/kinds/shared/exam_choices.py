"""Choices in a sealed exam: what a paper shows of them, and what an answer is worth."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from ...text.runs import runs


def chosen_from(choices: Iterable[tuple[str, str]], *, many: bool) -> dict[str, Any]:
    """Return what a paper has of names with their texts, in an order that tells nothing."""
    rows = [[name, runs(text)] for name, text in sorted(choices)]
    return {"form": "choose", "many": many, "rows": rows}


def are_names(response: Any, names: Collection[str], *, many: bool) -> bool:
    """Whether an answer can be given with these names."""
    return (
        isinstance(response, list)
        and all(isinstance(each, str) and each in names for each in response)
        and len(set(response)) == len(response)
        and (many or len(response) <= 1)
    )


def share_of_choices(response: list[str], keys: Collection[str]) -> float:
    """Return right minus wrong, never below zero: as `choices.js` scores a practice."""
    hits = len(set(response) & set(keys))
    slips = len(set(response)) - hits
    return max(0, hits - slips) / (len(keys) or 1)
