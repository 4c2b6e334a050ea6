"""What the organisation has filled in, slot by slot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.library import Library
from ..desk.view import help_values


def slot_values(library: Library, slot: str) -> Mapping[str, Any]:
    """Return what the block shows of a slot, and the cards that help where it is empty."""
    return {
        "organisation": library.organisation,
        "label": library.handbook.label("slots", slot),
        "text_value": library.organisation.slots.get(slot, ""),
        **help_values(library, slot),
    }
