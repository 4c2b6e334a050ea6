"""What the catalogue says of a code."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "note"]


class Entry(NamedTuple):
    """One row of the catalogue: what the code means and what to do about it."""

    meaning: str
    cure: str
    severity: Severity = "error"
